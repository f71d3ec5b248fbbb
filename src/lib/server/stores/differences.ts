// Differences between judges as they stand now: result, log and proposals read together; it must not know who may see them.
import { consultationKinds, consultationsIn, type Consultation } from '../../contest/consultation/consultation.ts';
import { differences, type Difference } from '../../contest/consultation/difference-state.ts';
import type { TurnId } from '../../contest/ids.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { computeResult } from '../../contest/result/compute.ts';
import { isSamePlace, type PlacedScore } from '../../contest/result/panel-scores.ts';
import type { ContestResult } from '../../contest/result/result.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { allParts } from '../../contest/rules/rules.ts';
import { readContestRecord } from './contest-record.ts';
import type { ContestRow } from './contests.ts';
import { readEventsOfKinds } from './events.ts';
import { readProposals, type ProposalRow } from './proposals.ts';
import type { Queryable } from './queryable.ts';
import { readEffectiveSheets, type SheetRecord } from './sheets.ts';
import { readTurns, type TurnRecord } from './turns.ts';

export interface KnownDifference extends Difference {
	turn: TurnRecord;
	/** The decision about it that waits for a second person. */
	proposal: ProposalRow | null;
}

export interface KnownDifferences {
	record: ContestRecord;
	result: ContestResult;
	list: KnownDifference[];
	consultations: Consultation[];
	/** By turn and code of the judge. */
	sheets: Map<string, SheetRecord>;
	proposals: ProposalRow[];
}

/** Whether anything can wait for people: a level that does more than warn, or a consultation about a mere warning. */
export async function mayWaitForPeople(db: Queryable, { id, rules }: ContestRow): Promise<boolean> {
	const panels = allParts(rules)
		.filter(isJudged)
		.flatMap((part) => part.panels);
	const asksPeople = panels.some(({ divergence }) => divergence?.levels.some(({ action }) => action !== 'warn'));
	return asksPeople || (await readEventsOfKinds(db, id, consultationKinds)).length > 0;
}

export function sheetKey(turnId: TurnId, judge: string): string {
	return `${turnId} ${judge}`;
}

/** To be called in one transaction, so that record, log and proposals are of the same moment. */
export async function readDifferences(db: Queryable, contest: ContestRow): Promise<KnownDifferences> {
	const record = await readContestRecord(db, contest);
	const result = computeResult(record);
	const lines = await readEventsOfKinds(db, contest.id, [...consultationKinds, 'sheet-locked']);
	const proposals = await readProposals(db, contest.id);
	const turns = await readTurns(db, contest.id);
	const sheets = new Map(
		(await readEffectiveSheets(db, contest.id)).map((sheet) => [sheetKey(sheet.turnId, sheet.judge.code), sheet])
	);
	const locked = new Map(
		lines
			.filter(({ kind }) => kind === 'sheet-locked')
			.map(({ sequence, payload }) => [sheetKey(String(payload.turnId), String(payload.judge)), sequence])
	);
	const turnOf = ({ stage, contestant }: Pick<PlacedScore, 'stage' | 'contestant'>) =>
		turns.find((turn) => turn.stage === stage && turn.contestant.number === contestant);
	const open = proposals.flatMap((proposal) => {
		const { state, content, takesBack } = proposal;
		const isOpen = state === 'open' && takesBack === null && content.kind === 'divergence';
		return isOpen ? [{ proposal, part: content.part, panel: content.panel, contestant: content.contestant }] : [];
	});
	const consultations = consultationsIn(lines);
	const list = differences(record, result, {
		consultations,
		proposed: open,
		lockedLine(place, judge) {
			const key = sheetKey(turnOf(place)?.id ?? '', judge);
			return sheets.get(key)?.lockedAt ? (locked.get(key) ?? 0) : 0;
		}
	});
	return {
		record,
		result,
		list: list.flatMap((difference): KnownDifference[] => {
			const turn = turnOf(difference);
			const proposal = open.findLast((each) => isSamePlace(each, difference))?.proposal ?? null;
			return turn ? [{ ...difference, turn, proposal }] : [];
		}),
		consultations,
		sheets,
		proposals
	};
}
