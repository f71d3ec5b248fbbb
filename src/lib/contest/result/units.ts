// How many each unit entered and how many took part (R173); it must not know points.
import { quotient } from '../ratio.ts';
import type { RecordIndex } from './record-index.ts';
import { grouped } from './record-index.ts';
import type { UnitResult } from './result.ts';

/** R173: in the order of the units' codes; who competes took part, whatever the others' reasons. */
export function unitResults({ record }: RecordIndex): UnitResult[] {
	const byUnit = grouped(record.contestants, ({ unit }) => unit);
	return record.units
		.map(({ code, members }) => {
			const entered = byUnit.get(code) ?? [];
			const tookPart = entered.filter(({ status }) => status === 'competing').length;
			const rate = members !== null && members > 0 ? quotient([tookPart], [members]) : null;
			return { unit: code, entered: entered.length, tookPart, rate };
		})
		.sort((a, b) => (a.unit < b.unit ? -1 : 1));
}
