// What an answer looks like when it comes in, and the question it belongs to; read once per round, because questions never change while it is live.
import { z } from 'zod';
import { choiceProblem } from '../../../contest/choice-problem.ts';
import type { Question } from '../../../contest/question.ts';
import { refuse, type Refusal } from '../../../contest/refusal.ts';
import type { App } from '../../app.ts';
import { answerDeadlineMs } from '../../stores/answer-writes.ts';
import { readRoundQuestions } from '../../stores/rounds.ts';
import { withDeadline } from '../../with-deadline.ts';

const choice = z.union([
	z.strictObject({ kind: z.literal('options'), options: z.array(z.string().max(1)).max(5) }),
	z.strictObject({ kind: z.literal('number'), value: z.string().max(30) }),
	z.strictObject({ kind: z.literal('pairs'), pairs: z.record(z.string().max(1), z.string().max(1)).transform(sorted) }),
	z.strictObject({ kind: z.literal('text'), value: z.string().max(200).refine(isStorable) })
]);

/** In one order, whatever the phone's: the same choice must be the same text when it is sent again. */
function sorted(pairs: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(pairs).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** PostgreSQL stores neither the character NUL nor half a character. */
function isStorable(text: string): boolean {
	return text.isWellFormed() && !text.includes('\0');
}

/** What every answer says, whoever sends it. */
export const answerInput = z.strictObject({
	operation: z.uuid().transform((text) => text.toLowerCase()),
	roundId: z.uuid(),
	questionId: z.uuid(),
	choice
});

type Questions = Map<string, Promise<Map<string, Question>>>;
const questionsByApp = new WeakMap<App, Questions>();
const mostRounds = 50;

/** The question this answer is to, when it is one of the round and the choice fits it. */
export async function questionFor(
	app: App,
	{ roundId, questionId, choice: chosen }: Pick<z.output<typeof answerInput>, 'roundId' | 'questionId' | 'choice'>
): Promise<Question | Refusal> {
	const question = (await questionsOf(app, roundId)).get(questionId);
	if (!question) return refuse('answer/not-open');
	return choiceProblem(question, chosen) ?? question;
}

function questionsOf(app: App, roundId: string): Promise<Map<string, Question>> {
	let kept = questionsByApp.get(app);
	if (!kept) questionsByApp.set(app, (kept = new Map()));
	const known = kept.get(roundId);
	if (known) return known;
	const reading = withDeadline(readRoundQuestions(app.database.answers, roundId), answerDeadlineMs).then(
		(rows) => new Map(rows.map(({ question }) => [question.id, question]))
	);
	if (kept.size >= mostRounds) kept.clear();
	kept.set(roundId, reading);
	reading.catch(() => kept.delete(roundId));
	return reading;
}
