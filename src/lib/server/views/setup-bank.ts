// The bank for the organiser's console; keys are added only when asked for, because consoles stand near projectors.
import type { BankPolicy, QuestionState } from '../../contest/bank/life.ts';
import type { Option, QuestionKind } from '../../contest/question.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { twinsAmong } from '../../formats/questions/same-question.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readQuestionKeys, readQuestions, readRubrics, readSituations, readTopics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { findQuestions, readBankTopics, type QuestionWish } from '../stores/find-questions.ts';
import { keyText } from './key-text.ts';

export interface SetupBank {
	contestId: string;
	version: number;
	policy: BankPolicy;
	counts: { questions: number; topics: number; situations: number; rubrics: number };
	/** How many questions fit; `questions` has one page of them. */
	found: number;
	pages: number;
	/** Topics that questions have, for the filter. */
	questionTopics: string[];
	questions: {
		code: string;
		topic: string;
		difficulty: number;
		kind: QuestionKind;
		text: string;
		options: Option[];
		targets: Option[];
		picture: { address: string; alt: string; width: number; height: number } | null;
		seconds: number;
		source: string;
		version: number;
		state: QuestionState;
		/** Written by whoever asks: somebody else reviews and approves it. */
		isOwn: boolean;
		/** Title of the round that has it; null when it is free, or in a set that is still sealed. */
		round: string | null;
		/** Codes of those that say the same; only where they were asked for. */
		twins: string[];
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

export interface BankWish {
	withKeys: boolean;
	search?: string;
	filter?: Partial<Omit<QuestionWish, 'text' | 'codes'>>;
	/** Only questions that are the same in other letters, each beside its twins. */
	twins?: boolean;
	/** From 1. */
	page?: number;
}

export const questionsOnPage = 100;

export async function setupBank(
	app: App,
	seat: Seat,
	contestId: string,
	{ withKeys, search = '', filter = {}, twins = false, page = 1 }: BankWish
): Promise<SetupBank | Refusal> {
	const refusal = refuseUnless(seat, 'bank:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const groups = twins ? twinsAmong(await readQuestions(db, contestId)) : null;
	const codes = groups?.flat().map(({ code }) => code);
	const wish = {
		topic: null,
		difficulty: null,
		kind: null,
		state: null,
		...filter,
		text: search,
		...(codes && { codes })
	};
	const place = { offset: (page - 1) * questionsOnPage, limit: questionsOnPage };
	const [found, bankTopics, topics, situations, rubrics] = await Promise.all([
		findQuestions(db, contestId, wish, codes ? { offset: 0, limit: codes.length } : place),
		readBankTopics(db, contestId),
		readTopics(db, contestId),
		readSituations(db, contestId),
		readRubrics(db, contestId)
	]);
	const order = new Map(codes?.map((code, at) => [code, at]));
	const twinsOf = new Map(groups?.flatMap((group) => group.map(({ code }) => [code, othersOf(group, code)] as const)));
	const sought = foldVietnamese(search);
	const isFound = (...texts: string[]) => sought === '' || foldVietnamese(texts.join(' ')).includes(sought);
	const keys = await readQuestionKeys(db, withKeys ? found.rows.map(({ id }) => id) : []);
	return {
		contestId,
		version: contest.version,
		policy: contest.bankPolicy,
		counts: {
			questions: bankTopics.reduce((sum, { count }) => sum + count, 0),
			topics: topics.length,
			situations: situations.length,
			rubrics: rubrics.length
		},
		found: found.total,
		pages: codes ? 1 : Math.max(1, Math.ceil(found.total / questionsOnPage)),
		questionTopics: bankTopics.map(({ topic }) => topic),
		questions: found.rows
			.toSorted((one, other) => (order.get(one.code) ?? 0) - (order.get(other.code) ?? 0))
			.map(({ id, madeBy, picture, ...row }) => {
				const key = keys.get(id);
				return {
					...row,
					picture: picture && {
						address: `/picture/${id}`,
						...{ alt: picture.alt, width: picture.width, height: picture.height }
					},
					isOwn: seat.kind === 'staff' && madeBy === seat.accountId,
					twins: twinsOf.get(row.code) ?? [],
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

function othersOf(group: { code: string }[], own: string): string[] {
	return group.map(({ code }) => code).filter((code) => code !== own);
}
