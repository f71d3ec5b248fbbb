// Which questions a new round takes: drawn from a published seed, all alike or by a table, or named one by one; it must not store the round.
import { z } from 'zod';
import { drawByTable, type DrawRow } from '../../contest/bank/draw-table.ts';
import { mayBeAsked } from '../../contest/bank/life.ts';
import { isSetClosed } from '../../contest/bank/sealed-set.ts';
import { listHash } from '../../contest/lots.ts';
import { pickQuestions } from '../../contest/pick-questions.ts';
import type { Question } from '../../contest/question.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { readQuestions } from '../stores/bank.ts';
import type { ContestRow } from '../stores/contests.ts';
import { insertDraw } from '../stores/draws.ts';
import { readLives } from '../stores/find-questions.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readRounds } from '../stores/rounds.ts';
import type { Change } from './change-contest.ts';
import { seedText } from './setup-input.ts';

const mostQuestions = 200;

export const tableInput = z
	.array(
		z.strictObject({
			topic: z.string().max(200),
			difficulty: z.int().min(1).max(3),
			count: z.int().min(1).max(mostQuestions)
		})
	)
	.min(1)
	.max(500)
	.refine((rows) => rows.reduce((sum, { count }) => sum + count, 0) <= mostQuestions);

export const pickInput = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('draw'), seed: seedText, count: z.number().int().min(1).max(mostQuestions) }),
	z.strictObject({ kind: z.literal('table'), seed: seedText, table: tableInput }),
	z.strictObject({ kind: z.literal('codes'), codes: z.array(z.string()).min(1).max(mostQuestions) })
]);
export type Pick = z.output<typeof pickInput>;

/** `seed` is what is drawn with: of a sealed set it is not the published one alone (R286). */
export async function pickForRound(
	{ db, contest }: Change,
	pick: Pick,
	{ seed, seal }: { seed: string; seal: boolean }
): Promise<Question[] | Refusal> {
	if (pick.kind === 'codes') return named(db, contest, pick.codes);
	const sealed = seal ? null : await refuseOpenDraw(db, contest);
	if (sealed) return sealed;
	const free = await freeQuestions(db, contest);
	const outcome = pick.kind === 'draw' ? drawAlike(free, seed, pick.count) : drawTable(free, seed, pick.table);
	if (isRefusal(outcome)) return outcome;
	const list = free.map(({ code, topic, difficulty }) =>
		pick.kind === 'draw' ? `${code};${topic}` : `${code};${topic};${difficulty}`
	);
	await insertDraw(db, { contestId: contest.id, kind: 'questions', seed, list, outcome, listHash: listHash(list) });
	return byCode(free, outcome);
}

/** R286: what an open draw leaves out would tell what a closed set holds. */
export async function refuseOpenDraw(db: Queryable, contest: ContestRow): Promise<Refusal | null> {
	const rounds = await readRounds(db, contest.id);
	return rounds.some(isSetClosed) ? refuse('question/set-sealed') : null;
}

/** Questions that no round has and this contest lets rounds take. */
export async function freeQuestions(db: Queryable, contest: ContestRow): Promise<Question[]> {
	const lives = await readLives(db, contest.id);
	const open = new Set(
		lives.filter((life) => !life.isTaken && mayBeAsked(life, contest.bankPolicy)).map(({ code }) => code)
	);
	return (await readQuestions(db, contest.id)).filter(({ code }) => open.has(code));
}

/** R285. */
export function drawTable(free: Question[], seed: string, table: DrawRow[]): string[] | Refusal {
	const drawn = drawByTable(seed, free, table);
	if ('codes' in drawn) return drawn.codes;
	const { topic, difficulty, available, count } = drawn.tooFew;
	return refuse('question/too-few', { topic, difficulty, available, count }, 'table');
}

export function byCode(questions: Question[], codes: string[]): Question[] {
	const known = new Map(questions.map((question) => [question.code, question]));
	return codes.flatMap((code) => known.get(code) ?? []);
}

function drawAlike(free: Question[], seed: string, count: number): string[] | Refusal {
	if (free.length < count) return refuse('lots/nothing-to-draw', { available: free.length }, 'count');
	return pickQuestions(seed, free, count);
}

async function named(db: Queryable, contest: ContestRow, codes: string[]): Promise<Question[] | Refusal> {
	if (new Set(codes).size !== codes.length) return refuse('input/not-valid', {}, 'codes');
	const lives = new Map((await readLives(db, contest.id)).map((life) => [life.code, life]));
	const asked = codes.flatMap((code) => lives.get(code) ?? []);
	if (asked.length !== codes.length) return refuse('input/not-found', {}, 'codes');
	if (asked.some(({ isTaken }) => isTaken)) return refuse('input/already-exists', {}, 'codes');
	const barred = asked.filter((life) => !mayBeAsked(life, contest.bankPolicy)).map(({ code }) => code);
	if (barred.length > 0) return refuse('question/not-approved', { codes: barred.slice(0, 20).join(', ') }, 'codes');
	return byCode(await readQuestions(db, contest.id), codes);
}
