// The middle of two decimals and how far they are from it, exactly; it must not know what they measure.
import { parseDecimal } from '../vietnamese-number.ts';

/** «1817», «1827» → «1822», «5». What is no number comes back as it stands, to be refused by its cell. */
export function middleOf(least: string, most: string): [value: string, tolerance: string] {
	const [from, to] = [parseDecimal(least.trim()), parseDecimal(most.trim())];
	if (from === null || to === null) return [`${least}..${most}`, '0'];
	const [low, high] = [scaled(from), scaled(to)];
	return [plain(low + high), plain(high - low)];
}

/** Seven digits after the point, so that half of six is exact. */
const digits = 7;

function scaled(decimal: string): bigint {
	const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
	const size = BigInt(whole + fraction.padEnd(digits, '0'));
	return decimal.startsWith('-') ? -size : size;
}

/** Half of a scaled number as decimal text with a comma. */
function plain(doubled: bigint): string {
	const half = doubled / 2n;
	const size = String(half < 0n ? -half : half).padStart(digits + 1, '0');
	const fraction = size.slice(-digits).replace(/0+$/, '');
	return `${half < 0n ? '-' : ''}${size.slice(0, -digits)}${fraction && `,${fraction}`}`;
}
