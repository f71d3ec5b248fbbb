// `npm run bench -- rules`: from stored answers and marks to explained ranks, for a thousand, ten thousand and a hundred thousand contestants.
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import type { Bench } from './bench.ts';
import { criterionCount, judgeCount, questionCount, rulesContest } from './rules-contest.ts';
import { floorOf } from './rules-floor.ts';
import { timeRuns } from './time-runs.ts';

const seed = 20_210_715;
const sizes = [
	{ contestants: 1_000, runs: 25 },
	{ contestants: 10_000, runs: 9 },
	{ contestants: 100_000, runs: 5 }
];

export const bench: Bench = {
	name: 'rules',
	// One core for everything, collection and compilation included; ten million answers lie in memory beside the result.
	nodeFlags: ['--single-threaded', '--expose-gc', '--max-old-space-size=8192'],
	measure() {
		console.log(`${questionCount} answers and ${judgeCount} judges × ${criterionCount} criteria for each contestant\n`);
		console.log(
			row([
				'contestants',
				'first',
				'median',
				'least',
				'most',
				'clock',
				'each',
				'/ n·log₂n',
				'floor',
				'× floor',
				'record'
			])
		);
		for (const { contestants, runs } of sizes) console.log(row(figures(contestants, runs)));
		console.log(`\n${legend.join('\n')}`);
	}
};

const legend = [
	'first      processor time of the first run of that size; not among the others',
	'median …   processor time of computeResult(record), everything on one core',
	'clock      median by the clock, which also counts waiting on a busy machine',
	'each       median per contestant',
	'/ n·log₂n  median over n·log₂n: level when the cost grows as n log n',
	'floor      median, in the same minute, of one look at each answer and each mark, added up for its contestant,',
	'           and one sort of the totals: no key, no judge left out, no tie, no sentence',
	'record     memory of the record alone; every answer is an object of its own'
];

function figures(contestants: number, runs: number): string[] {
	const record = rulesContest(contestants, seed);
	globalThis.gc?.();
	const heap = process.memoryUsage().heapUsed / 2 ** 20;
	const { first, spent, clock } = timeRuns(runs, () => computeResult(record));
	const floor = timeRuns(runs, () => floorOf(record)).spent.median;
	return [
		contestants.toLocaleString('en'),
		...[first, spent.median, spent.least, spent.most, clock.median].map((ms) => `${ms.toFixed(0)} ms`),
		`${((1000 * spent.median) / contestants).toFixed(1)} µs`,
		`${((1_000_000 * spent.median) / (contestants * Math.log2(contestants))).toFixed(0)} ns`,
		`${floor.toFixed(1)} ms`,
		(spent.median / floor).toFixed(1),
		`${heap.toFixed(0)} MB`
	];
}

function row(cells: string[]): string {
	return cells.map((cell) => cell.padStart(11)).join('');
}
