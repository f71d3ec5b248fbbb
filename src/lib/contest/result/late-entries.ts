// What was handed in late and waits for two people to say what it costs (R341, R342); it must not know files.
import { decisionsOf, standingDecisions, type Decision } from '../record/decision.ts';
import type { ContestRecord, RecordedLateEntry } from '../record/record.ts';
import type { StageIndex } from './record-index.ts';
import type { Missing } from './result.ts';

/** R342: late, with a price, and no decision that holds is about it. */
export function undecidedLateEntries({
	lateEntries = [],
	decisions
}: Pick<ContestRecord, 'lateEntries' | 'decisions'>): RecordedLateEntry[] {
	return undecided(lateEntries, standingDecisions(decisions));
}

/** R342: nobody is waited for who does not compete in the stage of the part. */
export function missingLateEntries({ index, stage, entrants }: StageIndex): Missing[] {
	const competing = new Set(entrants.filter(({ status }) => status === 'competing').map(({ number }) => number));
	const open = undecided(index.record.lateEntries ?? [], index.decisions);
	return stage.parts.flatMap(({ code }): Missing[] => {
		const late = new Set(open.filter(({ part }) => part === code).map(({ contestant }) => contestant));
		const contestants = index.inOrder
			.map(({ number }) => number)
			.filter((each) => late.has(each) && competing.has(each));
		return contestants.length > 0 ? [{ kind: 'late-entries', part: code, contestants }] : [];
	});
}

function undecided(lateEntries: RecordedLateEntry[], standing: Decision[]): RecordedLateEntry[] {
	const keyOf = (entry: string, contestant: string) => `${entry}\n${contestant}`;
	const decided = new Set(
		decisionsOf(standing, 'points').flatMap(({ lateEntry, contestant }) =>
			lateEntry === undefined ? [] : [keyOf(lateEntry, contestant)]
		)
	);
	return lateEntries.filter(({ entry, contestant }) => !decided.has(keyOf(entry, contestant)));
}
