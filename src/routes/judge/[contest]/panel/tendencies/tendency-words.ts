// The plain sentences about one judge and about two: what a figure means and what it does not. It must not know how they were counted.
import { m } from '#lib/paraglide/messages.js';
import { displayPoints } from '#lib/ui/format.ts';

export interface Tendency {
	compared: number;
	severity: number;
	spread: number | null;
	correlation: number;
}

export interface Judge {
	code: string;
	name: string;
}

/** Less than a quarter of a point is level, a fifth more or less is alike: so that nothing is made of trifles. */
const level = 25;
const alike = 0.2;
const [closely, partly] = [0.7, 0.3];

export function judgeSentence({ compared, severity, spread, correlation }: Tendency): string {
	return m.tendency_sentence({
		count: compared,
		severity: severityWords(Math.round(severity)),
		spread: spreadWords(spread),
		order: orderWords(correlation)
	});
}

function severityWords(severity: number): string {
	const points = displayPoints(Math.abs(severity));
	if (Math.abs(severity) < level) return m.tendency_level();
	return severity < 0 ? m.tendency_severe({ points }) : m.tendency_generous({ points });
}

function spreadWords(spread: number | null): string {
	if (spread === null || Math.abs(spread - 1) <= alike) return m.tendency_alike();
	return spread > 1 ? m.tendency_wide() : m.tendency_narrow();
}

function orderWords(correlation: number): string {
	if (correlation >= closely) return m.tendency_orders_alike();
	return correlation >= partly ? m.tendency_orders_partly() : m.tendency_orders_differently();
}

/** Two decimals, as points are written: 0.9 → "0,90". */
export function displayRatio(value: number): string {
	return displayPoints(Math.round(value * 100));
}

/** Points above the others with a plus, below with a minus. */
export function displayDistance(hundredths: number): string {
	const rounded = Math.round(hundredths);
	return `${rounded > 0 ? '+' : ''}${displayPoints(rounded)}`;
}

export function withoutSentence(without: { moved: number; mostPlaces: number } | null): string {
	if (!without) return m.tendency_without_unknown();
	const { moved, mostPlaces } = without;
	return moved === 0 ? m.tendency_without_none() : m.tendency_without({ moved, most: mostPlaces });
}

export function pairSentence(
	{ judges, contestants, ofHundred }: { judges: Judge[]; contestants: string[]; ofHundred: number },
	whole: number
): string {
	const [one = '', other = ''] = judges.map(({ code, name }) => `${code} ${name}`);
	return m.tendency_pair({
		one,
		other,
		count: whole,
		contestants: contestants.join(', ') || m.tendency_pair_nobody(),
		chance: ofHundred
	});
}
