// Organisers in a hurry: double clicks, two consoles at once, a browser that dies between click and answer.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, openFaultWorld, seed, tell, type FaultWorld } from './fault-world.ts';

const phones = 20;
const random = repeatableRandom(seed);
let world: FaultWorld;

beforeAll(async () => {
	world = await openFaultWorld({ phones, nodes: 2, questions: 20 });
});
afterAll(() => world?.close());

/** What the log of the contest says happened to its round, in order. */
async function transitions(): Promise<string[]> {
	const rows = await world.app.database.sql<{ kind: string }[]>`
		select kind from contest_event where contest_id = ${world.hall.contestId} and kind like 'round/%' order by sequence`;
	return rows.map(({ kind }) => kind);
}

/** True when it was done, false when it was refused. */
function click(what: string, version: number): Promise<boolean> {
	const path = `/organise/${world.hall.contestId}/rounds/${world.hall.roundId}`;
	return world.hall.organiser.post(path, { do: what, version: String(version) }).then(
		() => true,
		(error: Error) => {
			if (!error.message.includes('"type":"failure"')) throw error;
			return false;
		}
	);
}

test('F-26 twenty clicks within 200 ms make one transition', async () => {
	for (const what of ['show-question', 'start-timer']) {
		const before = (await transitions()).length;
		const version = await world.hall.version();
		const clicks = Array.from({ length: 20 }, async () => {
			await new Promise((resolve) => setTimeout(resolve, random() * 200));
			return click(what, version);
		});
		const done = (await Promise.all(clicks)).filter(Boolean);
		expect(done).toHaveLength(1);
		expect(await transitions()).toHaveLength(before + 1);
	}
	await world.crowd.until({ question: 1, phases: ['running'] });
	await world.crowd.answer({ seed });
	await world.settle(1);
	tell('F-26', { clicks: 40, transitions: 2 });
});

test('F-27 two organisers act within 20 ms, a hundred times: one wins, the state is always one the rules know', async () => {
	const commands = ['show-question', 'start-timer', 'pause', 'resume', 'close', 'reveal'];
	const some = () => commands[Math.floor(random() * commands.length)] ?? '';
	let both = 0;
	for (let pair = 0; pair < 100; pair++) {
		const version = await world.hall.version();
		const clicks = [some(), some()].map(async (what) => {
			await new Promise((resolve) => setTimeout(resolve, random() * 20));
			return click(what, version);
		});
		if ((await Promise.all(clicks)).every(Boolean)) both++;
	}
	expect(both).toBe(0);
	const seen = (await transitions()).filter((kind) => kind !== 'round/answers-marked');
	for (const [at, kind] of seen.entries())
		expect(mayFollow[seen[at - 1] ?? 'none'], `${seen[at - 1]} → ${kind}`).toContain(kind);
	await expectGood(world);
	tell('F-27', { pairs: 100, 'both done': both, transitions: seen.length });
});

/** R80–R88, written once more: what may stand after what in the log of a round. */
const mayFollow: Record<string, string[]> = {
	none: ['round/lobby-opened'],
	'round/lobby-opened': ['round/question-shown'],
	'round/question-shown': ['round/timer-started'],
	'round/timer-started': ['round/timer-paused', 'round/question-closed', 'round/question-sealed'],
	'round/timer-paused': ['round/timer-resumed', 'round/question-closed'],
	'round/timer-resumed': ['round/timer-paused', 'round/question-closed', 'round/question-sealed'],
	'round/question-closed': ['round/question-sealed'],
	'round/question-sealed': ['round/key-revealed', 'round/question-shown'],
	'round/key-revealed': ['round/question-shown']
};

/** From wherever the hundred pairs have left the round. */
async function untilRunning(): Promise<void> {
	const next: Record<string, string> = {
		lobby: 'show-question',
		shown: 'start-timer',
		paused: 'resume',
		closed: 'show-question',
		revealed: 'show-question'
	};
	await eventually(async () => {
		const { phase } = await world.hall.phase();
		if (next[phase]) await world.hall.act(next[phase]);
		return phase === 'running';
	});
}

test('F-28 the organiser’s browser dies between click and answer: the act is done wholly or not at all', async () => {
	const { contestId, roundId, organiser } = world.hall;
	await untilRunning();
	const outcomes = new Set<string>();
	for (let death = 0; death < 20; death++) {
		const before = { phase: await world.hall.phase(), version: await world.hall.version(), log: await transitions() };
		const what = before.phase.phase === 'running' ? 'pause' : 'resume';
		const dying = new AbortController();
		const posting = fetch(`${organiser.origin}/organise/${contestId}/rounds/${roundId}`, {
			method: 'POST',
			headers: {
				origin: organiser.origin,
				cookie: organiser.cookie,
				'content-type': 'application/x-www-form-urlencoded'
			},
			body: new URLSearchParams({ do: what, version: String(before.version) }),
			signal: dying.signal
		}).catch(() => null);
		setTimeout(() => dying.abort(), random() * 30);
		await posting;
		// Another console asks for the lock of the contest: what the dead one began is over when it gets it.
		await world.app.database.sql`select version from contest where id = ${contestId} for update`;
		await eventually(
			async () => (await world.hall.version()) - before.version === (await transitions()).length - before.log.length
		);
		outcomes.add((await world.hall.version()) === before.version ? 'nothing' : 'all');
	}
	const { violations } = await world.verdict();
	expect(violations).toEqual([]);
	tell('F-28', { deaths: 20, outcomes: [...outcomes].join(' and ') });
});
