// Vietnamese typed in the fonts of before Unicode: tables of TCVN3 (.VnTime) and VNI (VNI-Times), and their conversion; it must not know files.

export const oldCodes = ['tcvn3', 'vni'] as const;
export type OldCode = (typeof oldCodes)[number];

/** TCVN 5712:1993, third table: from 0xA1 the capitals and letters of their own, then vowels with their tones in the order à ả ã á ạ. */
const tcvn3: readonly [first: number, letters: string][] = [
	[0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
	[0xb5, 'àảãáạ'],
	[0xbb, 'ằẳẵắ'],
	[0xc6, 'ặầẩẫấậè'],
	[0xce, 'ẻẽ'],
	[0xd0, 'éẹềểễếệìỉ'],
	[0xdc, 'ĩíịò'],
	[0xe1, 'ỏõóọồổỗốộờởỡớợù'],
	[0xf1, 'ủũúụừửữứựỳỷỹýỵ']
];

/** What a byte became when the text was first taken in, by the code page of Western or of Vietnamese Windows. */
const pages = ['windows-1252', 'windows-1258'] as const;

const fromTcvn3 = new Map(
	tcvn3.flatMap(([first, letters]) =>
		[...letters].flatMap((letter, at) => {
			const byte = Uint8Array.of(first + at);
			return pages.map((page): [string, string] => [new TextDecoder(page).decode(byte), letter]);
		})
	)
);

/** VNI writes a vowel and, behind it, a sign for mark and tone; some vowels and đ are one sign of their own. */
const vniSigns: Readonly<Record<string, string>> = {
	ù: '\u0301',
	ø: '\u0300',
	û: '\u0309',
	õ: '\u0303',
	ï: '\u0323',
	â: '\u0302',
	á: '\u0302\u0301',
	à: '\u0302\u0300',
	å: '\u0302\u0309',
	ã: '\u0302\u0303',
	ä: '\u0302\u0323',
	ê: '\u0306',
	é: '\u0306\u0301',
	è: '\u0306\u0300',
	ú: '\u0306\u0309',
	ü: '\u0306\u0303',
	ë: '\u0306\u0323'
};
const vniLetters: Readonly<Record<string, string>> = {
	ñ: 'đ',
	ô: 'ơ',
	ö: 'ư',
	í: 'í',
	ì: 'ì',
	æ: 'ỉ',
	ó: 'ĩ',
	ò: 'ị',
	î: 'ỵ'
};

/** A text in an old code → Unicode, composed. Letters that the code does not have stay as they are. */
export function fromOldCode(text: string, code: OldCode): string {
	return code === 'tcvn3' ? [...text].map((sign) => fromTcvn3.get(sign) ?? sign).join('') : fromVni(text);
}

function fromVni(text: string): string {
	return text
		.normalize('NFC')
		.replace(/([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöíìæóòî]/giu, (whole, vowel?: string, sign?: string) => {
			if (vowel === undefined || sign === undefined) return letterOf(whole);
			return (letterOf(vowel) + (vniSigns[sign.toLowerCase()] ?? '')).normalize('NFC');
		});
}

function letterOf(sign: string): string {
	const lower = sign.toLowerCase();
	const letter = vniLetters[lower] ?? lower;
	return sign === lower ? letter : letter.toUpperCase();
}

/** An initial, a rhyme and a final of Vietnamese, tones taken off. */
const syllable =
	/^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(?:uyê|iêu|yêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|uya|uyu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|ui|uê|uơ|uy|uô|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnptk])?$/u;

/** Whether a word could be Vietnamese as it stands. */
export function looksVietnamese(word: string): boolean {
	const parts = word.toLowerCase().normalize('NFD');
	const tones = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? [];
	if (tones.length > 1) return false;
	return syllable.test(parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC'));
}

/** The words of a text that hold a letter or sign beyond ASCII. */
export function markedWords(text: string): string[] {
	// eslint-disable-next-line no-control-regex
	return text.split(/[\s!-/:-@[-`{-~]+/u).filter((word) => /[^\x00-\x7f]/.test(word));
}

/** Whether a word is none as it stands and becomes one when it is converted. */
export function isInOldCode(word: string, code: OldCode): boolean {
	return !looksVietnamese(word) && looksVietnamese(fromOldCode(word, code));
}
