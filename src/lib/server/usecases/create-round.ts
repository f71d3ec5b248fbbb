// Plans a quiz round of a part: its questions are drawn from the bank by a published seed, or named one by one.
import { z } from 'zod';
import { mayBeAsked } from '../../contest/bank/life.ts';
import { listHash } from '../../contest/lots.ts';
import type { RoundId } from '../../contest/ids.ts';
import { pickQuestions } from '../../contest/pick-questions.ts';
import type { Question } from '../../contest/question.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { joiningPolicies } from '../../contest/round.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readQuestions } from '../stores/bank.ts';
import { insertDraw } from '../stores/draws.ts';
import { readLives } from '../stores/find-questions.ts';
import { insertRound } from '../stores/round-setup.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { firstField, lineText, seedText } from './setup-input.ts';

const mostQuestions = 200;
const pickInput = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('draw'), seed: seedText, count: z.number().int().min(1).max(mostQuestions) }),
	z.strictObject({ kind: z.literal('codes'), codes: z.array(z.string()).min(1).max(mostQuestions) })
]);
const input = z.strictObject({
	contestId: z.uuid(),
	partCode: z.string(),
	title: lineText(120),
	pick: pickInput,
	/** Who may still come in once it has begun. */
	joining: z.enum(joiningPolicies).default('any-time'),
	expectedVersion: z.number().int().optional()
});

/** Questions of other rounds are not taken again. */
export async function createRound(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ roundId: RoundId; codes: string[] }> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, partCode, title, pick, joining, expectedVersion } = read.data;
	return changeContest(app, seat, { contestId, permission: 'contest:edit', expectedVersion }, async (change) => {
		const { db, contest, record } = change;
		const part = partOf(contest.rules, partCode);
		if (part?.kind !== 'quiz') return refuse('input/not-found', {}, 'partCode');
		const questions = await pickFor(change, pick);
		if (isRefusal(questions)) return questions;
		const codes = questions.map(({ code }) => code);
		const roundId = await insertRound(db, {
			contestId,
			partCode,
			title,
			graceMs: part.graceMs,
			mayChange: part.mayChangeAnswer,
			joining,
			questions
		});
		record('round-created', {
			roundId,
			partCode,
			title,
			codes,
			joining,
			...(pick.kind === 'draw' ? { seed: pick.seed } : {})
		});
		return { roundId, codes };
	});
}

async function pickFor({ db, contest }: Change, pick: z.output<typeof pickInput>): Promise<Question[] | Refusal> {
	const lives = await readLives(db, contest.id);
	const bank = await readQuestions(db, contest.id);
	const open = lives.filter((life) => !life.isTaken && mayBeAsked(life, contest.bankPolicy));
	const free = named(
		bank,
		open.map(({ code }) => code)
	);
	if (pick.kind === 'draw') {
		if (free.length < pick.count) return refuse('lots/nothing-to-draw', { available: free.length }, 'count');
		const list = free.map(({ code, topic }) => `${code};${topic}`);
		const outcome = pickQuestions(pick.seed, free, pick.count);
		await insertDraw(db, {
			contestId: contest.id,
			kind: 'questions',
			seed: pick.seed,
			list,
			outcome,
			listHash: listHash(list)
		});
		return named(free, outcome);
	}
	if (new Set(pick.codes).size !== pick.codes.length) return refuse('input/not-valid', {}, 'codes');
	if (named(bank, pick.codes).length !== pick.codes.length) return refuse('input/not-found', {}, 'codes');
	const asked = lives.filter(({ code }) => pick.codes.includes(code));
	if (asked.some(({ isTaken }) => isTaken)) return refuse('input/already-exists', {}, 'codes');
	const barred = asked.filter((life) => !mayBeAsked(life, contest.bankPolicy)).map(({ code }) => code);
	if (barred.length > 0) return refuse('question/not-approved', { codes: barred.slice(0, 20).join(', ') }, 'codes');
	return named(free, pick.codes);
}

function named(questions: Question[], codes: string[]): Question[] {
	const byCode = new Map(questions.map((question) => [question.code, question]));
	return codes.flatMap((code) => byCode.get(code) ?? []);
}
