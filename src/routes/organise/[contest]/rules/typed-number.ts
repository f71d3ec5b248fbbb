// Numbers as people type and read them in the rules: decimal comma, minutes and seconds; it must not know what they mean.
import type { Unit } from './shape/field.ts';

/** Null when it is not a number of that unit. Both comma and dot part the decimals. */
export function readNumber(unit: Unit, text: string): number | null {
	const typed = text.trim().replace('−', '-');
	if (unit === 'clock') return readClock(typed);
	const decimals = { points: 2, percent: 0, count: 0, seconds: 3 }[unit];
	const match = /^(-?)(\d{1,9})(?:[.,](\d+))?\s*%?$/.exec(typed);
	const rest = match?.[3] ?? '';
	if (!match || rest.length > decimals || (typed.endsWith('%') && unit !== 'percent')) return null;
	const size = Number((match[2] ?? '') + rest.padEnd(decimals, '0'));
	return match[1] === '-' && size !== 0 ? -size : size;
}

/** `10:00`, or whole minutes as `10`. */
function readClock(typed: string): number | null {
	const match = /^(\d{1,5})(?::([0-5]?\d))?$/.exec(typed);
	return match ? (Number(match[1]) * 60 + Number(match[2] ?? 0)) * 1000 : null;
}

export function writeNumber(unit: Unit, value: number, language: 'vi' | 'en'): string {
	const sign = value < 0 ? '-' : '';
	const size = Math.abs(value);
	const comma = language === 'vi' ? ',' : '.';
	switch (unit) {
		case 'percent':
		case 'count':
			return String(value);
		case 'points':
			return `${sign}${Math.trunc(size / 100)}${comma}${String(size % 100).padStart(2, '0')}`;
		case 'seconds': {
			const rest = String(size % 1000)
				.padStart(3, '0')
				.replace(/0+$/, '');
			return `${Math.trunc(size / 1000)}${rest ? comma + rest : ''}`;
		}
		case 'clock':
			return `${Math.trunc(size / 60_000)}:${String(Math.trunc((size % 60_000) / 1000)).padStart(2, '0')}`;
	}
}

/** "40; 30; 20"; null as soon as one of them is no number or out of range. An empty text is an empty list. */
export function readNumbers(unit: Unit, text: string, isWithin: (value: number) => boolean): number[] | null {
	const typed = text.split(/[;\s]+/).filter(Boolean);
	const read = typed.map((each) => readNumber(unit, each));
	const good = read.filter((value) => value !== null && isWithin(value)) as number[];
	return good.length === read.length ? good : null;
}
