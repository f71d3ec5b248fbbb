// The sample contest, counted by the rules and once more by plain arithmetic that shares no code with them (R2, R12, R14, R20, R31, R32, R40–R43, R50, R51).
import { expect, test } from 'vitest';
import type { RecordedChoice } from '../../record/question.ts';
import type { ContestRecord } from '../../record/record.ts';
import { computeResult } from '../compute.ts';
import { rowsOf, winnersOf, type Row } from './golden.fixture.ts';
import { aSampleContest } from './sample-contest.fixture.ts';

/** top / bottom, a half going up; both are whole and small. */
const rounded = (top: number, bottom: number) => Math.floor((2 * top + bottom) / (2 * bottom));

function isRight(
	given: RecordedChoice,
	key: { correct: RecordedChoice; tolerance: string },
	isOrder: boolean
): boolean {
	const { correct } = key;
	if (given.kind === 'number' && correct.kind === 'number')
		return Math.abs(Number(given.value) - Number(correct.value)) <= Number(key.tolerance || 0) + 1e-9;
	if (given.kind !== 'options' || correct.kind !== 'options') return false;
	const text = (options: string[]) => (isOrder ? options : [...options].sort()).join();
	return text(given.options) === text(correct.options);
}

interface Line {
	number: string;
	isCompeting: boolean;
	right: number;
	/** Quiz, outline, presentation, situation. */
	parts: [number, number, number, number];
	total: number;
}

function lineOf(record: ContestRecord, { number, status }: ContestRecord['contestants'][number]): Line {
	const right = record.answers.filter(({ contestant, question, choice }) => {
		const asked = record.questions.find(({ code }) => code === question);
		return contestant === number && asked && isRight(choice, asked.key, asked.kind === 'ordering');
	}).length;
	const recused = record.decisions.flatMap((decision) =>
		decision.kind === 'recusal' && decision.contestant === number ? [decision.judge] : []
	);
	const sheets = record.sheets.filter(({ contestant, judge }) => contestant === number && !recused.includes(judge));
	/** (sum of all marks / sheets) × part / rubric, less what is taken off. */
	const judged = (criteria: RegExp, part: number, rubric: number, off: number) => {
		const sum = sheets
			.flatMap(({ marks }) => Object.entries(marks))
			.reduce((points, [criterion, mark]) => points + (criteria.test(criterion) ? (mark ?? 0) : 0), 0);
		return rounded(Math.max(0, sum * part - off * sheets.length * rubric), sheets.length * rubric);
	};
	const seconds = (record.turns.find(({ contestant }) => contestant === number)?.endedAt ?? 0) / 1000;
	const over = seconds - 600 > 15 ? Math.ceil((seconds - 600) / 60) : 0;
	const parts: Line['parts'] = [
		right * 200,
		judged(/^DC/, 1200, 2000, 0),
		judged(/^TT/, 3000, 5000, Math.min(500, over * 100)),
		judged(/^TH/, 1800, 3000, 0)
	];
	const total = parts.reduce((sum, points) => sum + points, 0);
	return { number, isCompeting: status === 'competing', right, parts, total };
}

/** Whether a is strictly before b: total, then the presentation, then right answers. */
function isAhead(a: Line, b: Line): boolean {
	if (a.total !== b.total) return a.total > b.total;
	if (a.parts[2] !== b.parts[2]) return a.parts[2] > b.parts[2];
	return a.right > b.right;
}

function recount(record: ContestRecord): { rows: Row[]; rankOf: Map<string, number> } {
	const lines = record.contestants.map((contestant) => lineOf(record, contestant));
	const competing = lines.filter(({ isCompeting }) => isCompeting);
	const rankOf = new Map(
		competing.map((line) => [line.number, 1 + competing.filter((other) => isAhead(other, line)).length])
	);
	const rows = lines
		.sort((a, b) => (rankOf.get(a.number) ?? 999) - (rankOf.get(b.number) ?? 999) || (a.number < b.number ? -1 : 1))
		.map(({ number, parts, total }): Row => {
			const rank = rankOf.get(number);
			const isShared = [...rankOf.values()].filter((other) => other === rank).length > 1;
			return [number, rank === undefined ? '–' : `${rank}${isShared ? '=' : ''}`, parts, total];
		});
	return { rows, rankOf };
}

/** 1, 2, 3 and 6 prizes by rank, who is level on the last one receives it too, each prize with its own number. */
function prizes(rankOf: Map<string, number>): Record<string, string[]> {
	const waiting = [...rankOf].sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1));
	const plan = { nhat: 1, nhi: 2, ba: 3, 'khuyen-khich': 6 };
	return Object.fromEntries(
		Object.entries(plan).map(([code, quota]) => {
			const last = waiting[quota - 1]?.[1] ?? Infinity;
			const winners = waiting.filter(([, rank]) => rank <= last);
			waiting.splice(0, winners.length);
			return [code, winners.map(([number]) => number)];
		})
	);
}

test.each([1, 2021, 630_2021])(
	'R2, R12, R14, R20, R31, R32, R40–R43, R50, R51 the sample contest, seed %i',
	async (seed) => {
		const record = await aSampleContest(seed);
		const result = computeResult(record);
		const { rows, rankOf } = recount(record);
		expect(rows).toHaveLength(54);
		expect(rowsOf(result)).toEqual(rows);
		expect(winnersOf(result)).toEqual(prizes(rankOf));
		expect(result.missing).toEqual([]);
	}
);
