// How hard the questions of a contest were and how well they told people apart (R287, R288); it must not know texts or names.
import { markerOf } from '../result/marking.ts';
import { indexRecord } from '../result/record-index.ts';
import type { ContestRecord, QuestionCode } from '../record/record.ts';
import { isQuiz } from '../rules/parts.ts';
import { allParts } from '../rules/rules.ts';

export interface QuestionStatistics {
	code: QuestionCode;
	/** Those who answered anything in its round. */
	asked: number;
	answered: number;
	/** Wholly right, by the key as it counts now. */
	right: number;
	/** R287: from 0 to 1; null when nobody was asked. */
	share: number | null;
	/** R288: from −1 to 1; null where it cannot be told. */
	discrimination: number | null;
	/** Of those who answered, in ms; null when nobody did. */
	medianMs: number | null;
	isVoid: boolean;
}

/** In the order they were asked; only questions that are sealed. */
export function questionStatistics(record: ContestRecord): QuestionStatistics[] {
	const { questions, answers, voided } = indexRecord(record);
	const markings = new Map(
		allParts(record.rules)
			.filter(isQuiz)
			.map(({ code, marking }) => [code, marking])
	);
	return record.rounds.flatMap((round) => {
		const marking = markings.get(round.part);
		const codes = round.questions.filter(({ isSealed }) => isSealed).map(({ question }) => question);
		if (!marking) return [];
		const given = codes.map((code) => answers.get(code) ?? []);
		const people = [...new Set(given.flat().map(({ contestant }) => contestant))];
		const rightOf = codes.map((code, at) => {
			const question = questions.get(code);
			const mark = question && markerOf(question, marking);
			const isRight = (share: ReturnType<NonNullable<typeof mark>>) => share.numerator === share.denominator;
			return new Set(
				(given[at] ?? []).flatMap(({ contestant, choice }) => (mark && isRight(mark(choice)) ? [contestant] : []))
			);
		});
		const totals = new Map(people.map((who) => [who, rightOf.filter((right) => right.has(who)).length]));
		return codes.map((code, at) => {
			const right = rightOf[at] ?? new Set();
			const used = (given[at] ?? []).map(({ usedMs }) => usedMs);
			const rest = people.map((who) => ({
				isRight: right.has(who),
				others: (totals.get(who) ?? 0) - (right.has(who) ? 1 : 0)
			}));
			return {
				code,
				asked: people.length,
				answered: used.length,
				right: right.size,
				share: people.length === 0 ? null : right.size / people.length,
				discrimination: pointBiserial(rest),
				medianMs: median(used),
				isVoid: voided.has(code)
			};
		});
	});
}

/**
 * R288: `(M₁ − M₀) / s · √(p·q)`, M₁ and M₀ the mean of the others' points among right and not right, s the standard deviation of all (over n), p the
 * share of right. It is Pearson's correlation of right and the rest of the round.
 */
export function pointBiserial(people: readonly { isRight: boolean; others: number }[]): number | null {
	const right = people.filter(({ isRight }) => isRight).map(({ others }) => others);
	const wrong = people.filter(({ isRight }) => !isRight).map(({ others }) => others);
	if (right.length === 0 || wrong.length === 0) return null;
	const all = [...right, ...wrong];
	const deviation = Math.sqrt(mean(all.map((value) => (value - mean(all)) ** 2)));
	if (deviation === 0) return null;
	const p = right.length / all.length;
	return ((mean(right) - mean(wrong)) / deviation) * Math.sqrt(p * (1 - p));
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	const sorted = values.toSorted((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	const [lower = 0, upper = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
	return Math.round((lower + upper) / 2);
}
