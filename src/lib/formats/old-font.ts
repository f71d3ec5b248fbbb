// Notices text typed in the old Vietnamese fonts (TCVN3, VNI) or decoded wrongly; it must not know files or columns.

/** Letters and signs of Latin-1 that Vietnamese does not use; quotes, ×, ·, ², §, ° and their like are left out. */
const foreign = '[¡-¦ª¬®¯±´-¶¸¼-¿Ä-ÇËÎ-ÑÖØÛÜÞßä-çëîïðñö÷øûüþÿŠŒŽšœžŸ]';
/** Such a sign right beside a letter. */
const foreignInWord = new RegExp(`\\p{L}${foreign}|${foreign}\\p{L}`, 'u');

/**
 * The first such word when at least three words, and a fifth of all words with signs beyond ASCII, look that way.
 * «Đảng bộ» in TCVN3 arrives as «§¶ng bé», in VNI as «Ñaûng boä».
 */
export function oldFontExample(texts: Iterable<string>): string | null {
	let beyondAscii = 0;
	const odd: string[] = [];
	for (const text of texts) {
		for (const word of text.normalize('NFC').split(/\s+/u)) {
			if (!/[\u0080-\uffff]/.test(word)) continue;
			beyondAscii += 1;
			if (foreignInWord.test(word)) odd.push(word);
		}
	}
	return odd.length >= 3 && odd.length * 5 >= beyondAscii ? (odd[0] ?? null) : null;
}
