// F-11: the database hangs while answers come in: everybody is answered, nothing is called failed, and all of it is counted once afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { startEmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { freezePostgres } from '../machine/freeze-postgres.ts';
import { useCluster } from './fresh-database.ts';
import { quizWorld, type QuizWorld } from './quiz-world.ts';
import { ok } from './setup-world.ts';

let quiz: QuizWorld;
let cluster: string;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-frozen-'));
	const own = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: makeLog('warn') });
	const leave = useCluster(own);
	ends.push(async () => {
		leave();
		await own.stop();
		await rm(folder, { recursive: true, force: true });
	});
	quiz = await quizWorld();
	ends.push(() => quiz.close());
	const [shown] = await quiz.world.fresh.owner.sql`show data_directory`;
	cluster = String(shown?.data_directory);
	await quiz.toQuestion();
	ok(await quiz.answer(quiz.phones[0], 'A'));
});
afterAll(async () => {
	for (const end of ends.reverse()) await end();
});

const isUnknown = (result: unknown) => isRefusal(result) && result.refused === 'answer/not-known-yet';

test('every answer is unknown while it hangs and one row after it has woken', async () => {
	const sent = quiz.phones.slice(1, 41).map((phone) => ({ phone, operation: crypto.randomUUID() }));
	const send = () => Promise.all(sent.map(({ phone, operation }) => quiz.answer(phone, 'B', { operation })));
	const frozen = freezePostgres(cluster);
	const during = await send().finally(() => frozen.wake());
	expect(during.map(isUnknown)).not.toContain(false);
	let after = await send();
	while (after.some(isUnknown)) after = await send();
	const receipts = after.map((receipt) => ok(receipt));
	expect(new Set(receipts.map(({ sequence }) => sequence)).size).toBe(sent.length);
	const [count] = await quiz.app.database.sql`select count(*)::int as count from answer`;
	expect(count?.count).toBe(sent.length + 1);
});
