// R203, F-11, F-18, INV-4: what could not be stored in time is put aside; only a decision of two people counts it, in both counts of the result.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { insertAccount } from '../../src/lib/server/stores/accounts.ts';
import { readQuarantined, type QuarantinedAnswer } from '../../src/lib/server/stores/quarantine.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { proposeDecision } from '../../src/lib/server/usecases/propose-decision.ts';
import { publishResult } from '../../src/lib/server/usecases/publish-result.ts';
import { auditContest } from '../../src/lib/server/views/audit.ts';
import { readRoundDesk } from '../../src/lib/server/views/round-desk.ts';
import { resultPreview } from '../../src/lib/server/views/result-preview.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { quizWorld, type QuizWorld } from './quiz-world.ts';
import { ok, withRoles } from './setup-world.ts';

let quiz: QuizWorld;
let second: StaffSeat;

beforeAll(async () => {
	quiz = await quizWorld();
	const account = await insertAccount(quiz.app.database.drizzle, {
		login: 'second',
		displayName: 'Trần Thị Hai',
		passwordHash: 'x',
		isFounder: false
	});
	second = withRoles({ ...quiz.world.founder, accountId: account?.id ?? '' }, quiz.contestId, ['organiser']);
	await quiz.toQuestion();
	for (const phone of quiz.phones.slice(4)) ok(await quiz.answer(phone, 'B'));
});
afterAll(() => quiz.close());

const code = (result: unknown) => (isRefusal(result) ? result.refused : 'stored');
const aside = () => readQuarantined(quiz.app.database.drizzle, quiz.contestId);

/** What the round's own page still asks to be decided. */
async function toDecide(): Promise<QuarantinedAnswer[]> {
	const { app, organiser, contestId, roundId } = quiz;
	return ok(await readRoundDesk(app, organiser, contestId, roundId)).aside;
}

/** The whole of what two people do about it. */
async function decide({ questionCode, contestantNumber, choice, usedMs }: QuarantinedAnswer, counts: boolean) {
	const content: DecisionContent = {
		kind: 'answer',
		question: questionCode,
		contestant: contestantNumber,
		choice,
		usedMs,
		counts
	};
	const asked = { contestId: quiz.contestId, asked: { content }, reason: 'Máy chủ ngừng đúng lúc hết giờ' };
	const preview = ok(await previewDecision(quiz.app, quiz.organiser, asked));
	const proposed = ok(await proposeDecision(quiz.app, quiz.organiser, { ...asked, seen: preview.seen }));
	const { proposalId } = proposed.result;
	const { contestId } = quiz;
	ok(await confirmDecision(quiz.app, second, { contestId, proposalId, seen: preview.seen }));
}

/** What publishing says now, and whom the page of results names. */
async function publishing() {
	const { app, organiser, contestId } = quiz;
	const { contest, held } = ok(await resultPreview(app, organiser, contestId));
	const asked = { contestId, expectedVersion: contest.version, confirmName: contest.name };
	return { says: code(await publishResult(app, organiser, asked)), held };
}

async function pointsOf(number: string): Promise<number | undefined> {
	const standings = await readStandings(quiz.app, quiz.contestId);
	return standings?.tables[0]?.rows.find((row) => row.number === number)?.total;
}

test('R203 in time but not into the database before the seal: put aside once, and refused in words that say so', async () => {
	const [hung, changed, late] = quiz.phones;
	const arrivedAt = quiz.now();
	const earlier = ok(await quiz.answer(changed, 'B'));
	quiz.pass(120_000);
	await quiz.run('seal');
	const operation = crypto.randomUUID();
	for (let time = 0; time < 3; time++)
		expect(code(await quiz.answer(hung, 'A', { operation, at: arrivedAt + 1_500 }))).toBe('answer/put-aside');
	expect(code(await quiz.answer(changed, 'A', { at: arrivedAt + 2_000 }))).toBe('answer/put-aside');
	expect(code(await quiz.answer(late, 'A'))).toBe('answer/too-late');
	expect(earlier.ordinal).toBe(1);
	expect((await aside()).map(({ contestantNumber, why, usedMs }) => [contestantNumber, why, usedMs])).toEqual([
		['TS01', 'not-committed', 1_500],
		['TS02', 'not-committed', 2_000],
		['TS03', 'late', expect.any(Number)]
	]);
	await expect(quiz.world.fresh.owner.sql`update quarantined_answer set why = 'late'`).rejects.toThrow(
		/only ever added/
	);
});

test('R203 it counts for nothing by itself; two people count it, and take that back; R356 no result before', async () => {
	const [hung, changed, late] = await aside();
	if (!hung || !changed || !late) throw new Error('nothing was put aside');
	expect([await pointsOf('TS01'), await pointsOf('TS02')]).toEqual([0, 0]);
	expect(await toDecide()).toEqual([hung, changed, late]);
	await decide(hung, true);
	expect(await publishing()).toEqual({ says: 'result/held-answers', held: ['TS02'] });
	await decide(changed, true);
	expect(await toDecide()).toEqual([late]);
	expect(await publishing()).toEqual({ says: 'result/incomplete', held: [] });
	await decide(late, false);
	expect(await toDecide()).toEqual([]);
	const right = await pointsOf('TS01');
	expect(right).toBeGreaterThan(0);
	expect(await pointsOf('TS02')).toBe(right);
	expect(await pointsOf('TS03')).toBe(0);
	await decide(changed, false);
	expect(await pointsOf('TS02')).toBe(0);
	expect((await auditContest(quiz.app, quiz.contestId, [], [])).differing).toEqual([]);
});

test('nobody decides about an answer that was never sent', async () => {
	const content = {
		kind: 'answer',
		question: 'LS01',
		contestant: 'TS04',
		choice: { kind: 'options', options: ['A'] },
		usedMs: 1,
		counts: true
	};
	const asked = { contestId: quiz.contestId, asked: { content }, reason: 'Thử đưa vào' };
	expect(code(await previewDecision(quiz.app, quiz.organiser, asked))).toBe('decision/not-there');
});

test('a phone that will not stop fills nothing', async () => {
	for (let tap = 0; tap < 12; tap++) await quiz.answer(quiz.phones[5], 'C');
	expect((await aside()).filter(({ contestantNumber }) => contestantNumber === 'TS06')).toHaveLength(5);
});
