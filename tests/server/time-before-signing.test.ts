// What a judge is told before signing about the cost of time: word for word what the result then takes off (R30–R33, R138).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatPoints } from '../../src/lib/contest/points.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { updateContest } from '../../src/lib/server/stores/contests.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { firstInstant, judgingContest, type JudgingContest } from './judging-contest.ts';
import { lockSigned } from './lock-signed.ts';
import { storeDecision } from './store-decision.ts';

let world: JudgingContest;

beforeEach(async () => {
	world = await judgingContest();
});
afterEach(() => world.app.close());

const [limitMs, minuteMs] = [600_000, 60_000];

async function timeOnDesk() {
	const desk = await judgeDesk(world.app, world.member, world.contestId, world.turns[0]!.id);
	if (isRefusal(desk)) throw new Error(desk.refused);
	return desk.sheet?.time;
}

/** The first turn, from its call to its end after so long. */
async function hold(usedMs: number): Promise<void> {
	const { app, contestId, organiser, turns } = world;
	const step = (command: string) =>
		runTurn(app, organiser, { contestId, turnId: turns[0]!.id, command: { do: command } });
	for (const command of ['call', 'step-on-stage', 'start']) await step(command);
	world.setTime(firstInstant + usedMs);
	expect(isRefusal(await step('end'))).toBe(false);
}

/** The notes of the result for the part, once every judge has given everything its maximum. */
async function notesInResult(part: string): Promise<unknown[]> {
	const marks = Object.fromEntries(world.criteria.map(({ code, max }) => [code, formatPoints(max)]));
	const sheet = { contestId: world.contestId, turnId: world.turns[0]!.id };
	for (const { seat } of world.judges) {
		await saveScoresheet(world.app, seat, { ...sheet, version: 0, marks, comments: {} });
		expect(isRefusal(await lockSigned(world.app, seat, { ...sheet, version: 1 }))).toBe(false);
	}
	const standings = await readStandings(world.app, world.contestId);
	const places = standings?.result.stages[0]?.rankings.flatMap((ranking) => ranking.places) ?? [];
	return places.find(({ contestant }) => contestant === 'TS01')?.score.parts[part]?.notes ?? [];
}

test('R32 before the end it is not known; then the judge reads what the result takes off the part', async () => {
	expect(await timeOnDesk()).toEqual({ isKnown: false, penalties: [] });
	await hold(limitMs + 2 * minuteMs + 500);
	const time = await timeOnDesk();
	expect(time).toMatchObject({ isKnown: true, penalties: [{ part: { vi: 'Thuyết trình' }, criterion: null }] });
	expect(time?.penalties[0]?.note.vi).toMatch(/^Quá giờ 2 phút 1 giây, tính 3 phút: trừ 3,00 điểm/);
	expect(await notesInResult('TT')).toEqual([time?.penalties[0]?.note]);
});

test('R30 a turn within its time costs nothing, and the judge is told so', async () => {
	await hold(limitMs);
	expect(await timeOnDesk()).toEqual({ isKnown: true, penalties: [] });
});

test('R33 inside a criterion, the judge is told which one', async () => {
	const rules = structuredClone(ruleTemplates['ba-phan']);
	for (const part of rules.stages[0]!.parts)
		if (part.kind === 'presentation' && part.timing?.penalty)
			part.timing.penalty.place = { kind: 'criterion', criterion: 'TT7' };
	await updateContest(world.app.database.drizzle, world.contestId, { rules });
	await hold(limitMs + 2 * minuteMs);
	const time = await timeOnDesk();
	expect(time?.penalties).toMatchObject([{ criterion: 'TT7' }]);
	expect(await notesInResult('TT')).toEqual([time?.penalties[0]?.note]);
});

test('R138 time taken out by decision after the turn counts before signing too', async () => {
	await hold(limitMs + 2 * minuteMs);
	expect((await timeOnDesk())?.penalties).toHaveLength(1);
	const decision = { kind: 'time', stage: 'HT', contestant: 'TS01', removedMs: 2 * minuteMs } as const;
	await storeDecision(world.fresh.sql, world.contestId, decision);
	expect(await timeOnDesk()).toEqual({ isKnown: true, penalties: [] });
	expect(await notesInResult('TT')).toEqual([]);
});
