// Vietnamese text: normal form, search keys, names and the cleaning of cells; it must not know which file a text came from.

/** Unicode NFC: the one form in which text is kept and compared. */
export function nfc(text: string): string {
	return text.normalize('NFC');
}

/** Search key: no marks, đ → d, lower case, runs of blanks as one space. For finding, never for showing or identity. */
export function foldVietnamese(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/gu, ' ').trim();
}

export type TextRepair = 'nfc' | 'invisible' | 'blanks';

/** Never visible, often pasted: other controls than tab and line end, soft hyphen, zero-width and bidirectional marks. */
const invisible =
	// eslint-disable-next-line no-control-regex, no-misleading-character-class
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * One cell made plain, with the names of what had to be done: NFC; invisible marks removed (not refused: they cannot be
 * seen, so nobody could correct them); runs of blanks (also no-break ones) to one space, ends trimmed.
 * With `lines`, line ends stay (as \n) and each line is trimmed; without, a line end is a blank.
 */
export function cleanTextWithRepairs(text: string, { lines = false } = {}): { text: string; repairs: TextRepair[] } {
	const repairs: TextRepair[] = [];
	const visible = text.replace(invisible, '');
	if (visible !== text) repairs.push('invisible');
	const normal = nfc(visible);
	if (normal !== visible) repairs.push('nfc');
	const ends = normal.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
	const clean = lines ? ends.split('\n').map(collapse).join('\n').trim() : collapse(ends);
	if (clean !== ends) repairs.push('blanks');
	return { text: clean, repairs };
}

/** The text of `cleanTextWithRepairs`. */
export function cleanText(text: string, options: { lines?: boolean } = {}): string {
	return cleanTextWithRepairs(text, options).text;
}

function collapse(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}

/** What tells two codes apart: case, blanks and invisible marks do not. */
export function codeKey(code: string): string {
	return cleanText(code).replace(/\s/g, '').toLocaleUpperCase('vi');
}

/** Full-name key in which «Thúy» and «Thuý» are one (tone placement), but «Hương» and «Hường» are two. */
export function sameNameKey(fullName: string): string {
	return cleanText(fullName)
		.toLocaleLowerCase('vi')
		.split(' ')
		.map((syllable) => {
			const parts = syllable.normalize('NFD');
			const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
			return parts.replace(tones, '') + (parts.match(tones) ?? []).join('');
		})
		.join(' ');
}

export interface NameParts {
	family: string;
	middle: string;
	given: string;
}

/** «Đỗ Thị Ngọc Ánh» → family Đỗ, middle «Thị Ngọc», given Ánh. A single word is the given name. */
export function splitName(fullName: string): NameParts {
	const words = cleanText(fullName).split(' ');
	const given = words.pop() ?? '';
	const family = words.shift() ?? '';
	return { family, middle: words.join(' '), given };
}

const collator = new Intl.Collator('vi');

/** Order of official lists: given name, then family name, then the middle ones. */
export function compareVietnameseNames(a: string, b: string): number {
	const [left, right] = [splitName(a), splitName(b)];
	return (
		collator.compare(left.given, right.given) ||
		collator.compare(left.family, right.family) ||
		collator.compare(left.middle, right.middle)
	);
}
