// Numbers as plain decimal text ("-8.75"): reading what a person types, comparing exactly; it must not know questions.

/** At most 15 digits before the dot and 6 after it: what the wire and the database take. */
export const plainNumber = /^-?\d{1,15}(\.\d{1,6})?$/;

const decimals = 6;

/** Plain decimal text as a count of millionths, exact. Throws on any other text: it was checked before it was stored. */
export function millionths(text: string): bigint {
	if (!plainNumber.test(text)) throw new RangeError(`not a plain number: ${text}`);
	const negative = text.startsWith('-');
	const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
	const size = BigInt(whole + fraction.padEnd(decimals, '0'));
	return negative ? -size : size;
}

/**
 * R13: what a person types as plain decimal text, or null when it is not a number. The Vietnamese way of writing: the
 * comma is the decimal sign, dots or spaces group thousands. A single dot is doubtful, because keyboards offer it as a
 * decimal sign too; it is decided by what follows it.
 *
 * | typed                       | read as   | why                                                       |
 * | --------------------------- | --------- | --------------------------------------------------------- |
 * | 1587                        | 1587      |                                                           |
 * | 1.587 · 1 587 · 12.345.678  | 1587 …    | one to three digits, then groups of three: thousands      |
 * | 8,75 · 1,587                | 8.75 …    | a comma is always the decimal sign                        |
 * | 1.587,5                     | 1587.5    | both                                                      |
 * | 8.75 · 1587.5 · 0.587       | 8.75 …    | the dot cannot group thousands, so it is the decimal sign |
 * | 1,587.5 · 1.58.7 · 12 34    | null      | cannot be read in one way only                            |
 */
export function readNumber(text: string): string | null {
	const typed = text
		.trim()
		.replace(/^[-−–]\s*/, '-')
		.replace(/^\+/, '')
		.replace(/\s/g, ' ');
	const match =
		/^(-?)([1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+))(?:,(\d+))?$/.exec(typed) ??
		/^(-?)(\d+)(?:[.,](\d+))?$/.exec(typed);
	if (!match) return null;
	const whole = (match[2] ?? '').replace(/[. ]/g, '').replace(/^0+(?=\d)/, '');
	const fraction = (match[3] ?? '').replace(/0+$/, '');
	const size = fraction ? `${whole}.${fraction}` : whole;
	const plain = match[1] && size !== '0' ? `-${size}` : size;
	return plainNumber.test(plain) ? plain : null;
}
