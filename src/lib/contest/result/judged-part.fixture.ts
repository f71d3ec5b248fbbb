// One contestant before a panel, with sheets given by their totals; it must not check anything.
import {
	aContestant,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aSheet,
	aStage,
	aTurn
} from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import type { Panel } from '../rules/panels.ts';
import type { JudgedPart } from '../rules/parts.ts';
import { judgedOutcome } from './judged-part.ts';
import { indexRecord } from './record-index.ts';
import type { JudgedDetail } from './result.ts';

/** 50,00 in two criteria, so that a reader can follow. */
export const rubric: RecordedRubric = {
	code: 'TT',
	name: 'Thuyết trình',
	max: 5000,
	criteria: [
		{ code: 'TT1', name: 'Nội dung', min: 0, max: 3000, step: 25, weight: 100, noteRequired: 'never' },
		{ code: 'TT2', name: 'Phong thái', min: 0, max: 2000, step: 25, weight: 100, noteRequired: 'never' }
	]
};

/** Totals of the judges GK1 … for one contestant; null is no sheet. */
type Totals = (number | null)[];

export function recordWith(
	part: JudgedPart,
	totals: Record<string, Totals>,
	more: Partial<ContestRecord> = {}
): ContestRecord {
	const judges = Math.max(...Object.values(totals).map(({ length }) => length));
	return aRecord(
		{ stages: [aStage({ parts: [part] })] },
		{
			rubrics: [rubric],
			contestants: Object.keys(totals).map((number) => aContestant(number)),
			judges: Array.from({ length: judges }, (_, at) => aJudge(`GK${at + 1}`)),
			turns: Object.keys(totals).map((number) => aTurn(number)),
			sheets: Object.entries(totals).flatMap(([number, each]) =>
				each.flatMap((total, at) =>
					total === null
						? []
						: [aSheet(number, `GK${at + 1}`, { TT1: Math.min(total, 3000), TT2: Math.max(0, total - 3000) })]
				)
			),
			...more
		}
	);
}

export function outcomeOf(part: JudgedPart, record: ContestRecord) {
	const stage = aStage({ parts: [part] });
	return judgedOutcome({ index: indexRecord(record), stage, entrants: record.contestants }, part);
}

export function scored(part: JudgedPart, totals: Totals, more: Partial<ContestRecord> = {}) {
	const { scores, missing } = outcomeOf(part, recordWith(part, { TS01: totals }, more));
	const score = scores.get('TS01') ?? null;
	const detail = score?.detail as JudgedDetail | undefined;
	return { score, missing, panel: detail?.panels[0], points: score?.points ?? null };
}

export const withPanel = (changes: Partial<Panel>) => aJudgedPart({ panels: [aPanel(changes)] });
