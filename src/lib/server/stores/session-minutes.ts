// The minutes of every locked session as they stand now, with the hands under them, read in one place for screens, papers and signing; it must not judge them.
import { consultationKinds, consultationsIn } from '../../contest/consultation/consultation.ts';
import type { ToldOfSheets } from '../../contest/minutes-circumstances.ts';
import { minutesDocument, minutesHash, type MinutesDocument, type MinutesHand } from '../../contest/minutes.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { indexRecord } from '../../contest/result/record-index.ts';
import { whoMarks } from '../../contest/result/who-marks.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import type { SessionPlace } from '../../contest/session-lock.ts';
import { hashOfMarks, sheetParts, totalOfSheet } from '../../contest/sheet.ts';
import { readRubrics } from './bank.ts';
import { readContestRecord } from './contest-record.ts';
import type { ContestRow } from './contests.ts';
import { readEventsOfKinds, type ContestEventRow } from './events.ts';
import { readMarkingLocks, readMinutesSignatures, type MarkingLockRow } from './marking-locks.ts';
import { readPapers, type PaperRecord } from './paper-sheets.ts';
import { readJudges } from './people.ts';
import type { Queryable } from './queryable.ts';
import { readEffectiveSheets } from './sheets.ts';
import { readTurns, type TurnRecord } from './turns.ts';

export interface SessionMinutes extends SessionPlace {
	lock: MarkingLockRow;
	/** As the minutes are now. */
	document: MinutesDocument;
	hash: string;
}

export interface ContestMinutes {
	record: ContestRecord;
	/** One for each session that is locked now. */
	sessions: SessionMinutes[];
	/** Of every lock there ever was, in the order given, with the session each was given for. */
	hands: (MinutesHand & SessionPlace)[];
	locks: MarkingLockRow[];
}

export async function readContestMinutes(db: Queryable, contest: ContestRow): Promise<ContestMinutes> {
	const record = await readContestRecord(db, contest);
	const locks = await readMarkingLocks(db, contest.id);
	const placeOf = new Map(locks.map(({ id, stage, session }) => [id, { stage, session: session || null }]));
	const hands = (await readMinutesSignatures(db, contest.id)).map(
		({ lockId, act, role, signedBy, signedAt, documentHash }) => ({
			...(placeOf.get(lockId) ?? { stage: '', session: null }),
			act,
			role,
			by: signedBy,
			at: signedAt.getTime(),
			documentHash
		})
	);
	const standing = locks.filter(({ openedAt }) => openedAt === null);
	return { record, locks, hands, sessions: standing.length > 0 ? await sessionsOf(db, contest, record, standing) : [] };
}

async function sessionsOf(
	db: Queryable,
	contest: ContestRow,
	record: ContestRecord,
	locks: MarkingLockRow[]
): Promise<SessionMinutes[]> {
	const lines = await readEventsOfKinds(db, contest.id, ['session-locked', 'sheet-reopened', ...consultationKinds]);
	const papers = (await readPapers(db, contest.id)).filter(({ state }) => state === 'confirmed');
	const judges = new Map((await readJudges(db, contest.id)).map(({ id, code }) => [id, code]));
	const turns = await readTurns(db, contest.id);
	const rubrics = await readRubrics(db, contest.id);
	const sheets = (await readEffectiveSheets(db, contest.id)).filter(({ lockedAt }) => lockedAt !== null);
	const index = indexRecord(record);
	const markers = new Map(index.rules.stages.map((stage) => [stage.code, whoMarks(index, stage)]));
	// R157: unless it stands for somebody else's, a shadow judge's sheet is no sheet of the jury.
	const isOnlyShadow = (judge: string, number: string, { stage, session }: SessionPlace) =>
		index.judges.get(judge)?.role === 'shadow' && !markers.get(stage)?.of(number, session).has(judge);
	return locks.map((lock) => {
		const place = { stage: lock.stage, session: lock.session || null };
		const line = lines.find(({ kind, payload }) => kind === 'session-locked' && payload.lockId === lock.id);
		const own = turns.filter(({ stage, session }) => stage === place.stage && session === place.session);
		const judged = (contest.rules.stages.find(({ code }) => code === lock.stage)?.parts ?? []).filter(isJudged);
		const parts = sheetParts(judged, rubrics);
		const document = minutesDocument(record, {
			...place,
			contestId: contest.id,
			lock: {
				by: lock.lockedBy,
				at: lock.lockedAt.toISOString(),
				line: line?.sequence ?? 0,
				hash: line?.hash ?? ''
			},
			turns: own.map(({ id, status, contestant }) => ({
				number: contestant.number,
				status,
				sheets: sheets
					.filter(({ turnId, judge }) => turnId === id && !isOnlyShadow(judge.code, contestant.number, place))
					.map(({ judge, revision, marks }) => ({
						judge: judge.code,
						revision,
						total: totalOfSheet(parts, marks),
						marksHash: hashOfMarks(marks)
					}))
					.sort((a, b) => (a.judge < b.judge ? -1 : 1))
			})),
			told: { ...toldOfSheets(own, papers, lines, judges), consultations: consultationsIn(lines) }
		});
		return { ...place, lock, document, hash: minutesHash(document) };
	});
}

/** Of the sheets of these turns, which were typed from paper, and which were opened again. */
function toldOfSheets(
	turns: TurnRecord[],
	papers: PaperRecord[],
	lines: ContestEventRow[],
	judges: Map<string, string>
): Pick<ToldOfSheets, 'onPaper' | 'opened'> {
	const numbers = new Map(turns.map(({ id, contestant }) => [id, contestant.number]));
	return {
		onPaper: papers.flatMap((paper) => {
			const { turnId, judgeId, reason, typists, settledBy, settledAt, settledReason, chosen } = paper;
			const [contestant, judge] = [numbers.get(turnId), judges.get(judgeId)];
			if (contestant === undefined || judge === undefined || settledAt === null) return [];
			const settled = chosen === null ? null : { by: settledBy ?? '', reason: settledReason ?? '' };
			return [{ at: settledAt.toISOString(), by: typists.map(({ name }) => name), contestant, judge, reason, settled }];
		}),
		opened: lines.flatMap(({ kind, at, actor, payload }) => {
			const contestant = numbers.get(String(payload.turnId));
			if (kind !== 'sheet-reopened' || contestant === undefined) return [];
			const { judge, revision, reason } = payload as { judge: string; revision: number; reason: string };
			return [{ at: new Date(at).toISOString(), by: [actor.name], contestant, judge, revision, reason }];
		})
	};
}
