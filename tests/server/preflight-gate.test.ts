// The gate before a contest begins, on real Postgres: open problems refuse the lobby and the first call, accepted ones do not (R251).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { openDatabase } from '../../src/lib/server/database/open-database.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { insertAccount } from '../../src/lib/server/stores/accounts.ts';
import { readUnsafeSettings } from '../../src/lib/server/stores/database-facts.ts';
import { readLives } from '../../src/lib/server/stores/find-questions.ts';
import { readTurns } from '../../src/lib/server/stores/turns.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { runRound } from '../../src/lib/server/usecases/run-round.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { stepQuestions } from '../../src/lib/server/usecases/step-questions.ts';
import { readPreflight } from '../../src/lib/server/views/preflight-report.ts';
import { asAdmin } from './fresh-database.ts';
import { drawOrder, ok, setupWorld, type World } from './setup-world.ts';
import { storeDecision } from './store-decision.ts';

let world: World;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());

async function contestWithRound(template: string) {
	const { contestId, organiser } = await world.contest(template);
	ok(await loadSample(world.app, organiser, { contestId }));
	const pick = { kind: 'codes', codes: ['LS01'] };
	const made = await createRound(world.app, organiser, { contestId, partCode: 'KT', title: 'Vòng 1', pick });
	return { contestId, organiser, roundId: ok(made).result.roundId };
}

async function secondAccount() {
	const account = await insertAccount(world.app.database.drizzle, {
		login: 'hai',
		displayName: 'Trần Thị Hai',
		passwordHash: 'x',
		isFounder: false
	});
	return account!.id;
}

const openLobby = (seat: StaffSeat, contestId: string, roundId: string) =>
	runRound(world.app, seat, { contestId, roundId, command: { do: 'open-lobby' } });

/** The rules ask for more questions than the bank has: it may be accepted. */
const askTooMuch = (contestId: string) =>
	world.app.database.sql`
		update contest set rules = jsonb_set(rules, '{stages,0,parts,0,questionCount}', '500') where id = ${contestId}`;

function accept(contestId: string, problem: string, path: string, sequence = 1) {
	const { sql } = world.app.database;
	return storeDecision(sql, contestId, { kind: 'override', problem, path }, { sequence });
}

describe('R251 before anything begins', () => {
	it('a sound contest opens its lobby and calls its first contestant', async () => {
		const { contestId, organiser, roundId } = await contestWithRound('kien-thuc-thuyet-trinh');
		await drawOrder(world, organiser, contestId);
		ok(await openLobby(organiser, contestId, roundId));
		const [first] = await readTurns(world.app.database.drizzle, contestId);
		ok(await runTurn(world.app, organiser, { contestId, turnId: first!.id, command: { do: 'call' } }));
	});

	it('an open problem refuses the lobby with its sentence and how many there are, and changes nothing', async () => {
		const { contestId, organiser, roundId } = await contestWithRound('kien-thuc-thuyet-trinh');
		await askTooMuch(contestId);
		expect(await openLobby(organiser, contestId, roundId)).toMatchObject({
			refused: 'contest/not-ready',
			details: { count: 2, problem: { vi: expect.stringContaining('500'), en: expect.stringContaining('500') } }
		});
		const [row] = await world.app.database.sql`select phase from round where id = ${roundId}`;
		expect(row).toEqual({ phase: 'planned' });
	});

	it('what organiser and head judge accepted together does not stand in the way; what one of them did, does', async () => {
		const { contestId, organiser, roundId } = await contestWithRound('chi-trac-nghiem');
		await askTooMuch(contestId);
		await accept(contestId, 'questions-too-few', 'somewhere else');
		expect(await openLobby(organiser, contestId, roundId)).toMatchObject({ refused: 'contest/not-ready' });
		await accept(contestId, 'questions-too-few', 'questions', 2);
		ok(await openLobby(organiser, contestId, roundId));
	});

	it('where questions have to be approved it counts those alone, and those a round has (R232, R282)', async () => {
		const { contestId, organiser, roundId } = await contestWithRound('chi-trac-nghiem');
		const second = { ...organiser, accountId: await secondAccount() };
		const lives = await readLives(world.app.database.drizzle, contestId);
		const questions = lives.filter(({ code }) => code !== 'LS01').map(({ code, version }) => ({ code, version }));
		const all = async (step: object) => ok(await stepQuestions(world.app, second, { contestId, questions, ...step }));
		const problems = async () => ok(await readPreflight(world.app, organiser, contestId)).open;
		expect(await problems()).toEqual([]);
		await world.fresh.sql`update contest set bank_policy = 'approved' where id = ${contestId}`;
		expect(await problems()).toMatchObject([{ code: 'questions-too-few', details: { count: 1, needed: 20 } }]);
		expect(await openLobby(organiser, contestId, roundId)).toMatchObject({ refused: 'contest/not-ready' });
		await all({ step: 'review' });
		await all({ step: 'approve' });
		expect(await problems()).toEqual([]);
		await all({ step: 'retire', reason: 'Luật đã sửa đổi' });
		expect(await problems()).toMatchObject([{ code: 'questions-too-few', details: { count: 1 } }]);
	});

	it('names the parts whose rounds hold fewer questions than the rules ask for, and stops nothing (R232)', async () => {
		const { contestId, organiser, roundId } = await contestWithRound('chi-trac-nghiem');
		const short = async () => ok(await readPreflight(world.app, organiser, contestId)).shortParts;
		expect(await short()).toMatchObject([{ title: { vi: 'Kiến thức' }, planned: 1, needed: 20 }]);
		ok(await openLobby(organiser, contestId, roundId));
		const pick = { kind: 'draw', seed: '1 2 3', count: 19 };
		ok(await createRound(world.app, organiser, { contestId, partCode: 'KT', title: 'Vòng 2', pick }));
		expect(await short()).toEqual([]);
	});

	it('refuses the first call, but no later one: a contest that runs is not stopped', async () => {
		const { contestId, organiser } = await world.contest('ba-phan');
		ok(await loadSample(world.app, organiser, { contestId }));
		await drawOrder(world, organiser, contestId);
		const [first, second] = await readTurns(world.app.database.drizzle, contestId);
		const run = (turnId: string, step: string) =>
			runTurn(world.app, organiser, { contestId, turnId, command: { do: step } });
		const { sql } = world.app.database;
		const unseat = (seats: string[]) => sql`update judge set panels = ${seats} where contest_id = ${contestId}`;
		await unseat([]);
		expect(await run(first!.id, 'call')).toMatchObject({ refused: 'contest/not-ready' });
		await unseat(['BGK']);
		for (const step of ['call', 'step-on-stage', 'start', 'end']) ok(await run(first!.id, step));
		await unseat([]);
		expect(isRefusal(await run(second!.id, 'call'))).toBe(false);
	});

	it('a database that may lose what it commits opens neither a round nor a stage, until it is set right', async () => {
		const { contestId, organiser, roundId } = await contestWithRound('kien-thuc-thuyet-trinh');
		await drawOrder(world, organiser, contestId);
		const [first] = await readTurns(world.app.database.drizzle, contestId);
		const call = () => runTurn(world.app, organiser, { contestId, turnId: first!.id, command: { do: 'call' } });
		const unsafe = { refused: 'server/unsafe-database', details: { settings: 'synchronous_commit' } };
		const name = new URL(world.fresh.url).pathname.slice(1);
		await asAdmin((admin) => admin.unsafe(`alter database ${name} set synchronous_commit = off`));
		expect(await openLobby(organiser, contestId, roundId)).toMatchObject(unsafe);
		expect(await call()).toMatchObject(unsafe);
		const [row] = await world.app.database.sql`select phase from round where id = ${roundId}`;
		expect(row).toEqual({ phase: 'planned' });
		// A server that starts only now has it in every session; `local` and `remote_write` are safe on this machine.
		const later = openDatabase({ url: world.fresh.url });
		expect(await readUnsafeSettings(later.drizzle)).toEqual(['synchronous_commit']);
		await later.close();
		await asAdmin((admin) => admin.unsafe(`alter database ${name} set synchronous_commit = local`));
		ok(await openLobby(organiser, contestId, roundId));
		ok(await call());
	});

	it('a contest without anybody who competes is told so (R230)', async () => {
		const { contestId, organiser } = await world.contest('chi-trac-nghiem');
		const codes = ok(await readPreflight(world.app, organiser, contestId)).open.map(({ code }) => code);
		expect(codes).toEqual(['contestants-none', 'questions-too-few']);
	});

	it('an empty document opens nothing', async () => {
		const { contestId, organiser } = await world.contest('nothing');
		ok(await loadSample(world.app, organiser, { contestId }));
		const pick = { kind: 'codes', codes: ['LS01'] };
		const made = await createRound(world.app, organiser, { contestId, partCode: 'KT', title: 'Vòng 1', pick });
		expect(made).toMatchObject({ refused: 'input/not-found' });
	});
});
