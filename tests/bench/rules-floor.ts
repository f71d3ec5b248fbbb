// The least any program must do with the answers and marks of a contest: see each once, add, sort the totals; it must not follow any rules.
import type { ContestRecord } from '../../src/lib/contest/record/record.ts';

/**
 * One look at each answer (is its first option c?) and at each mark, added up for its contestant, who is looked up by
 * number; then the totals sorted. No key, no judge left out, no tie, no sentence.
 */
export function floorOf({ contestants, answers, sheets }: ContestRecord): Float64Array {
	const seatOf = new Map(contestants.map(({ number }, seat) => [number, seat]));
	const totals = new Float64Array(contestants.length);
	for (const { contestant, choice } of answers) {
		const seat = seatOf.get(contestant) ?? 0;
		if (choice.kind === 'options' && choice.options[0] === 'c') totals[seat] = (totals[seat] ?? 0) + 1;
	}
	for (const { contestant, marks } of sheets) {
		const seat = seatOf.get(contestant) ?? 0;
		let sum = 0;
		for (const code in marks) sum += marks[code] ?? 0;
		totals[seat] = (totals[seat] ?? 0) + sum;
	}
	return totals.sort();
}
