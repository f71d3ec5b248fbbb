// What one contestant's result is made of, stage by stage down to each answer and each mark; it must not compute any of it.
import type { Bilingual, StageCode } from '../ids.ts';
import type { Points, Ratio } from '../points.ts';
import { quotient } from '../ratio.ts';
import type { RecordedChoice } from '../record/question.ts';
import type { ContestantNumber, ContestRecord } from '../record/record.ts';
import { isJudged, type JudgedPart, type Part, type QuizPart } from '../rules/parts.ts';
import { stageOf } from '../rules/rules.ts';
import { stageIndexOf } from './compute.ts';
import { questionOutcomes } from './quiz-part.ts';
import type { StageIndex } from './record-index.ts';
import type { ContestResult, PanelScore, PartScore, Place, SheetScore } from './result.ts';
import { roundPoints } from './rounding.ts';

export interface Breakdown {
	number: ContestantNumber;
	name: string;
	unit: string;
	/** Those the contestant takes part in, in the order of the rules. */
	stages: StageBreakdown[];
	awards: { title: Bilingual; why: Bilingual }[];
}

export interface StageBreakdown {
	stage: StageCode;
	title: Bilingual;
	rank: number | null;
	shared: boolean;
	total: Points;
	why: Bilingual;
	parts: PartBreakdown[];
	/** Totals of earlier stages that count here, after their weight. */
	carried: { title: Bilingual; points: Points }[];
	/** Added to or taken off the total by decision. */
	adjusted: Points;
}

export interface PartBreakdown {
	title: Bilingual;
	/** After the weight, rounded as the rules say; null while nothing counts. */
	points: Points | null;
	/** The most it can bring, after the weight. */
	max: Points;
	notes: Bilingual[];
	/** Empty unless it is a quiz. */
	questions: QuestionLine[];
	/** Empty unless judges mark it. */
	panels: PanelBreakdown[];
}

export const verdicts = ['right', 'partly', 'wrong', 'blank', 'void'] as const;
export type Verdict = (typeof verdicts)[number];

export interface QuestionLine {
	question: string;
	/** As it was given; empty when nothing was. */
	chosen: string;
	key: string;
	verdict: Verdict;
	points: Points;
	/** Of an answer that was given. */
	usedMs: number | null;
}

export interface PanelBreakdown {
	title: Bilingual;
	/** On the scale of the rubric, to the hundredth. */
	value: Points | null;
	max: Points;
	criteria: { code: string; name: string; max: Points; mean: Points | null }[];
	/** In the order of the judges' codes. */
	sheets: SheetLine[];
	/** What was found about differences between the judges. */
	divergence: Bilingual | null;
}

export interface SheetLine {
	judge: string;
	name: string;
	total: Points;
	counts: SheetScore['counts'];
	/** One for each criterion of the panel; null is not marked. */
	marks: (Points | null)[];
}

/** R192: every number of the result of one contestant with what it comes from. Null when there is no such contestant. */
export function breakdownOf(record: ContestRecord, result: ContestResult, number: ContestantNumber): Breakdown | null {
	const contestant = record.contestants.find((each) => each.number === number);
	if (!contestant) return null;
	return {
		number,
		name: contestant.name,
		unit: record.units.find(({ code }) => code === contestant.unit)?.name ?? contestant.unit,
		stages: result.stages.flatMap(({ stage, rankings }) => {
			const place = rankings.flatMap(({ places }) => places).find((each) => each.contestant === number);
			return place ? [stageBreakdown(record, result, stage, place)] : [];
		}),
		awards: result.awards.flatMap(({ award, winners }) => {
			const won = winners.find((each) => each.contestant === number);
			const title = record.rules.awards.find(({ code }) => code === award)?.title;
			return won && title ? [{ title, why: won.why }] : [];
		})
	};
}

function stageBreakdown(record: ContestRecord, result: ContestResult, code: StageCode, place: Place): StageBreakdown {
	const index = stageIndexOf(record, result, code);
	const { rank, shared, total, why, score } = place;
	return {
		stage: code,
		title: stageOf(record.rules, code)?.title ?? same(code),
		rank,
		shared,
		total,
		why,
		parts: index
			? index.stage.parts.map((part) => partBreakdown(index, part, score.parts[part.code] ?? null, place))
			: [],
		carried: score.carried.map(({ stage, points }) => ({
			title: stageOf(record.rules, stage)?.title ?? same(stage),
			points: toHundredths(points)
		})),
		adjusted: score.adjusted
	};
}

function partBreakdown(index: StageIndex, part: Part, score: PartScore | null, { contestant }: Place): PartBreakdown {
	return {
		title: part.title,
		points: score?.points ?? null,
		max: toHundredths(quotient([part.maxPoints, part.weight], [100])),
		notes: score?.notes ?? [],
		questions: part.kind === 'quiz' ? questionLines(index, part, contestant) : [],
		panels:
			isJudged(part) && score?.detail.kind === 'judged'
				? score.detail.panels.map((panel) => panelBreakdown(index, part, panel, contestant))
				: []
	};
}

function questionLines(stage: StageIndex, part: QuizPart, contestant: ContestantNumber): QuestionLine[] {
	return questionOutcomes(stage, part, contestant).map(({ question, share, isBlank, isVoid, points, usedMs }) => {
		const given = stage.index.answers.get(question)?.find((answer) => answer.contestant === contestant);
		const key = stage.index.questions.get(question)?.key.correct;
		return {
			question,
			chosen: given ? choiceText(given.choice) : '',
			key: key ? choiceText(key) : '',
			verdict: isVoid ? 'void' : isBlank ? 'blank' : verdictOf(share),
			points,
			usedMs: isBlank ? null : usedMs
		};
	});
}

function verdictOf({ numerator, denominator }: Ratio): Verdict {
	if (numerator === denominator) return 'right';
	return numerator > 0 ? 'partly' : 'wrong';
}

/** A choice as it is read out: "A", "A, C", "1945", "A–2, B–1". */
function choiceText(choice: RecordedChoice): string {
	switch (choice.kind) {
		case 'options':
			return choice.options.join(', ');
		case 'pairs':
			return Object.entries(choice.pairs)
				.map(([left, right]) => `${left}–${right}`)
				.join(', ');
		case 'number':
		case 'text':
			return choice.value;
	}
}

function panelBreakdown(
	{ index, stage }: StageIndex,
	part: JudgedPart,
	{ panel: code, value, sheets, criteria, divergence }: PanelScore,
	contestant: ContestantNumber
): PanelBreakdown {
	const rubric = index.rubrics.get(part.rubric);
	const marked = index.sheets.get(stage.code)?.get(contestant) ?? [];
	const columns = rubric?.criteria ?? [];
	return {
		title: part.panels.find((each) => each.code === code)?.title ?? same(code),
		value: value && toHundredths(value),
		max: rubric?.max ?? 0,
		criteria: columns.map((column) => {
			const mean = criteria[column.code];
			return { code: column.code, name: column.name, max: column.max, mean: mean ? toHundredths(mean) : null };
		}),
		sheets: sheets.map(({ judge, total, counts }) => {
			const marks = marked.find((sheet) => sheet.judge === judge)?.marks ?? {};
			return {
				judge,
				name: index.judges.get(judge)?.name ?? '',
				total: toHundredths(total),
				counts,
				marks: columns.map((column) => marks[column.code] ?? null)
			};
		}),
		divergence: divergence?.why ?? null
	};
}

function toHundredths(value: Ratio): Points {
	return roundPoints(value, { mode: 'half-up', decimals: 2 });
}

function same(text: string): Bilingual {
	return { vi: text, en: text };
}
