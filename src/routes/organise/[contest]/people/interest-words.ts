// Conflicts of interest as sentences; it must not know where they are shown.
import { m } from '#lib/paraglide/messages.js';

export interface Interests {
	sameUnit: { judge: string; name: string; unit: string; numbers: string[] }[];
	declared: { judge: string; name: string; about: string; numbers: string[]; reason: string; by: string }[];
	isOnlyNamed: boolean;
}

export function unitLine({ judge, name, unit, numbers }: Interests['sameUnit'][number]): string {
	return m.interest_same_unit({ judge: `${judge} ${name}`, numbers: numbers.join(', '), unit });
}

export function declaredLine({ judge, name, about, reason, by }: Interests['declared'][number]): string {
	return m.interest_declared({ judge: `${judge} ${name}`, about, reason, by });
}

export function interestLines({ sameUnit, declared }: Interests): string[] {
	return [...sameUnit.map(unitLine), ...declared.map(declaredLine)];
}
