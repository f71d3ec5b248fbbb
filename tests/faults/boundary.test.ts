// The boundary of a question's time, millisecond by millisecond, and phones whose clocks are wrong.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { makeOperation } from '../../src/lib/live/outbox.ts';
import { submitAnswer } from '../../src/lib/server/usecases/submit-answer.ts';
import { eventually, expectGood, openFaultWorld, tell, type FaultWorld } from './fault-world.ts';

const phones = 400;
const minutesMs = 600_000;
let world: FaultWorld;

beforeAll(async () => {
	// Every second phone's clock is ten minutes off, one way or the other; it says so to whoever would listen.
	world = await openFaultWorld({
		phones,
		questions: 3,
		hello: (index) => ({ skewMs: [0, minutesMs, 0, -minutesMs][index % 4], now: Date.now() })
	});
});
afterAll(() => world?.close());

test('F-21 clocks of phones ten minutes off change nothing', async () => {
	await world.ask(1);
	const { ackMs, refused } = await world.crowd.answer({ seed: 1 });
	await world.settle(1);
	expect(refused).toEqual({});
	expect(ackMs).toHaveLength(phones);
	const { acknowledged } = await expectGood(world);
	tell('F-21', { acknowledged, refused: 0 });
});

test('F-24 accepted if and only if it arrived by the deadline plus grace: 10,000 answers around the boundary', async () => {
	await world.ask(2);
	const scene = world.crowd.phones[0]?.stage?.scene;
	if (scene?.kind !== 'question') throw new Error('there is no question');
	const { sql } = world.app.database;
	const people = await sql<{ id: string }[]>`
		select id from contestant where contest_id = ${world.hall.contestId} and status = 'competing' order by number`;
	const [guard] = await sql<{ closes: number; grace: number }[]>`
		select extract(epoch from deadline_at)::float8 * 1000 as closes, grace_ms as grace from round_question
		where round_id = ${scene.roundId} and question_id = ${scene.question.id}`;
	if (!guard) throw new Error('there is no guard');
	const deadline = Math.round(guard.closes);
	const around = [-1, 0, 1, guard.grace - 1, guard.grace, guard.grace + 1, guard.grace + 1_000];
	let trials = 0;
	const wrong: string[] = [];
	while (trials < 10_000) {
		const some = people.map(({ id }) => {
			const offset = around[trials++ % around.length] ?? 0;
			return { id, offset, counter: trials };
		});
		const results = await Promise.all(
			some.map(({ id, offset, counter }) =>
				submitAnswer(
					world.app,
					{ kind: 'contestant', contestId: world.hall.contestId, contestantId: id, slipId: id, epoch: 0 },
					{
						operation: makeOperation(),
						roundId: scene.roundId,
						questionId: scene.question.id,
						choice: scene.question.kind === 'numeric' ? { kind: 'number', value: '1' } : firstChoice(scene.question),
						device: { epoch: 0, counter }
					},
					deadline + offset
				)
			)
		);
		for (const [at, result] of results.entries()) {
			const offset = some[at]?.offset ?? 0;
			const isIn = offset <= guard.grace;
			const isRight = isIn ? !isRefusal(result) : isRefusal(result) && result.refused === 'answer/too-late';
			if (!isRight) wrong.push(`${offset}: ${JSON.stringify(result)}`);
		}
	}
	expect(wrong).toEqual([]);
	tell('F-24', { trials, wrong: 0, grace: guard.grace });
	await world.hall.act('close');
	await eventually(async () => (await world.hall.phase()).phase === 'closed');
});

function firstChoice({ kind, options }: { kind: string; options: { id: string }[] }) {
	const ids = options.map(({ id }) => id);
	return { kind: 'options' as const, options: kind === 'ordering' ? ids : ids.slice(0, 1) };
}
