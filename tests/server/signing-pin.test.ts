// The PIN with which a judge signs a sheet (T-25, ADR 0013): set by password, five tries, never stored or logged as it is.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatPoints } from '../../src/lib/contest/points.ts';
import { hashPassword } from '../../src/lib/server/passwords.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { lockScoresheet } from '../../src/lib/server/usecases/lock-scoresheet.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { setSigningPin } from '../../src/lib/server/usecases/sign-with-pin.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { judgingContest, type JudgingContest } from './judging-contest.ts';
import { ok } from './setup-world.ts';

const password = 'một mật khẩu đủ dài';
let world: JudgingContest;
let turnId: string;

beforeEach(async () => {
	world = await judgingContest();
	const { app, contestId, member, organiser } = world;
	turnId = world.turns[0]!.id;
	ok(await runTurn(app, organiser, { contestId, turnId, command: { do: 'call' } }));
	const hash = ok(await hashPassword(password));
	await world.fresh.sql`update account set password_hash = ${hash} where id = ${member.accountId}`;
	const marks = Object.fromEntries(world.criteria.map(({ code, max }) => [code, formatPoints(max)]));
	ok(await saveScoresheet(app, member, { contestId, turnId, version: 0, marks, comments: {} }));
});
afterEach(() => world.app.close());

const set = (pin: string, by = password) => setSigningPin(world.app, world.member, { pin, password: by });
const sign = (pin?: string, seat = world.member) =>
	lockScoresheet(world.app, seat, { contestId: world.contestId, turnId, version: 1, pin });
const pinNow = async () => ok(await judgeDesk(world.app, world.member, world.contestId, turnId)).pin;

test('without a PIN nothing is signed; with it the log says that the sheet was signed by PIN, and nowhere which', async () => {
	expect(await sign('7294')).toMatchObject({ refused: 'signature/no-pin' });
	expect(await pinNow()).toBe('none');
	expect(await set('7294')).toBe(true);
	expect(await pinNow()).toBe('set');
	expect(await sign()).toMatchObject({ refused: 'signature/pin-not-valid' });
	expect(await sign('7294')).toMatchObject({ result: { lockedAt: expect.any(Number) } });
	const events = await readEvents(world.app.database.drizzle, world.contestId);
	expect(events.at(-1)).toMatchObject({ kind: 'sheet-locked', payload: { judge: 'GK02', signedBy: 'pin' } });
	expect(JSON.stringify(events)).not.toContain('"7294"');
	const [row] = await world.fresh.sql`select * from signing_pin`;
	expect(row).toMatchObject({ pin_hash: expect.stringMatching(/^\$argon2id\$/), tries: 0 });
});

test.each(['123', '1234567', '12a4', 'một hai'])('«%s» is no PIN', async (pin) => {
	expect(await set(pin)).toMatchObject({ refused: 'signature/pin-not-valid' });
});

test.each(['0000', '1234', '987654', '567890'])('«%s» is too easy', async (pin) => {
	expect(await set(pin)).toMatchObject({ refused: 'signature/pin-too-easy' });
});

test('only the own password sets it, and nobody signs with the PIN of another', async () => {
	expect(await set('7294', 'sai mật khẩu')).toMatchObject({ refused: 'signature/wrong-password' });
	expect(await set('7294')).toBe(true);
	expect(await sign('7294', world.other)).toMatchObject({ refused: 'signature/no-pin' });
	expect(await sign('7294', world.secretary)).toMatchObject({ refused: 'access/not-allowed' });
});

test('five wrong tries lock it, also the right one after them; the password sets a new one', async () => {
	await set('7294');
	for (const left of [4, 3, 2, 1])
		expect(await sign('1928')).toMatchObject({ refused: 'signature/wrong-pin', details: { left } });
	expect(await sign('1928')).toMatchObject({ refused: 'signature/pin-locked' });
	expect(await sign('7294')).toMatchObject({ refused: 'signature/pin-locked' });
	expect(await pinNow()).toBe('locked');
	await set('5063');
	expect(await sign('5063')).toMatchObject({ result: {} });
});

test('twenty tries at once are five tries', async () => {
	await set('7294');
	const all = await Promise.all(Array.from({ length: 20 }, (_, at) => sign(String(8100 + at))));
	const codes = all.map((each) => ('refused' in each ? each.refused : 'signed'));
	expect(codes.filter((code) => code === 'signature/wrong-pin')).toHaveLength(4);
	expect(codes.filter((code) => code === 'signature/pin-locked')).toHaveLength(16);
});

test('a right PIN gives the tries back', async () => {
	await set('7294');
	for (let round = 0; round < 2; round++) {
		for (const wrong of ['1928', '1929', '1930', '1931']) await sign(wrong);
		expect(await sign('7294')).not.toMatchObject({ refused: 'signature/pin-locked' });
	}
});
