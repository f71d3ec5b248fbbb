// What the engine would come to without one judge (R147): for the head judge to look at; nobody's place follows from it.
import type { AwardCode, StageCode } from '../ids.ts';
import type { ContestantNumber, ContestRecord, JudgeCode } from '../record/record.ts';
import { announcedOf } from '../result/announced.ts';
import { computeResult } from '../result/compute.ts';
import { diffResults } from '../result/diff-results.ts';
import type { ContestResult } from '../result/result.ts';

export interface LeftOut {
	/** Contestants with another rank in the stage. */
	moved: number;
	/** How many ranks the farthest of them moves. */
	mostPlaces: number;
	/** Awards that would go to others: contestants who would lose and receive them. */
	prizes: { award: AwardCode; loses: ContestantNumber[]; receives: ContestantNumber[] }[];
}

/** R147: the record with these contestants alone, as if nobody else had taken part. */
export function onlyOf(record: ContestRecord, contestants: ContestantNumber[]): ContestRecord {
	const kept = new Set(contestants);
	return { ...record, contestants: record.contestants.filter(({ number }) => kept.has(number)) };
}

/** Null where the panel has no value without the judge. */
export function leftOut(
	record: ContestRecord,
	{ stage, judge, before = computeResult(record) }: { stage: StageCode; judge: JudgeCode; before?: ContestResult }
): LeftOut | null {
	const after = computeResult({
		...record,
		judges: record.judges.filter(({ code }) => code !== judge),
		sheets: record.sheets.filter((sheet) => sheet.judge !== judge)
	});
	const valueless = ({ missing }: ContestResult) =>
		missing.filter(({ kind }) => kind === 'panel-value' || kind === 'panel-empty').length;
	if (valueless(after) > valueless(before)) return null;
	const ranks = new Map(
		announcedOf(before)
			.places.filter(({ key }) => key.stage === stage)
			.map(({ key, value }) => [key.contestant, value.rank])
	);
	const moves = announcedOf(after)
		.places.filter(({ key }) => key.stage === stage)
		.map(({ key, value }) => Math.abs((value.rank ?? 0) - (ranks.get(key.contestant) ?? 0)));
	return {
		moved: moves.filter((places) => places > 0).length,
		mostPlaces: Math.max(0, ...moves),
		prizes: otherPrizes(before, after)
	};
}

function otherPrizes(before: ContestResult, after: ContestResult): LeftOut['prizes'] {
	const prizes = new Map<AwardCode, LeftOut['prizes'][number]>();
	for (const { key, before: had } of diffResults(before, after).awards) {
		if (key.contestant === null) continue;
		const prize = prizes.get(key.award) ?? { award: key.award, loses: [], receives: [] };
		(had === null ? prize.receives : prize.loses).push(key.contestant);
		prizes.set(key.award, prize);
	}
	return [...prizes.values()];
}
