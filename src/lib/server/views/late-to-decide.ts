// What came late with a price, for those who propose what it costs and those who ask for entries; it must not know files.
import type { Bilingual, StageCode } from '../../contest/ids.ts';
import type { ContestRecord, RecordedLateEntry } from '../../contest/record/record.ts';
import { undecidedLateEntries } from '../../contest/result/late-entries.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { readProposals } from '../stores/proposals.ts';

export interface LateToDecide extends Omit<RecordedLateEntry, 'dueAt' | 'handedInAt'> {
	name: string;
	stage: StageCode;
	partTitle: Bilingual;
	/** Instants in ms since the epoch. */
	dueAt: number;
	handedInAt: number;
	/** A proposal about it waits for the second person. */
	isProposed: boolean;
}

/** R342: in the order of numbers as they are stored; nothing of a part the rules do not have. */
export function lateToDecide(
	record: ContestRecord,
	proposals: Awaited<ReturnType<typeof readProposals>>
): LateToDecide[] {
	const nameOf = new Map(record.contestants.map(({ number, name }) => [number, name]));
	return undecidedLateEntries(record).flatMap((late) => {
		const stage = record.rules.stages.find(({ parts }) => parts.some(({ code }) => code === late.part));
		const part = partOf(record.rules, late.part);
		if (!stage || !part) return [];
		return [
			{
				...late,
				name: nameOf.get(late.contestant) ?? '',
				stage: stage.code,
				partTitle: part.title,
				dueAt: Date.parse(late.dueAt),
				handedInAt: Date.parse(late.handedInAt),
				isProposed: proposals.some(
					({ state, content }) =>
						state === 'open' &&
						content.kind === 'points' &&
						content.lateEntry === late.entry &&
						content.contestant === late.contestant
				)
			}
		];
	});
}
