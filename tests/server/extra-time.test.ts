// R202, R204, R205, F-21: extra time, a question opened again and late joiners, as the guard in the database holds them.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { grantExtraTime } from '../../src/lib/server/usecases/grant-extra-time.ts';
import { issueSlips } from '../../src/lib/server/usecases/issue-slips.ts';
import { runRound } from '../../src/lib/server/usecases/run-round.ts';
import { useSlip } from '../../src/lib/server/usecases/use-slip.ts';
import { sealDueQuestions } from '../../src/lib/server/timekeeper.ts';
import { quizWorld, type QuizWorld } from './quiz-world.ts';
import { ok } from './setup-world.ts';

let quiz: QuizWorld;
beforeEach(async () => void (quiz = await quizWorld()));
afterEach(() => quiz.close());

const code = (result: unknown) => (isRefusal(result) ? result.refused : 'stored');
const phase = async () => (await quiz.app.database.sql`select phase from round where id = ${quiz.roundId}`)[0]?.phase;

/** In the order stored. */
const used = async () =>
	(await quiz.app.database.sql`select used_ms from answer order by sequence`).map(({ used_ms }) => Number(used_ms));

const grant = (number: string, percent: number) =>
	grantExtraTime(quiz.app, quiz.organiser, {
		contestId: quiz.contestId,
		number,
		percent,
		reason: 'Thí sinh bị thương ở tay'
	});

/** Time of the question, and its grace. */
async function times(): Promise<{ allowed: number; grace: number }> {
	const [row] = await quiz.app.database.sql`
		select allowed_ms, grace_ms from round_question where round_id = ${quiz.roundId} and position = 0`;
	return { allowed: Number(row?.allowed_ms), grace: Number(row?.grace_ms) };
}

test('R202 extra time lengthens the question for one contestant alone, on the scale of the question', async () => {
	ok(await grant('TS01', 50));
	await quiz.toQuestion();
	expect(code(await grant('TS02', 50))).toBe('round/another-is-live');
	const { allowed, grace } = await times();
	const [slow, other] = quiz.phones;
	quiz.pass(allowed / 2);
	ok(await quiz.answer(slow, 'A'));
	ok(await quiz.answer(other, 'A'));
	quiz.pass(allowed / 2 + grace + 1);
	expect(code(await quiz.answer(other, 'B'))).toBe('answer/too-late');
	ok(await quiz.answer(slow, 'B'));
	await sealDueQuestions(quiz.app);
	expect(await phase()).toBe('running');
	quiz.pass(allowed / 2 - 1);
	ok(await quiz.answer(slow, 'C'));
	quiz.pass(1);
	expect(code(await quiz.answer(slow, 'D'))).toBe('answer/too-late');
	await sealDueQuestions(quiz.app);
	expect(await phase()).toBe('closed');
	const at = (ms: number) => Math.round((ms * 100) / 150);
	expect(await used()).toEqual([at(allowed / 2), allowed / 2, at(allowed + grace + 1), allowed]);
});

test('R202 an early close does not lengthen the time an answer took', async () => {
	await quiz.toQuestion();
	quiz.pass(2_000);
	await quiz.run('close');
	ok(await quiz.answer(quiz.phones[0], 'A', { at: quiz.now() + 300 }));
	expect(await used()).toEqual([2_300]);
});

test('R204 opened again: answers stay, new ones are taken, and it earns anew', async () => {
	await quiz.toQuestion();
	const [first, second] = quiz.phones;
	ok(await quiz.answer(first, 'A'));
	quiz.pass(120_000);
	await sealDueQuestions(quiz.app);
	expect(code(await quiz.answer(second, 'A'))).toBe('answer/too-late');
	const { contestId, roundId, app, organiser } = quiz;
	const reopen = (reason: string) =>
		runRound(app, organiser, { contestId, roundId, command: { do: 'reopen', byMs: 30_000, reason } });
	expect(code(await reopen(''))).toBe('input/reason-needed');
	ok(await reopen('Mạng dãy bên trái vừa hỏng'));
	ok(await quiz.answer(second, 'A'));
	quiz.pass(60_000);
	await sealDueQuestions(app);
	const outcomes = await app.database.sql`select contestant_id from outcome where is_right order by answer_sequence`;
	expect(outcomes.map((row) => row.contestant_id)).toEqual([first?.contestantId, second?.contestantId]);
	const [logged] = await app.database.sql`select payload from contest_event where kind = 'round/question-reopened'`;
	expect(logged?.payload).toMatchObject({ reason: 'Mạng dãy bên trái vừa hỏng', byMs: 30_000 });
});

test('R205 who joins after the lobby has closed takes no part, where the round says so', async () => {
	const { app, organiser, contestId } = quiz;
	const slips = ok(await issueSlips(app, organiser, { contestId, who: 'all' })).result;
	const join = async (place: number) => {
		const slip = slips.find(({ contestant }) => contestant?.id === quiz.phones[place]?.contestantId);
		ok(await useSlip(app, { ticket: slip?.ticket, address: 'test' }));
		const seat = quiz.phones[place];
		return seat && { ...seat, epoch: 1 };
	};
	const made = ok(
		await createRound(app, organiser, {
			contestId,
			partCode: 'KT',
			title: 'Vòng khoá danh sách',
			pick: { kind: 'codes', codes: ['LS03'] },
			joining: 'until-first-shown'
		})
	).result;
	const { roundId } = made;
	const [row] = await app.database.sql`select question_id from round_question where round_id = ${roundId}`;
	quiz.questions.splice(0, 1, String(row?.question_id));
	const early = await join(0);
	quiz.pass(1_000);
	for (const command of ['open-lobby', 'show-question'] as const)
		ok(await runRound(app, organiser, { contestId, roundId, command: { do: command } }));
	quiz.pass(1_000);
	const late = await join(1);
	ok(await runRound(app, organiser, { contestId, roundId, command: { do: 'start-timer' } }));
	const device = { epoch: 1, counter: 1 };
	const given = { device, round: roundId };
	expect(code(await quiz.answer(early, 'A', given))).toBe('stored');
	expect(code(await quiz.answer(late, 'A', given))).toBe('answer/joined-too-late');
});
