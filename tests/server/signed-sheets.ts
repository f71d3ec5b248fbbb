// A contest whose sheets were signed, reopened and typed from paper by the program itself, and a way to write what is stored past it.
import { readStored } from '../../src/lib/server/stores/stored-marks.ts';
import { declareInterest } from '../../src/lib/server/usecases/declare-interest.ts';
import { enterPaperSheet } from '../../src/lib/server/usecases/enter-paper-sheet.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { withdrawInterest } from '../../src/lib/server/usecases/withdraw-interest.ts';
import type { StoredContest } from '../../src/lib/contest/stored-marks.fixture.ts';
import { fullMarks, type JudgingContest } from './judging-contest.ts';
import { lockSigned, reopenSigned } from './lock-signed.ts';
import { ok } from './setup-world.ts';

export const reopenReason = 'Nhầm tiêu chí của thí sinh';

/** Every judge has signed the first turn; GK02's sheet was reopened and signed again, GK03's is open. */
export async function signedSheets(world: JudgingContest): Promise<{ turnId: string }> {
	const { app, contestId, head, member, other, organiser, judges } = world;
	const turnId = world.turns[0]!.id;
	ok(await runTurn(app, organiser, { contestId, turnId, command: { do: 'call' } }));
	const comments = { TT1: 'Mở đầu tốt' };
	for (const seat of [head, member, other]) {
		ok(await saveScoresheet(app, seat, { contestId, turnId, version: 0, marks: fullMarks(world), comments }));
		ok(await lockSigned(app, seat, { contestId, turnId, version: 1 }));
	}
	for (const at of [1, 2])
		ok(await reopenSigned(app, head, { contestId, turnId, judgeId: judges[at]!.id, reason: reopenReason }));
	ok(await saveScoresheet(app, member, { contestId, turnId, version: 2, marks: { TT1: '3' }, comments: {} }));
	ok(await lockSigned(app, member, { contestId, turnId, version: 3 }));
	return { turnId };
}

/** After `signedSheets`: two secretaries have typed the member's sheet of the second turn from paper, alike. */
export async function typedSheet(world: JudgingContest): Promise<void> {
	const { app, contestId, organiser, secretary, judges, fresh } = world;
	const turnId = world.turns[1]!.id;
	const [account] = await fresh.sql<{ id: string }[]>`
		insert into account (login, display_name, password_hash) values ('thu-ky-hai', 'Trần Thị Hai', '') returning id`;
	const second = { ...secretary, accountId: account!.id, name: 'Trần Thị Hai' };
	for (const step of ['step-on-stage', 'start', 'end'])
		ok(await runTurn(app, organiser, { contestId, turnId: world.turns[0]!.id, command: { do: step } }));
	ok(await runTurn(app, organiser, { contestId, turnId, command: { do: 'call' } }));
	const typed = { contestId, turnId, judgeId: judges[1]!.id, marks: fullMarks(world), comments: { TT1: 'Giọng rõ' } };
	for (const seat of [secretary, second]) ok(await enterPaperSheet(app, seat, typed));
}

/** Declared, taken back, and declared again. */
export async function declaredInterests({ app, contestId, other, organiser }: JudgingContest): Promise<void> {
	const wish = { contestId, about: { unit: 'DV01' }, reason: 'là em ruột của bí thư' };
	const { interestId } = ok(await declareInterest(app, other, wish)).result;
	ok(await withdrawInterest(app, organiser, { contestId, interestId, reason: 'Nhầm đơn vị' }));
	ok(await declareInterest(app, other, wish));
}

export async function readAsStored({ app, contestId }: JudgingContest): Promise<StoredContest> {
	return readStored(app.database.drizzle, contestId);
}

/** As whoever owns the database can: no trigger, no key, no check is in the way. */
export async function writeAsOwner(
	{ fresh: { owner }, contestId }: Pick<JudgingContest, 'fresh' | 'contestId'>,
	{ lines, sheets, entries, locks, hands, interests }: StoredContest
): Promise<void> {
	const instant = (ms: number | null) => (ms === null ? null : new Date(ms));
	await owner.sql.begin(async (sql) => {
		await sql`set local session_replication_role = replica`;
		await sql`alter table scoresheet drop constraint if exists scoresheet_reopened_why`;
		await sql`alter table scoresheet drop constraint if exists scoresheet_second_person`;
		await sql`alter table scoresheet drop constraint if exists scoresheet_ends_once`;
		await sql`alter table paper_entry drop constraint if exists paper_entry_two_people`;
		await sql`alter table paper_entry drop constraint if exists paper_entry_first_or_second`;
		await sql`drop index if exists scoresheet_one_open`;
		await sql`delete from contest_event where contest_id = ${contestId}`;
		for (const { sequence, at, actor, kind, payload, previousHash, hash } of lines)
			await sql`insert into contest_event (contest_id, sequence, at, actor, kind, payload, previous_hash, hash) values (${contestId},
				${sequence}, ${at}, ${sql.json(actor as never)}, ${kind}, ${sql.json(payload as never)}, ${previousHash}, ${hash})`;
		await sql`drop index if exists marking_lock_one`;
		for (const check of ['asked_whole', 'opened_whole', 'opened_asked', 'second_person'])
			await sql`alter table marking_lock drop constraint if exists ${sql(`marking_lock_${check}`)}`;
		for (const check of ['head_seals', 'once', 'two_people'])
			await sql`alter table minutes_signature drop constraint if exists ${sql(`minutes_signature_${check}`)}`;
		await sql`delete from minutes_signature`;
		await sql`delete from marking_lock where contest_id = ${contestId}`;
		for (const lock of locks)
			await sql`insert into marking_lock (id, contest_id, stage, session, locked_by, locked_by_account, locked_at, asked_by,
				asked_by_account, asked_at, reason, opened_by, opened_by_account, opened_at) values (${lock.id}, ${contestId}, ${lock.stage},
				${lock.session ?? ''}, '', ${lock.lockedBy}, ${instant(lock.lockedAt)}, '', ${lock.askedBy}, ${instant(lock.askedAt)},
				${lock.reason}, '', ${lock.openedBy}, ${instant(lock.openedAt)})`;
		for (const hand of hands)
			await sql`insert into minutes_signature (id, lock_id, act, role, document_hash, signed_by, signed_by_account, signed_at) values
				(${hand.id}, ${hand.lockId}, ${hand.act}, ${hand.role}, ${hand.documentHash}, '', ${hand.signedBy}, ${instant(hand.signedAt)})`;
		for (const check of ['about_one', 'withdrawn_whole', 'second_person'])
			await sql`alter table interest drop constraint if exists ${sql(`interest_${check}`)}`;
		await sql`delete from interest where contest_id = ${contestId}`;
		for (const each of interests)
			await sql`insert into interest (id, contest_id, judge_id, contestant_id, unit_id, reason, declared_by, declared_by_account, declared_at,
				withdrawn_by, withdrawn_by_account, withdrawn_at, withdrawn_reason) values (${each.id}, ${contestId}, ${each.judgeId},
				${each.contestantId}, ${each.unitId}, ${each.reason}, '', ${each.declaredBy}, ${instant(each.declaredAt)}, '', ${each.withdrawnBy},
				${instant(each.withdrawnAt)}, ${each.withdrawnReason})`;
		await sql`delete from scoresheet where turn_id in (select id from turn where contest_id = ${contestId})`;
		for (const sheet of sheets)
			await sql`insert into scoresheet (turn_id, judge_id, revision, version, marks, comments, saved_at, locked_at, closed_at, signed_by,
				reopen_reason, reopened_by) values (${sheet.turnId}, ${sheet.judgeId}, ${sheet.revision}, 1,
				${sql.json(sheet.marks)}, ${sql.json(sheet.comments)}, now(), ${instant(sheet.lockedAt)}, ${instant(sheet.closedAt)}, ${sheet.signedBy},
				${sheet.reopenReason}, ${sheet.reopenedBy})`;
		await sql`delete from paper_entry where paper_id in (select p.id from paper_sheet p join turn t on t.id = p.turn_id
			where t.contest_id = ${contestId})`;
		for (const { paperId, entry, marks, comments, typedBy, typedAt } of entries)
			await sql`insert into paper_entry (paper_id, ordinal, marks, comments, entered_by, entered_by_account, entered_at)
				values (${paperId}, ${entry}, ${sql.json(marks)}, ${sql.json(comments)}, ${typedBy.name}, ${typedBy.id}, ${instant(typedAt)})`;
	});
}
