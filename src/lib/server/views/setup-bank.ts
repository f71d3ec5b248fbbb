// The bank for the organiser's console; keys are added only when asked for, because consoles stand near projectors.
import type { AnswerKey, Option, QuestionKind } from '../../contest/question.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readQuestionKeys, readQuestions, readRubrics, readSituations, readTopics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { readRoundPlans } from '../stores/round-setup.ts';

export interface SetupBank {
	contestId: string;
	version: number;
	counts: { questions: number; topics: number; situations: number; rubrics: number };
	questions: {
		code: string;
		topic: string;
		difficulty: number;
		kind: QuestionKind;
		text: string;
		options: Option[];
		targets: Option[];
		seconds: number;
		source: string;
		/** Title of the round that has it; null when it is free. */
		round: string | null;
		/** Null unless keys were asked for. */
		key: string | null;
		explanation: string | null;
	}[];
	topics: { code: string; title: string; hint: string }[];
	situations: { code: string; text: string; pointsOfAnswer: string }[];
	rubrics: {
		code: string;
		name: string;
		max: number;
		criteria: { code: string; name: string; max: number; step: number; bands: number }[];
	}[];
}

export async function setupBank(
	app: App,
	seat: Seat,
	contestId: string,
	{ withKeys, search = '' }: { withKeys: boolean; search?: string }
): Promise<SetupBank | Refusal> {
	const refusal = refuseUnless(seat, 'bank:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [questions, topics, situations, rubrics, rounds] = await Promise.all([
		readQuestions(db, contestId),
		readTopics(db, contestId),
		readSituations(db, contestId),
		readRubrics(db, contestId),
		readRoundPlans(db, contestId)
	]);
	const roundOf = new Map(rounds.flatMap(({ title, questionIds }) => questionIds.map((id) => [id, title] as const)));
	const sought = foldVietnamese(search);
	const isFound = (...texts: string[]) => sought === '' || foldVietnamese(texts.join(' ')).includes(sought);
	const keys = await readQuestionKeys(db, withKeys ? questions.map(({ id }) => id) : []);
	return {
		contestId,
		version: contest.version,
		counts: {
			questions: questions.length,
			topics: topics.length,
			situations: situations.length,
			rubrics: rubrics.length
		},
		questions: questions
			.filter((row) => isFound(row.code, row.topic, row.text))
			.map(({ id, code, topic, difficulty, kind, text, options, targets, seconds, source }) => {
				const key = keys.get(id);
				return {
					code,
					topic,
					difficulty,
					kind,
					text,
					options,
					targets,
					seconds,
					source,
					round: roundOf.get(id) ?? null,
					key: key ? keyText(key) : null,
					explanation: key?.explanation ?? null
				};
			}),
		topics: topics
			.filter(({ code, title }) => isFound(code, title))
			.map(({ code, title, hint }) => ({ code, title, hint })),
		situations: situations
			.filter(({ code, text }) => isFound(code, text))
			.map(({ code, text, pointsOfAnswer }) => ({ code, text, pointsOfAnswer })),
		rubrics: rubrics.map(({ code, name, max, criteria }) => ({
			code,
			name,
			max,
			criteria: criteria.map((criterion) => ({
				code: criterion.code,
				name: criterion.name,
				max: criterion.max,
				step: criterion.step,
				bands: criterion.bands.length
			}))
		}))
	};
}

function keyText({ correct, alsoCorrect = [] }: AnswerKey): string {
	switch (correct.kind) {
		case 'options':
			return correct.options.join(', ');
		case 'pairs':
			return Object.entries(correct.pairs)
				.map((pair) => pair.join(''))
				.join(', ');
		case 'number':
			return correct.value;
		case 'text':
			return [correct.value, ...alsoCorrect].join('; ');
	}
}
