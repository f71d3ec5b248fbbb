// R148 on real Postgres: locking a session, opening it by two, and what the database itself refuses.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveToPaper } from '../../src/lib/server/usecases/move-to-paper.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { fullMarks, judgingContest, type JudgingContest } from './judging-contest.ts';
import { lockSigned, reopenSigned } from './lock-signed.ts';
import { openingReason, sessionOf } from './locked-session.ts';
import { ok } from './setup-world.ts';

let world: JudgingContest;

beforeEach(async () => {
	world = await judgingContest();
});
afterEach(() => world.app.close());

const reason = 'Nhầm tiêu chí của thí sinh';
const holds = async () => expect(await verifyLog(world.app, world.contestId)).toMatchObject({ ok: true });

describe('R148 the lock of a session', () => {
	test('names who is missing, and is the head judge’s, by PIN', async () => {
		const session = await sessionOf(world, 0);
		expect(await session.lock()).toMatchObject({ refused: 'session/turns-open', details: { numbers: 'TS01' } });
		await session.perform([world.head, world.member]);
		expect(await session.lock()).toMatchObject({
			refused: 'session/sheets-missing',
			details: { missing: 'GK03 (TS01)' }
		});
		expect(await session.state()).toMatchObject({ canLock: false, lock: null, can: { lock: false } });
		ok(
			await saveScoresheet(world.app, world.other, {
				...{ contestId: world.contestId, turnId: session.turnId },
				...{ version: 0, marks: fullMarks(world), comments: {} }
			})
		);
		ok(await lockSigned(world.app, world.other, { contestId: world.contestId, turnId: session.turnId, version: 1 }));
		for (const seat of [world.member, world.secretary, world.organiser])
			expect(await session.lock(seat)).toMatchObject({ refused: 'access/not-allowed' });
		expect(await session.lock(world.head, { pin: '1357' })).toMatchObject({ refused: 'signature/wrong-pin' });
		expect(await session.lock(world.head, { session: 'TRUA' })).toMatchObject({ refused: 'input/not-found' });
		const told = async () => ok(await markingMatrix(world.app, world.head, world.contestId)).lockedSessions;
		expect(await told()).toEqual([]);
		ok(await session.lock());
		expect(await told()).toHaveLength(1);
		expect(await session.lock()).toMatchObject({ refused: 'session/locked' });
		await holds();
	});

	test('after it nothing of the session is saved, opened or moved, and other sessions go on', async () => {
		const session = await sessionOf(world, 0);
		await session.perform();
		ok(await session.lock());
		const { app, contestId, head, judges, member } = world;
		const sheet = { contestId, turnId: session.turnId };
		const draft = { ...sheet, version: 1, marks: { TT1: '1' }, comments: {} };
		expect(await saveScoresheet(app, member, draft)).toMatchObject({ refused: 'session/locked' });
		expect(await lockSigned(app, member, { ...sheet, version: 1 })).toMatchObject({ refused: 'session/locked' });
		expect(await moveToPaper(app, member, { ...sheet, version: 1, reason })).toMatchObject({
			refused: 'session/locked'
		});
		expect(await reopenSigned(app, head, { ...sheet, judgeId: judges[1]!.id, reason })).toMatchObject({
			refused: 'session/locked'
		});
		const matrix = ok(await markingMatrix(app, head, contestId));
		expect(matrix.rows[0]!.cells.some(({ canReopen }) => canReopen)).toBe(false);
		await (await sessionOf(world, 1, 'CHIEU')).perform([member]);
		await holds();
	});

	test('the database refuses it whoever writes', async () => {
		const session = await sessionOf(world, 0);
		await session.perform();
		ok(await session.lock());
		const { sql } = world.fresh.owner;
		const [gk02, turnId] = [world.judges[1]!.id, session.turnId];
		const refused = { code: '42501' };
		await sql`update signing_pin set proved_at = now()`;
		await expect(sql`
			insert into scoresheet (turn_id, judge_id, revision, version, marks, comments, saved_at, reopen_reason, reopened_by)
			select turn_id, judge_id, 2, 9, marks, comments, now(), ${reason}, ${world.head.accountId} from scoresheet
			where judge_id = ${gk02} and turn_id = ${turnId}`).rejects.toMatchObject(refused);
		await expect(sql`update turn set session = 'CHIEU' where id = ${turnId}`).rejects.toMatchObject(refused);
		await expect(sql`update turn set session = 'SANG' where id = ${world.turns[1]!.id}`).rejects.toMatchObject(refused);
		await expect(sql`delete from marking_lock`).rejects.toMatchObject(refused);
		await expect(sql`truncate marking_lock cascade`).rejects.toMatchObject(refused);
		await expect(
			sql`update marking_lock set opened_at = now(), opened_by = 'A', opened_by_account = ${world.head.accountId}`
		).rejects.toMatchObject(refused);
		await expect(sql`update marking_lock set locked_at = now()`).rejects.toMatchObject(refused);
		const ask = (by: string) =>
			sql`update marking_lock set asked_by = 'A', asked_by_account = ${by}, asked_at = now(), reason = ${reason}`;
		await sql`update signing_pin set proved_at = now() - interval '2 minutes'`;
		await expect(ask(world.head.accountId)).rejects.toMatchObject(refused);
		await sql`update signing_pin set proved_at = now()`;
		await ask(world.head.accountId);
		// Nobody alone: neither by changing who asked, nor by opening what they asked themselves.
		await expect(ask(world.organiser.accountId)).rejects.toMatchObject(refused);
		await expect(
			sql`update marking_lock set opened_at = now(), opened_by = 'A', opened_by_account = ${world.head.accountId}`
		).rejects.toThrow('marking_lock_second_person');
	});

	test('a judge who saves while the session is being locked is waited for, or refused in words', async () => {
		const session = await sessionOf(world, 0);
		await session.perform();
		// GK03 is excused, so the session can be locked over an unfinished draft of theirs.
		const { app, contestId, fresh } = world;
		const draft = { contestId, turnId: world.turns[1]!.id, version: 0, marks: { DC1: '1' }, comments: {} };
		await fresh.owner.sql`update turn set session = 'SANG' where id = ${world.turns[1]!.id}`;
		await fresh.owner.sql`update turn set status = 'absent' where id = ${world.turns[1]!.id}`;
		const outcomes = await Promise.all([session.lock(), saveScoresheet(app, world.other, draft)]);
		ok(outcomes[0]);
		const [row] = await fresh.sql`select count(*)::int as count from scoresheet where turn_id = ${world.turns[1]!.id}`;
		expect(row).toEqual({ count: 'refused' in outcomes[1] ? 0 : 1 });
		expect(await saveScoresheet(app, world.other, draft)).toMatchObject({ refused: 'session/locked' });
		await holds();
	});

	test('two people open it, an organiser and a head judge between them; then sheets are opened as always', async () => {
		const session = await sessionOf(world, 0);
		await session.perform();
		expect(await session.ask(world.organiser)).toMatchObject({ refused: 'session/not-locked' });
		ok(await session.lock());
		expect(await session.open(world.head)).toMatchObject({ refused: 'session/nothing-asked' });
		expect(await session.ask(world.organiser, { reason: '' })).toMatchObject({ refused: 'input/reason-needed' });
		for (const seat of [world.secretary, world.member])
			expect(await session.ask(seat)).toMatchObject({ refused: 'access/not-allowed' });
		ok(await session.ask(world.organiser));
		expect(await session.ask(world.head)).toMatchObject({ refused: 'session/opening-asked' });
		expect(await session.open(world.organiser)).toMatchObject({ refused: 'session/same-person' });
		expect((await session.state(world.organiser)).can).toMatchObject({ open: false, withdraw: true });
		expect(await session.state()).toMatchObject({
			lock: { asked: { by: world.organiser.name, awaits: 'head_judge' } },
			opened: null,
			can: { open: true }
		});
		ok(await session.withdraw(world.head));
		ok(await session.ask(world.head));
		expect(await session.state(world.organiser)).toMatchObject({
			lock: { asked: { awaits: 'organiser' } },
			can: { open: true }
		});
		ok(await session.open(world.organiser));
		expect(await session.state()).toMatchObject({
			lock: null,
			opened: { askedBy: world.head.name, openedBy: world.organiser.name, reason: openingReason },
			can: { lock: true }
		});
		const { app, contestId, head, judges, member } = world;
		const sheet = { contestId, turnId: session.turnId };
		ok(await reopenSigned(app, head, { ...sheet, judgeId: judges[1]!.id, reason }));
		expect(await session.lock()).toMatchObject({ refused: 'session/sheets-missing' });
		ok(await saveScoresheet(app, member, { ...sheet, version: 2, marks: { TT1: '3' }, comments: {} }));
		ok(await lockSigned(app, member, { ...sheet, version: 3 }));
		ok(await session.lock());
		await holds();
	});
});
