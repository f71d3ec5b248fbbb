// Short ways to write a contest that was worked out on paper, and its result as the paper has it; it must not compute points.
import { aSheet } from '../../record/contest-record.fixture.ts';
import type { ContestRecord, RecordedSheet } from '../../record/record.ts';
import type { RecordedRubric } from '../../record/rubric.ts';
import { computeResult } from '../compute.ts';
import type { ContestResult } from '../result.ts';

/** Criteria with their maximum in hundredths, in steps of 0,25, each counting as it is. */
export function aRubric(code: string, criteria: Record<string, number>): RecordedRubric {
	return {
		code,
		name: code,
		max: Object.values(criteria).reduce((sum, max) => sum + max, 0),
		criteria: Object.entries(criteria).map(([criterion, max]) => ({
			code: criterion,
			name: criterion,
			min: 0,
			max,
			step: 25,
			weight: 100,
			noteRequired: 'never'
		}))
	};
}

/** Locked sheets of one contestant: for each criterion the marks of GK1, GK2 …; null is no mark. */
export function sheetsOf(contestant: string, marks: Record<string, (number | null)[]>): RecordedSheet[] {
	const judges = Math.max(...Object.values(marks).map(({ length }) => length));
	return Array.from({ length: judges }, (_, at) => {
		const own = Object.entries(marks).flatMap(([criterion, each]) => {
			const mark = each[at];
			return mark == null ? [] : [[criterion, mark] as const];
		});
		return { own, sheet: aSheet(contestant, `GK${at + 1}`, Object.fromEntries(own)) };
	}).flatMap(({ own, sheet }) => (own.length > 0 ? [sheet] : []));
}

/** Number, rank ("2=" shared, "–" none), the points of each part in their order, total. */
export type Row = [number: string, rank: string, parts: (number | null)[], total: number];

/** The rows of one ranking of one stage; the first of the first where nothing is named. */
export function rowsOf(result: ContestResult, stage = 0, ranking = 0): Row[] {
	const places = result.stages[stage]?.rankings[ranking]?.places ?? [];
	return places.map(({ contestant, rank, shared, score, total }) => [
		contestant,
		rank === null ? '–' : `${rank}${shared ? '=' : ''}`,
		Object.values(score.parts).map((part) => part?.points ?? null),
		total
	]);
}

export function rowsOfRecord(record: ContestRecord): Row[] {
	return rowsOf(computeResult(record));
}

/** Who holds each award, in order. */
export function winnersOf({ awards }: ContestResult): Record<string, (string | null)[]> {
	return Object.fromEntries(
		awards.map(({ award, winners }) => [award, winners.map(({ contestant, unit }) => contestant ?? unit)])
	);
}
