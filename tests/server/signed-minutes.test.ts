// R149, R71 on real Postgres: signing and sealing the minutes of a locked session, hands that are void after a change, and what the log shows of it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chainHash, verifyChain } from '../../src/lib/contest/event-chain.ts';
import { verifyStored } from '../../src/lib/contest/stored-marks.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { minutesDesk } from '../../src/lib/server/views/minutes-desk.ts';
import { minutesPaper } from '../../src/lib/server/views/minutes-paper.ts';
import { judgingContest, type JudgingContest } from './judging-contest.ts';
import { openingReason, sessionOf } from './locked-session.ts';
import { ok } from './setup-world.ts';
import { readAsStored } from './signed-sheets.ts';
import { storeDecision } from './store-decision.ts';

let world: JudgingContest;

beforeEach(async () => {
	world = await judgingContest();
});
afterEach(() => world.app.close());

const reason = 'Nhầm tiêu chí của thí sinh';
const holds = async () => expect(await verifyLog(world.app, world.contestId)).toMatchObject({ ok: true });

test('R149 head judge and secretary sign what they see, two people; the seal comes after both', async () => {
	const session = await sessionOf(world, 0);
	await session.perform();
	expect(await session.sign(world.head)).toMatchObject({ refused: 'session/not-locked' });
	ok(await session.lock());
	for (const seat of [world.member, world.organiser])
		expect(await session.sign(seat)).toMatchObject({ refused: 'access/not-allowed' });
	expect(await session.sign(world.head, 'e'.repeat(64))).toMatchObject({ refused: 'minutes/changed' });
	expect(await session.seal()).toMatchObject({ refused: 'minutes/not-signed' });
	ok(await session.sign(world.head));
	expect(await session.sign(world.head)).toMatchObject({ refused: 'minutes/already-signed' });
	expect(await session.seal()).toMatchObject({ refused: 'minutes/not-signed' });
	// The head judge does not sign a second time as secretary.
	const both = { ...world.head, roles: { [world.contestId]: ['secretary' as const] } };
	expect(await session.sign(both)).toMatchObject({ refused: 'minutes/already-signed' });
	ok(await session.sign(world.secretary));
	expect(await session.seal(world.secretary)).toMatchObject({ refused: 'access/not-allowed' });
	ok(await session.seal());
	expect(await session.state()).toMatchObject({ signed: { isSigned: true, isSealed: true, void: [] } });
	const paper = ok(await minutesPaper(world.app, world.organiser, world.contestId, session.place));
	expect(paper.signed.standing.map(({ act, role, by }) => `${act} ${role} ${by}`)).toEqual([
		'signed head_judge Người 0',
		'signed secretary Người 3',
		'sealed head_judge Người 0'
	]);
	expect(paper.document.rows[0]!.sheets.map(({ total }) => total)).toEqual([10_000, 10_000, 10_000]);
	await holds();
	const { sql } = world.fresh.owner;
	for (const statement of ['delete from minutes_signature', "update minutes_signature set role = 'secretary'"])
		await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
	await sql`update signing_pin set proved_at = now()`;
	await expect(sql`
		insert into minutes_signature (lock_id, act, role, document_hash, signed_by, signed_by_account, signed_at)
		select lock_id, 'sealed', 'head_judge', ${'d'.repeat(64)}, 'A', signed_by_account, now() from minutes_signature limit 1
	`).rejects.toMatchObject({ code: '42501' });
});

test('R149 a change after it makes the hands void, whether the session was opened or not, and they sign anew', async () => {
	const session = await sessionOf(world, 0);
	await session.perform();
	ok(await session.lock());
	ok(await session.sign(world.head));
	ok(await session.sign(world.secretary));
	ok(await session.seal());
	const part = 'TT';
	const off = { kind: 'points', stage: 'HT', part, contestant: 'TS01', points: -100 } as const;
	await storeDecision(world.fresh.sql, world.contestId, off);
	const changed = await session.state();
	expect(changed.signed).toMatchObject({ standing: [], isSigned: false, isSealed: false });
	expect(changed.signed.void).toHaveLength(3);
	expect(changed.can).toMatchObject({ sign: true, seal: false });
	ok(await session.sign(world.head));
	ok(await session.ask(world.organiser));
	ok(await session.open(world.head));
	expect((await session.state()).signed).toMatchObject({ standing: [], void: Array(4).fill(expect.anything()) });
	expect(await minutesPaper(world.app, world.organiser, world.contestId, session.place)).toMatchObject({
		refused: 'session/not-locked'
	});
	// Locked again as it was: still another document.
	ok(await session.lock());
	expect((await session.state()).signed).toMatchObject({ standing: [], void: Array(4).fill(expect.anything()) });
	ok(await session.sign(world.secretary));
	ok(await session.sign(world.head));
	expect((await session.state()).signed).toMatchObject({ isSigned: true });
	await holds();
});

test('R71 a sheet that the log changes in a locked session is found, though the chain holds', async () => {
	const session = await sessionOf(world, 0);
	await session.perform();
	ok(await session.lock());
	const { lines, ...rows } = await readAsStored(world);
	const sheet = rows.sheets[1]!;
	const like = lines.find(({ kind }) => kind === 'sheet-locked')!;
	const last = lines.at(-1)!;
	const { turnId, judgeId, judge } = sheet;
	const payload = { turnId, judgeId, judge, revision: 2, reason, signedBy: 'pin' };
	const actor = { ...(like.actor as object), id: world.head.accountId };
	const forged = {
		...like,
		sequence: last.sequence + 1,
		kind: 'sheet-reopened',
		actor,
		payload,
		previousHash: last.hash
	};
	const line = { ...forged, hash: chainHash(forged.previousHash, forged) };
	const sheets = [
		...rows.sheets,
		{ ...sheet, revision: 2, lockedAt: null, signedBy: null, reopenReason: reason, reopenedBy: world.head.accountId }
	];
	expect(verifyChain([...lines, line])).toMatchObject({ ok: true });
	const end = { count: line.sequence, hash: line.hash };
	expect(verifyStored([...lines, line], end, { ...rows, sheets })).toEqual({
		...{ ok: false, bad: 'sheet', sequence: line.sequence, number: 'TS01' },
		...{ judge, revision: 2 }
	});
});

test('the desk is for organisers, head judge and secretaries, and says why a session is to be opened', async () => {
	const session = await sessionOf(world, 0);
	await session.perform();
	ok(await session.lock());
	ok(await session.ask(world.organiser));
	for (const seat of [world.head, world.secretary, world.organiser])
		expect((await session.state(seat)).lock).toMatchObject({ by: 'Người 0', asked: { reason: openingReason } });
	expect(await minutesDesk(world.app, world.member, world.contestId)).toMatchObject({
		refused: 'access/not-allowed'
	});
	expect(JSON.stringify(ok(await minutesDesk(world.app, world.organiser, world.contestId)))).not.toContain('10000');
});
