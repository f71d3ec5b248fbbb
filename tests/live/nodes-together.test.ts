// F-45, INV-6: four servers start at once on an empty database, and two nodes with Redis serve one round together, also after Redis has died.
import { afterAll, expect, test } from 'vitest';
import { fastPace } from '../../src/cli/rehearsal/pace.ts';
import { joinWithSlip, type Phone } from '../../src/cli/rehearsal/phone.ts';
import { playQuiz } from '../../src/cli/rehearsal/play-quiz.ts';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { prepareContest } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor } from '../../src/cli/rehearsal/visitor.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { readFolderMigrations } from '../../src/lib/server/database/migrate.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { auditContest } from '../../src/lib/server/views/audit.ts';
import { startRedis } from '../machine/start-redis.ts';
import { emptyDatabase, migrationsFolder } from '../server/fresh-database.ts';

const servers: ServerProcess[] = [];
const ends: (() => Promise<unknown> | void)[] = [];

afterAll(async () => {
	for (const server of servers) server.process.kill('SIGKILL');
	for (const end of ends.reverse()) await end();
});

test('four start together, two serve one round, Redis dies in the middle', async () => {
	const empty = await emptyDatabase();
	ends.push(() => empty.drop());
	const redis = await startRedis();
	ends.push(() => redis.stop());
	const settings = { ...empty.settings, REDIS_URL: redis.url, LOG_LEVEL: 'silent' };
	servers.push(...(await Promise.all([1, 2, 3, 4].map(() => startServerProcess(settings)))));
	const app = await openApp(readConfig(empty.settings), makeLog('silent'));
	ends.push(() => app.close());
	const [applied] = await app.database.sql`select count(*)::int as count from drizzle.__drizzle_migrations`;
	expect(applied?.count).toBe(readFolderMigrations(migrationsFolder).length);

	const [nodeA, nodeB, ...others] = servers;
	if (!nodeA || !nodeB) throw new Error('two nodes are needed');
	expect(await Promise.all(others.map((server) => server.stop()))).toEqual([0, 0]);
	const organiser = makeVisitor(nodeA.origin);
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'nodes',
		displayName: 'Người tổ chức',
		password: 'mat-khau-thu'
	});
	const contest = await prepareContest(app, organiser, 'chi-trac-nghiem', 'Hai nút', 6);
	const phones: Phone[] = await Promise.all(
		contest.slips
			.slice(0, 20)
			.map(({ contestant, ticket }, index) =>
				joinWithSlip(index % 2 === 0 ? nodeA.origin : nodeB.origin, contestant?.number ?? '', ticket)
			)
	);
	ends.push(() => phones.forEach((phone) => phone.close()));

	// Each act waits until the phones of both nodes show it; from the third question on there is no Redis any more.
	const dying = phones[0]
		?.until((stage) => stage.scene.kind === 'question' && stage.scene.question.number === 3, 'the third question')
		.then(() => redis.process.kill('SIGKILL'));
	await playQuiz({
		organiser,
		contestId: contest.contestId,
		roundId: contest.roundId ?? '',
		phones,
		pace: fastPace,
		random: repeatableRandom(5)
	});
	await dying;

	expect([nodeA.process.exitCode, nodeB.process.exitCode]).toEqual([null, null]);
	expect(new Set(phones.map((phone) => phone.stage?.version)).size).toBe(1);
	const sent = phones.flatMap((phone) => phone.sent);
	const operations = (lines: typeof sent) => lines.map((line) => line.answer.operation);
	const kept = sent.filter((line) => line.receipt !== null);
	const audit = await auditContest(app, contest.contestId, operations(sent), operations(kept));
	expect(audit).toMatchObject({ lost: [], unknown: [], differing: [], stored: sent.length });
});
