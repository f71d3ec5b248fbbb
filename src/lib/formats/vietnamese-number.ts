// Numbers as people type them into files: decimal comma or decimal point, never both; it must not know what is counted.

/** «8,75» or «8.75» → "8.75": plain decimal text, at most 12 + 6 digits, no exponent. Null for anything else. */
export function parseDecimal(text: string): string | null {
	const match = /^(-?)(\d{1,12})(?:[.,](\d{1,6}))?$/.exec(text);
	if (!match) return null;
	const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '');
	const fraction = (match[3] ?? '').replace(/0+$/, '');
	const size = fraction ? `${whole}.${fraction}` : whole;
	return match[1] && size !== '0' ? `-${size}` : size;
}

/** True for «1.587»: a decimal point to one reader, a thousand and more to another. Such a number is asked about, not guessed. */
export function isAmbiguousNumber(text: string): boolean {
	return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text);
}

/** A count: «1587» or, with dots between thousands, «1.587». Null for anything else, also for fractions. */
export function parseCount(text: string): number | null {
	if (!/^(?:\d{1,9}|[1-9]\d{0,2}(?:\.\d{3}){1,2})$/.test(text)) return null;
	return Number(text.replaceAll('.', ''));
}
