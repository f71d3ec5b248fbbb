// T-25: what was marked, signed and logged is held by the database itself, also against SQL of the application's role (ADR 0017).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { reopenScoresheet } from '../../src/lib/server/usecases/reopen-scoresheet.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { reopenPreview } from '../../src/lib/server/views/reopen-preview.ts';
import { judgingContest, type JudgingContest } from './judging-contest.ts';
import { givePin, lockSigned, reopenSigned } from './lock-signed.ts';
import { reopenReason as reason, signedSheets } from './signed-sheets.ts';
import { ok } from './setup-world.ts';

let world: JudgingContest;
let turnId: string;
let role: JudgingContest['fresh']['sql'];

beforeAll(async () => {
	world = await judgingContest();
	role = world.fresh.sql;
	({ turnId } = await signedSheets(world));
});
afterAll(() => world.app.close());

const refused = { code: '42501' };

test.each([
	'update scoresheet set marks = \'{"TT1": 0}\' where locked_at is not null',
	"update scoresheet set comments = '{}' where locked_at is not null",
	'update scoresheet set locked_at = null where locked_at is not null',
	'update scoresheet set signed_by = reopened_by where revision = 2',
	'update scoresheet set marks = \'{"TT1": 0}\' where locked_at is null',
	"update scoresheet set version = version + 1, reopen_reason = 'lý do khác' where locked_at is null",
	'update scoresheet set version = version + 1, revision = 9 where locked_at is null',
	'delete from scoresheet',
	'delete from scoresheet where locked_at is null',
	'truncate scoresheet cascade',
	"update contest_event set kind = 'x'",
	'delete from contest_event where sequence = 1',
	'truncate contest_event',
	'truncate contest cascade',
	'alter table scoresheet disable trigger all',
	'alter table contest_event disable trigger user',
	'drop trigger sheet_is_guarded on scoresheet',
	'set session_replication_role = replica'
])('as the role of the application: %s', async (statement) => {
	await expect(role.unsafe(statement)).rejects.toMatchObject(refused);
	expect(ok(await verifyLog(world.app, world.contestId))).toMatchObject({ ok: true });
});

test.each([
	'update scoresheet set marks = marks',
	'delete from contest_event',
	'truncate scoresheet cascade',
	'truncate decision'
])('whoever owns the tables is stopped by the guards too, until they take them away: %s', async (statement) => {
	await expect(world.fresh.owner.sql.unsafe(statement)).rejects.toMatchObject(refused);
});

/** GK03's sheet is open in revision 2. */
const sign = (by: string, version = 2) =>
	role`update scoresheet set locked_at = now(), signed_by = ${by} where locked_at is null and version = ${version}`;

test('R72 what was reopened is signed by another than who opened it, and only after a PIN', async () => {
	const { sql } = world.fresh;
	await expect(role`update scoresheet set locked_at = now() where locked_at is null`).rejects.toMatchObject(refused);
	await expect(sign(world.head.accountId)).rejects.toThrow('scoresheet_second_person');
	await sql`update signing_pin set proved_at = now() - interval '2 minutes' where account_id = ${world.other.accountId}`;
	await expect(sign(world.other.accountId)).rejects.toMatchObject(refused);
	await expect(sign(world.secretary.accountId)).rejects.toMatchObject(refused);
	// Marks of one's own choice do not slip in with the signature.
	await sql`update signing_pin set proved_at = now() where account_id = ${world.other.accountId}`;
	await expect(
		role`update scoresheet set marks = '{"TT1": 0}', locked_at = now(), signed_by = ${world.other.accountId} where locked_at is null`
	).rejects.toMatchObject(refused);
});

test('a sheet is opened anew only over a locked one, as it was, with a reason and a person who gave the PIN; never twice', async () => {
	const [gk01, , gk03] = world.judges.map(({ id }) => id);
	const by = world.head.accountId;
	const open = (
		judge = gk01,
		revision = 2,
		marks = fullHundredths(),
		why: string | null = reason,
		who: string | null = by
	) => role`
		insert into scoresheet (turn_id, judge_id, revision, version, marks, comments, saved_at, reopen_reason, reopened_by)
		values (${turnId}, ${judge!}, ${revision}, 9, ${role.json(marks)}, '{"TT1": "Mở đầu tốt"}', now(), ${why}, ${who})`;
	await expect(open(gk01, 2, { TT1: 0 })).rejects.toMatchObject(refused);
	await expect(open(gk01, 3)).rejects.toMatchObject(refused);
	await expect(open(gk01, 2, fullHundredths(), null)).rejects.toMatchObject(refused);
	await expect(open(gk01, 2, fullHundredths(), reason, null)).rejects.toMatchObject(refused);
	await expect(open(gk01, 2, fullHundredths(), reason, world.secretary.accountId)).rejects.toMatchObject(refused);
	await expect(open(gk03, 3)).rejects.toMatchObject(refused);
	await expect(
		role`insert into scoresheet (turn_id, judge_id, revision, version, marks, comments, saved_at, locked_at, signed_by)
			values (${world.turns[1]!.id}, ${gk01!}, 1, 1, '{}', '{}', now(), now(), ${by})`
	).rejects.toMatchObject(refused);
	expect(await world.fresh.sql`select 1 from scoresheet`).toHaveLength(5);
});

test('R72 nobody opens their own sheet; the head judge opens those of the others, an organiser those of a head judge', async () => {
	const { app, contestId, head, member, organiser, judges, secretary } = world;
	const ask = (at: number, more: object = {}) => ({ contestId, turnId, judgeId: judges[at]!.id, reason, ...more });
	expect(await reopenSigned(app, head, ask(0))).toMatchObject({ refused: 'sheet/same-person' });
	expect(await reopenSigned(app, organiser, ask(1))).toMatchObject({ refused: 'access/not-allowed' });
	for (const seat of [member, secretary])
		expect(await reopenSigned(app, seat, ask(0))).toMatchObject({ refused: 'access/not-allowed' });
	expect(await reopenScoresheet(app, organiser, ask(0))).toMatchObject({ refused: 'signature/pin-not-valid' });
	expect(await reopenScoresheet(app, organiser, ask(0, { pin: '7295' }))).toMatchObject({
		refused: 'signature/wrong-pin'
	});
	const of = async (seat: typeof head) => {
		const matrix = await markingMatrix(app, seat, contestId);
		return isRefusal(matrix) ? matrix : matrix.rows[0]!.cells.map(({ canReopen }) => canReopen);
	};
	// GK03's sheet is a draft.
	expect(await of(head)).toEqual([false, true, false]);
	expect(await of(organiser)).toEqual([true, false, false]);
	expect(await of(secretary)).toEqual([false, false, false]);
	expect(await reopenPreview(app, organiser, contestId, { turnId, judgeId: judges[1]!.id })).toMatchObject({
		refused: 'access/not-allowed'
	});
	ok(await reopenPreview(app, organiser, contestId, { turnId, judgeId: judges[0]!.id }));
	expect(ok(await reopenSigned(app, organiser, ask(0)))).toMatchObject({ result: { revision: 2 } });
	ok(await saveScoresheet(app, head, { contestId, turnId, version: 2, marks: { TT1: '2' }, comments: {} }));
	ok(await lockSigned(app, head, { contestId, turnId, version: 3 }));
	expect(await verifyLog(app, contestId)).toMatchObject({ ok: true });
});

test('who opened a sheet and was then seated in the place of its judge does not sign it', async () => {
	const { app, contestId, head, other, judges, fresh } = world;
	await givePin(app, other.accountId);
	await fresh.sql`update judge set account_id = null where id = ${judges[0]!.id}`;
	await fresh.sql`update judge set account_id = ${head.accountId} where id = ${judges[2]!.id}`;
	expect(await lockSigned(app, head, { contestId, turnId, version: 2 })).toMatchObject({
		refused: 'sheet/same-person'
	});
});

function fullHundredths(): Record<string, number> {
	return Object.fromEntries(world.criteria.map(({ code, max }) => [code, max]));
}
