// F-36: the database is destroyed in the middle of a contest; what is restored from the last copy has the same ranking and the same log.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fastPace } from '../../src/cli/rehearsal/pace.ts';
import { joinWithSlip } from '../../src/cli/rehearsal/phone.ts';
import { playQuiz } from '../../src/cli/rehearsal/play-quiz.ts';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { startServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { granted, prepareContest } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor } from '../../src/cli/rehearsal/visitor.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { restoreBackup, writeBackup } from '../../src/lib/server/backup.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { applicationRole } from '../../src/lib/server/database/embedded-role.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { dropDatabase, freshDatabase, migrationsFolder, ownerUrlOf, urlOf } from '../server/fresh-database.ts';

const ends: (() => Promise<unknown> | void)[] = [];

afterAll(async () => {
	for (const end of ends.reverse()) await end();
});

test('destroyed in mid-contest, restored equal', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-drill-'));
	ends.push(() => rm(folder, { recursive: true, force: true }));
	const fresh = await freshDatabase();
	const server = await startServerProcess({ DATABASE_URL: fresh.url, DATA_DIR: folder, LOG_LEVEL: 'error' });
	ends.push(() => void server.process.kill('SIGKILL'));
	const app = await openApp(readConfig({ DATABASE_URL: fresh.url }), makeLog('silent'));
	const organiser = makeVisitor(server.origin);
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'drill',
		displayName: 'Người tổ chức',
		password: 'mat-khau-thu'
	});
	const contest = await prepareContest(app, organiser, 'kien-thuc-thuyet-trinh', 'Thử khôi phục', 3);
	const { contestId } = contest;
	const phones = await Promise.all(
		contest.slips
			.slice(0, 12)
			.map(({ contestant, ticket }) => joinWithSlip(server.origin, contestant?.number ?? '', ticket))
	);
	const play = { organiser, contestId, roundId: contest.roundId ?? '', phones, pace: fastPace };
	await playQuiz({ ...play, random: repeatableRandom(8) });
	for (const phone of phones) phone.close();

	const ranking = await readStandings(app, contestId);
	const log = await verifyLog(app, contestId);
	const file = join(folder, 'drill.backup');
	await writeBackup(app.database.sql, file, { appVersion: 'drill' });
	await server.stop();
	await app.close();
	await fresh.drop();

	const began = performance.now();
	const name = `drill_${Date.now()}`;
	granted(await restoreBackup(file, ownerUrlOf(name), { migrationsFolder, application: applicationRole }), 'restore');
	ends.push(() => dropDatabase(name));
	const restored = await openApp(readConfig({ DATABASE_URL: urlOf(name) }), makeLog('silent'));
	const tookMs = Math.round(performance.now() - began);
	const rankingAfter = await readStandings(restored, contestId);
	const logAfter = await verifyLog(restored, contestId);
	await restored.close();
	process.stdout.write(`restored and open again after ${tookMs} ms\n`);

	expect(log.ok).toBe(true);
	expect(logAfter).toEqual(log);
	expect(rankingAfter).toEqual(ranking);
	expect(rankingAfter?.tables[0]?.rows.some((row) => row.total > 0)).toBe(true);
});
