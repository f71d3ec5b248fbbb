// INV-1, INV-11: the only server is killed at random moments of a round; no acknowledged answer is lost or doubled, every phone comes back by itself.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { joinWithSlip, someChoice, type Phone } from '../../src/cli/rehearsal/phone.ts';
import { freePort, startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { prepareContest, type PreparedContest } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor, type Visitor } from '../../src/cli/rehearsal/visitor.ts';
import type { Stage } from '../../src/lib/contest/stage.ts';
import { openApp, type App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { auditContest } from '../../src/lib/server/views/audit.ts';
import { freshDatabase, type FreshDatabase } from '../server/fresh-database.ts';

const kills = 20;
const phonesUsed = 18;
const random = repeatableRandom(20);

let fresh: FreshDatabase;
let app: App;
let port: string;
let server: ServerProcess;
let organiser: Visitor;
let contest: PreparedContest;
let phones: Phone[];

const start = () => startServerProcess({ DATABASE_URL: fresh.url, PORT: port, LOG_LEVEL: 'error' });

beforeAll(async () => {
	fresh = await freshDatabase();
	app = await openApp(readConfig({ DATABASE_URL: fresh.url }), makeLog('silent'));
	port = String(await freePort());
	server = await start();
	organiser = makeVisitor(server.origin);
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'kills',
		displayName: 'Người tổ chức',
		password: 'mat-khau-thu'
	});
	contest = await prepareContest(app, organiser, 'chi-trac-nghiem', 'Thử mất điện', 20);
	phones = await Promise.all(
		contest.slips
			.slice(0, phonesUsed)
			.map(({ contestant, ticket }) => joinWithSlip(server.origin, contestant?.number ?? '', ticket))
	);
});

afterAll(async () => {
	for (const phone of phones ?? []) phone.close();
	server?.process.kill('SIGKILL');
	await app?.close();
	await fresh?.drop();
});

test('twenty kills in one round', async () => {
	const path = `/organise/${contest.contestId}/rounds/${contest.roundId}`;
	const everyPhone = (what: string, isThere: (stage: Stage) => boolean) =>
		Promise.all(phones.map((phone) => phone.until(isThere, what)));
	const inPhase = (number: number, phases: string[]) => (stage: Stage) =>
		stage.scene.kind === 'question' && stage.scene.question.number === number && phases.includes(stage.scene.phase);
	const act = async (what: string) => {
		const [row] = await fresh.sql`select version from contest where id = ${contest.contestId}`;
		await organiser.post(path, { do: what, version: String(row?.version) });
	};

	await act('open-lobby');
	await everyPhone('lobby', (stage) => stage.scene.kind === 'lobby');
	for (let number = 1; number <= kills; number++) {
		await act('show-question');
		await everyPhone('shown', inPhase(number, ['shown']));
		await act('start-timer');
		await everyPhone('running', inPhase(number, ['running']));

		// The blow falls when a random number of answers has been acknowledged, while the others are on their way.
		const before = acknowledged().length;
		const blowAfter = Math.floor(random() * phonesUsed);
		const answering = Promise.all(
			phones.map((phone) => {
				const scene = phone.stage?.scene;
				return scene?.kind === 'question' ? phone.answer(someChoice(scene, random)) : undefined;
			})
		);
		while (acknowledged().length - before < blowAfter) await new Promise(setImmediate);
		server.process.kill('SIGKILL');
		server = await start();
		await answering;
		const [row] = await fresh.sql`select phase, question_index from round where id = ${contest.roundId}`;
		expect(row?.question_index).toBe(number - 1);
		await everyPhone('the same question again', inPhase(number, ['running', 'closing', 'closed']));

		const [now] = await fresh.sql`select phase from round where id = ${contest.roundId}`;
		if (now?.phase === 'running') await act('close');
		await everyPhone('seal', inPhase(number, ['closed']));
		await act('reveal');
		await everyPhone('reveal', inPhase(number, ['revealed']));
	}

	const sent = phones.flatMap((phone) => phone.sent);
	expect(sent).toHaveLength(kills * phonesUsed);
	const operations = (lines: typeof sent) => lines.map((line) => line.answer.operation);
	const audit = await auditContest(app, contest.contestId, operations(sent), operations(acknowledged()));
	expect(audit.lost).toEqual([]);
	expect(audit.unknown).toEqual([]);
	expect(audit.stored).toBe(acknowledged().length);
	expect(sent.filter((line) => line.receipt === null && line.refused === null)).toEqual([]);

	function acknowledged() {
		return phones.flatMap((phone) => phone.sent).filter((line) => line.receipt !== null);
	}
});
