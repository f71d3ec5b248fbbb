// INV-6: what a screen is sent as a version is that version of the hall, also when a change comes while it is read.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHall } from '../../src/lib/server/views/hall.ts';
import { quizWorld, type QuizWorld } from './quiz-world.ts';

let quiz: QuizWorld;

beforeAll(async () => {
	quiz = await quizWorld();
	await quiz.toQuestion();
});
afterAll(() => quiz.close());

test('a hall is read at one moment: a round that is closed meanwhile is not sent under the version before', async () => {
	const { app, contestId, world } = quiz;
	const before = await readHall(app, contestId);
	const waiting = async () => {
		const [row] = await app.database.sql<{ count: number }[]>`
			select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
		return row?.count;
	};
	let reading: ReturnType<typeof readHall> | undefined;
	await world.fresh.owner.sql.begin(async (other) => {
		await other`lock table round in access exclusive mode`;
		reading = readHall(app, contestId);
		await expect.poll(waiting).toBe(1);
		await other`update round set phase = 'closing' where id = ${quiz.roundId}`;
		await other`update contest set version = version + 1 where id = ${contestId}`;
	});
	const during = await reading;
	expect([during?.contest.version, during?.round?.state.phase]).toEqual([before?.contest.version, 'running']);
	const after = await readHall(app, contestId);
	expect([after?.contest.version, after?.round?.state.phase]).toEqual([(before?.contest.version ?? 0) + 1, 'closing']);
});
