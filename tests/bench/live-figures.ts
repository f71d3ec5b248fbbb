// Prints what the live bench found: a line for each system, the ratios that are held to a limit, what was lost or doubled.
import { quantile } from '../load/quantile.ts';
import type { RunFigures } from './live-run.ts';
import type { SystemName } from './live-systems.ts';

const median = (values: number[]) => quantile(values, 0.5);

interface Line {
	joined: number;
	fanOut: [number, number, number];
	spread99: number;
	ack: [number, number, number];
	cpuPerAnswer: number;
	driverPerAnswer: number;
	cpuSeconds: number;
	rss: number;
	driverRss: number;
}

/** Of each run its own p50, p99 and last; then the median over the runs. */
function lineOf(runs: RunFigures[]): Line {
	const over = (read: (run: RunFigures) => number) => median(runs.map(read));
	return {
		joined: over((run) => run.joinedPerSecond),
		fanOut: [
			over((run) => quantile(run.fanOutMs, 0.5)),
			over((run) => quantile(run.fanOutMs, 0.99)),
			over((run) => median(run.lastShownMs))
		],
		spread99: over((run) => quantile(run.spreadMs, 0.99)),
		ack: [
			over((run) => quantile(run.ackMs, 0.5)),
			over((run) => quantile(run.ackMs, 0.99)),
			over((run) => median(run.lastAckMs))
		],
		cpuPerAnswer: over((run) => run.serverCpuMsPerAnswer),
		driverPerAnswer: over((run) => run.driverCpuMsPerAnswer),
		cpuSeconds: over((run) => run.serverCpuMs / 1000),
		rss: over((run) => run.serverRssMiB),
		driverRss: over((run) => run.driverRssMiB)
	};
}

export function printFigures(phones: number, all: Map<SystemName, RunFigures[]>): void {
	const lines = new Map([...all].map(([name, runs]) => [name, lineOf(runs)]));
	console.log(`${phones.toLocaleString('en')} phones`);
	console.log(
		row([
			'',
			'joined/s',
			'shown p50',
			'p99',
			'last',
			'1st→p99',
			'ack p50',
			'p99',
			'last',
			'CPU/answer',
			'CPU',
			'RSS',
			'driver/ans',
			'RSS'
		])
	);
	for (const [name, line] of lines)
		console.log(
			row([
				name,
				line.joined.toFixed(0),
				...line.fanOut.map(ms),
				ms(line.spread99),
				...line.ack.map(ms),
				`${(1000 * line.cpuPerAnswer).toFixed(0)} µs`,
				`${line.cpuSeconds.toFixed(1)} s`,
				`${line.rss.toFixed(0)} MB`,
				`${(1000 * line.driverPerAnswer).toFixed(0)} µs`,
				`${line.driverRss.toFixed(0)} MB`
			])
		);
	const [real, durable, bare] = [lines.get('hoithi'), lines.get('durable'), lines.get('socket.io')];
	if (real && durable) {
		console.log(ratio('ack p99 / durable floor', real.ack[1], durable.ack[1], 1.25));
		console.log(ratio('CPU per answer / durable floor', real.cpuPerAnswer, durable.cpuPerAnswer, 1.5));
	}
	if (real && bare) {
		console.log(ratio('shown p99 / bare Socket.IO', real.fanOut[1], bare.fanOut[1], 1.25));
		console.log(ratio('first phone to p99 / bare Socket.IO', real.spread99, bare.spread99, 1.25));
	}
	for (const { verdict } of all.get('hoithi') ?? []) {
		if (!verdict) continue;
		const { acknowledged, stored, violations } = verdict;
		console.log(
			`  ${acknowledged} acknowledged, ${stored} stored, ${violations.length} violations ${JSON.stringify(violations.slice(0, 3))}`
		);
	}
	console.log('');
}

function ratio(what: string, real: number, floor: number, most: number): string {
	const times = real / floor;
	return `  ${what}: ${times.toFixed(2)} × (at most ${most}) ${times <= most ? 'good' : 'ABOVE'}`;
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

function row(cells: string[]): string {
	return cells
		.map((cell, at) => (at === 0 ? cell.padEnd(10) : cell.padStart(at === 9 || at === 12 ? 12 : 10)))
		.join('');
}
