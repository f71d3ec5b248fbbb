// A stage of parts whose points are given, so that totals and ties are easy to make by hand; it must not compute anything.
import { aContestant, aGivenPart, aRecord, aStage, text } from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import type { Rules, Stage } from '../rules/rules.ts';
import { computeResult } from './compute.ts';
import type { Place } from './result.ts';

/** Points of the parts A and B of each contestant, in hundredths; null was given nothing. */
export type Given = Record<string, (number | null)[]>;

const titles = ['Đề cương', 'Thuyết trình', 'Tình huống'];

/** Parts A, B, C as many as the first contestant has points, each of 100,00 raw. */
export function givenRecord(
	given: Given,
	stage: Partial<Stage> = {},
	changes: Partial<Omit<ContestRecord, 'rules'>> = {},
	rules: Partial<Rules> = {}
): ContestRecord {
	const codes = ['A', 'B', 'C'].slice(0, Object.values(given)[0]?.length ?? 0);
	const parts = codes.map((code, at) => aGivenPart({ code, title: text(titles[at] ?? code), maxPoints: 10_000 }));
	return aRecord(
		{ stages: [aStage({ parts, ...stage })], ...rules },
		{
			contestants: Object.keys(given).map((number) => aContestant(number)),
			given: Object.entries(given).flatMap(([contestant, points]) =>
				points.flatMap((each, at) =>
					each === null ? [] : [{ part: codes[at] ?? '', contestant, points: each, reason: 'theo danh sách' }]
				)
			),
			...changes
		}
	);
}

export function firstRanking(record: ContestRecord): Place[] {
	return computeResult(record).stages[0]?.rankings[0]?.places ?? [];
}

/** "TS01 1", "TS02 2=", "TS09 –": number, rank, and = for a shared one. */
export function ranksOf(places: Place[]): string[] {
	return places.map(({ contestant, rank, shared }) => `${contestant} ${rank ?? '–'}${shared ? '=' : ''}`);
}
