// What an answer looks like when it comes in, and the question it belongs to; read once per round, because questions never change while it is live.
import { z } from 'zod';
import { choiceProblem } from '../../../contest/choice-problem.ts';
import type { Question } from '../../../contest/question.ts';
import { refuse, type Refusal } from '../../../contest/refusal.ts';
import type { App } from '../../app.ts';
import { answerDeadlineMs } from '../../stores/answer-writes.ts';
import { readRoundQuestions } from '../../stores/rounds.ts';
import { withDeadline } from '../../with-deadline.ts';

const choice = z.discriminatedUnion('kind', [
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
	operation: z.uuid().toLowerCase(),
	roundId: z.uuid(),
	questionId: z.uuid(),
	choice
});

type Questions = Map<string, Question>;
const questionsByApp = new WeakMap<App, Map<string, Questions | Promise<Questions>>>();
const mostRounds = 50;

/** The question this answer is to, when it is one of the round and the choice fits it: a promise only until the round has been read. */
export function questionFor(
	app: App,
	answer: Pick<z.output<typeof answerInput>, 'roundId' | 'questionId' | 'choice'>
): Question | Refusal | Promise<Question | Refusal> {
	const questions = questionsOf(app, answer.roundId);
	const find = (known: Questions) => {
		const question = known.get(answer.questionId);
		return question ? (choiceProblem(question, answer.choice) ?? question) : refuse('answer/not-open');
	};
	return questions instanceof Promise ? questions.then(find) : find(questions);
}

function questionsOf(app: App, roundId: string): Questions | Promise<Questions> {
	let rounds = questionsByApp.get(app);
	if (!rounds) questionsByApp.set(app, (rounds = new Map()));
	const known = rounds.get(roundId);
	if (known) return known;
	const kept = rounds;
	const reading = withDeadline(readRoundQuestions(app.database.answers, roundId), answerDeadlineMs).then((rows) => {
		const questions = new Map(rows.map(({ question }) => [question.id, question]));
		if (kept.get(roundId) === reading) kept.set(roundId, questions);
		return questions;
	});
	if (kept.size >= mostRounds) kept.clear();
	kept.set(roundId, reading);
	reading.catch(() => kept.delete(roundId));
	return reading;
}
