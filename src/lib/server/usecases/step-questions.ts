// Questions go on in their life: reviewed, approved, retired, brought back; of several those that may, and how many could not.
import { z } from 'zod';
import { questionSteps, refuseStep, type QuestionStep } from '../../contest/bank/life.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readLives } from '../stores/find-questions.ts';
import { saveStep } from '../stores/question-versions.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const question = z.strictObject({ code: z.string().max(100), version: z.int().positive() });
const input = z.discriminatedUnion('step', [
	z.strictObject({
		contestId: z.uuid(),
		step: z.enum(questionSteps).exclude(['retire']),
		questions: z.array(question).min(1).max(500)
	}),
	z.strictObject({
		contestId: z.uuid(),
		step: z.literal('retire'),
		questions: z.array(question).min(1).max(500),
		reason: reasonText
	})
]);

export interface Stepped {
	done: number;
	/** Not in the state for it, changed meanwhile, or written by the same person. */
	left: number;
}

const kinds: Record<QuestionStep, string> = {
	review: 'questions-reviewed',
	approve: 'questions-approved',
	retire: 'questions-retired',
	restore: 'questions-restored'
};

/** R281; refused when it is possible for none of them. Each names the version that was looked at. */
export async function stepQuestions(app: App, seat: Seat, given: unknown): Promise<Changed<Stepped> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, step, questions } = read;
	const reason = 'reason' in read ? read.reason : null;
	const request = { contestId, permission: 'bank:edit' as const, staysPossible: true as const };
	return changeContest(app, seat, request, async ({ db, by, now, record }) => {
		if (by === null) return refuse('access/not-allowed');
		const lives = new Map((await readLives(db, contestId)).map((life) => [`${life.code}\n${life.version}`, life]));
		const asked = questions.map(({ code, version }) => lives.get(`${code}\n${version}`));
		const refusals = asked.map((life) => (life ? refuseStep(life, step, by) : refuse('question/not-now')));
		const good = asked.flatMap((life, at) => (life && !refusals[at] ? [life] : []));
		if (good.length === 0) return refusals.find((refusal) => refusal !== null) ?? refuse('question/not-now');
		await saveStep(
			db,
			good.map(({ id }) => id),
			valuesOf(step, by, new Date(now), reason)
		);
		const codes = good.map(({ code }) => code);
		record(kinds[step], { codes, ...(reason !== null && { reason }) });
		return { done: good.length, left: questions.length - good.length };
	});
}

function valuesOf(step: QuestionStep, by: string, at: Date, reason: string | null) {
	switch (step) {
		case 'review':
			return { reviewedBy: by, reviewedAt: at };
		case 'approve':
			return { approvedBy: by, approvedAt: at };
		case 'retire':
			return { retiredBy: by, retiredAt: at, retiredReason: reason };
		case 'restore':
			return { retiredBy: null, retiredAt: null, retiredReason: null };
	}
}
