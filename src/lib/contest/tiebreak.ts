// One key of the tie-break chain (R42): who is ahead by it, and how a sentence says so; it must not know ranks or totals.
import type { Bilingual, CriterionCode, PartCode } from './ids.ts';
import type { PartScore } from './part-score.ts';
import { ratio, roundHalfUp, type Ratio } from './points.ts';
import { compareRatios, quotient } from './ratio.ts';
import { partOf, type Rules, type TieBreak } from './rules.ts';

export type PartScores = Record<PartCode, PartScore | null>;
/** Names of criteria for the sentences; a criterion without a name is called by its code. */
export type CriterionNames = Record<CriterionCode, string>;

/**
 * R42: what a contestant has for a key. A missing part counts as 0 points and 0 right answers; without right answers or
 * without the quiz there is no answer time, and no time (null) comes after every time.
 */
export function tieBreakValue(tieBreak: TieBreak, parts: PartScores): Ratio | null {
	const scores = Object.values(parts).filter((score) => score !== null);
	switch (tieBreak.kind) {
		case 'part':
			return ratio(parts[tieBreak.part]?.points ?? 0);
		case 'criterion':
			return scores.map(({ details }) => details.criteria[tieBreak.criterion]).find((mean) => mean) ?? ratio(0);
		case 'fewer-penalties':
			return ratio(scores.reduce((sum, { penalty }) => sum + penalty, 0));
		case 'right-answers':
			return ratio(sumOf(scores.map(({ details }) => details.rightAnswers)) ?? 0);
		case 'answer-time': {
			const quizzes = scores.filter(({ details }) => details.rightAnswers !== undefined && details.rightAnswers > 0);
			const used = sumOf(quizzes.map(({ details }) => details.answerTimeMs));
			return used === null ? null : ratio(used);
		}
	}
}

/** Below zero when the first is ahead, zero when the key cannot tell them apart. */
export function compareByTieBreak(tieBreak: TieBreak, first: PartScores, second: PartScores): number {
	return compareValues(tieBreak, tieBreakValue(tieBreak, first), tieBreakValue(tieBreak, second));
}

/** The same for values that were worked out before. */
export function compareValues(tieBreak: TieBreak, a: Ratio | null, b: Ratio | null): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
	return lessIsAhead(tieBreak) ? compareRatios(a, b) : compareRatios(b, a);
}

export function lessIsAhead(tieBreak: TieBreak): boolean {
	return tieBreak.kind === 'fewer-penalties' || tieBreak.kind === 'answer-time';
}

/** "điểm phần Thuyết trình 54,50 > 53,75": the key with both values, mine first, written until they differ. */
export function tieBreakPhrase(
	rules: Rules,
	names: CriterionNames,
	tieBreak: TieBreak,
	mine: PartScores,
	theirs: PartScores
): Bilingual {
	const a = tieBreakValue(tieBreak, mine);
	const b = tieBreakValue(tieBreak, theirs);
	const sign = a === null || b === null ? '–' : ['<', '=', '>'][compareRatios(a, b) + 1];
	const title = tieBreakTitle(rules, names, tieBreak);
	const [first, second] = writeBoth(tieBreak, a, b);
	return {
		vi: `${title.vi} ${first.vi} ${sign} ${second.vi}`,
		en: `${title.en} ${first.en} ${sign} ${second.en}`
	};
}

export function tieBreakTitle(rules: Rules, names: CriterionNames, tieBreak: TieBreak): Bilingual {
	switch (tieBreak.kind) {
		case 'part': {
			const title = partOf(rules, tieBreak.part)?.title ?? { vi: tieBreak.part, en: tieBreak.part };
			return { vi: `điểm phần ${title.vi}`, en: `points for ${title.en}` };
		}
		case 'criterion': {
			const name = names[tieBreak.criterion];
			const shown = name ? `${tieBreak.criterion} (${name})` : tieBreak.criterion;
			return { vi: `điểm tiêu chí ${shown}`, en: `points for criterion ${shown}` };
		}
		case 'fewer-penalties':
			return { vi: 'điểm trừ về thời gian', en: 'points taken off for time' };
		case 'right-answers':
			return { vi: 'số câu trả lời đúng', en: 'right answers' };
		case 'answer-time':
			return { vi: 'tổng thời gian trả lời đúng', en: 'time used on right answers' };
	}
}

function sumOf(values: (number | undefined)[]): number | null {
	const given = values.filter((value) => value !== undefined);
	return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0);
}

function writeBoth(tieBreak: TieBreak, a: Ratio | null, b: Ratio | null): [Bilingual, Bilingual] {
	// Two means may differ only after the second decimal: write as many as it takes.
	for (let decimals = 2; ; decimals++) {
		const first = write(tieBreak, a, decimals);
		const second = write(tieBreak, b, decimals);
		const areEqual = a === null || b === null || compareRatios(a, b) === 0;
		if (first.vi !== second.vi || areEqual || decimals === mostDecimals) return [first, second];
	}
}

const mostDecimals = 8;

function write(tieBreak: TieBreak, value: Ratio | null, decimals: number): Bilingual {
	if (value === null) return { vi: 'không có', en: 'none' };
	if (tieBreak.kind === 'right-answers') return both(String(value.numerator));
	if (tieBreak.kind === 'answer-time') {
		const seconds = both(decimalText(quotient([value.numerator], [1000]), 3));
		return { vi: `${seconds.vi} giây`, en: `${seconds.en} s` };
	}
	return both(decimalText(quotient([value.numerator], [value.denominator, 100]), decimals));
}

function both(text: string): Bilingual {
	return { vi: text.replace('.', ','), en: text };
}

/** A ratio ≥ 0 as text with a dot, rounded half up. */
function decimalText(value: Ratio, decimals: number): string {
	const scaled = String(roundHalfUp(quotient([value.numerator, 10 ** decimals], [value.denominator])));
	const digits = scaled.padStart(decimals + 1, '0');
	return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
