// What a contestant's phone shows between two acts: the standing once it may be seen, and whose turn is next.
import { afterEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { Audience } from '../../src/lib/contest/stage.ts';
import type { Seat } from '../../src/lib/server/seat.ts';
import { sealDueQuestions } from '../../src/lib/server/timekeeper.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { showStandings } from '../../src/lib/server/usecases/show-standings.ts';
import { readSnapshot } from '../../src/lib/server/views/snapshot.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readContestants } from '../../src/lib/server/stores/people.ts';
import { judgingContest } from './judging-contest.ts';
import { quizWorld } from './quiz-world.ts';
import { ok } from './setup-world.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const end of ends.splice(0)) await end();
});

async function snapshot(app: App, seat: Seat | undefined, contestId: string, audience: Audience = 'contestant') {
	const read = await readSnapshot(app, seat ?? { kind: 'anonymous' }, audience, contestId);
	if (isRefusal(read)) throw new Error(read.refused);
	return read;
}

describe('standings that the organiser shows', () => {
	test('wait for the reveal, stand beside the outcome, and take the phone only together with the hall', async () => {
		const quiz = await quizWorld();
		ends.push(quiz.close);
		const { app, contestId, organiser } = quiz;
		const [first, second] = quiz.phones;
		const show = async (to: 'contestants' | 'hall') =>
			ok(await showStandings(app, organiser, { contestId, to, shown: true }));
		const sceneOf = async () => (await snapshot(app, first, contestId)).stage.scene;
		await quiz.toQuestion();
		ok(await quiz.answer(first, 'A'));
		ok(await quiz.answer(second, 'B'));
		quiz.pass(120_000);
		await sealDueQuestions(app);
		await show('contestants');
		await show('hall');
		// The key is still to come.
		expect(await sceneOf()).toMatchObject({ kind: 'question', phase: 'closed' });
		await quiz.run('reveal');
		expect(await sceneOf()).toMatchObject({ kind: 'standings', final: false });
		const { mine } = await snapshot(app, first, contestId);
		expect(mine).toMatchObject({ outcome: { right: true }, standing: { rank: 1, of: 1 } });
		expect((await snapshot(app, second, contestId)).mine?.standing).toMatchObject({ rank: null, of: 1 });
		ok(await showStandings(app, organiser, { contestId, to: 'hall', shown: false }));
		expect(await sceneOf()).toMatchObject({ kind: 'question', phase: 'revealed' });
		await show('hall');
		await quiz.run('show-question');
		expect(await sceneOf()).toMatchObject({ kind: 'question', phase: 'shown' });
	});
});

test('who is next is the first who waits, whoever was called before', async () => {
	const world = await judgingContest();
	ends.push(() => world.app.close());
	const { app, contestId } = world;
	const people = await readContestants(app.database.drizzle, contestId);
	const ahead = async () => {
		const seats = people.map(({ id }) => ({
			kind: 'contestant' as const,
			slipId: id,
			contestId,
			contestantId: id,
			epoch: 0
		}));
		return Promise.all(seats.map(async (seat) => (await snapshot(app, seat, contestId)).mine?.turn?.ahead));
	};
	const run = async (position: number, ...steps: string[]) => {
		for (const step of steps)
			ok(await runTurn(app, world.secretary, { contestId, turnId: world.turns[position]!.id, command: { do: step } }));
	};
	expect(await ahead()).toEqual([0, 1, 2]);
	// The second is called first: the other two wait for this one.
	await run(1, 'call');
	expect(await ahead()).toEqual([1, 0, 2]);
	await run(1, 'step-on-stage', 'start', 'end');
	expect((await ahead()).filter((_, place) => place !== 1)).toEqual([0, 1]);
});
