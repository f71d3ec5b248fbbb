// The unit behind a field of numbers, in words.
import { m } from '#lib/paraglide/messages.js';
import type { Unit } from '../shape/field.ts';

/** Counts have none: their label says what is counted. */
export function unitWords(unit: Unit): string | undefined {
	switch (unit) {
		case 'points':
			return m.rules_unit_points();
		case 'percent':
			return m.rules_unit_percent();
		case 'clock':
			return m.rules_unit_clock();
		case 'seconds':
			return m.rules_unit_seconds();
		case 'count':
			return undefined;
	}
}
