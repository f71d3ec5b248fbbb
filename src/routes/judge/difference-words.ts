// What is measured, from where on the rules look at it, and what they ask for, in words; it must not know a contestant.
import type { Bilingual } from '#lib/contest/ids.ts';
import type { DivergenceAction, DivergenceLevel, Divergence } from '#lib/contest/rules/panels.ts';
import { m } from '#lib/paraglide/messages.js';
import { displayPoints } from '#lib/ui/format.ts';

/** Empty where the rules no longer say. */
export function foundWords(
	metric: Divergence['metric'] | null,
	level: DivergenceLevel | null,
	measured: number | null
) {
	if (metric === null || level === null || measured === null) return '';
	const told = { measured: displayPoints(measured), threshold: thresholdWords(level) };
	switch (metric) {
		case 'distance-to-mean':
			return m.consult_found_mean(told);
		case 'distance-to-median':
			return m.consult_found_median(told);
		case 'spread':
			return m.consult_found_spread(told);
		case 'dixon-q':
			return m.consult_found_dixon(told);
	}
}

/** From where on the rules look at the marks of each part; parts with the same limit share a sentence. */
export function limitSentences(
	limits: { part: Bilingual; metric: Divergence['metric']; level: DivergenceLevel }[],
	language: 'vi' | 'en'
): string {
	const parts = new Map<string, string[]>();
	for (const { part, metric, level } of limits) {
		const limit = m.matrix_limit({ what: limitOf[metric](), threshold: thresholdWords(level) });
		parts.set(limit, [...(parts.get(limit) ?? []), part[language]]);
	}
	if (parts.size === 0) return m.matrix_limit_none();
	return [...parts].map(([limit, titles]) => `${titles.join(', ')}: ${limit}`).join(' ');
}

const limitOf: Record<Divergence['metric'], () => string> = {
	'distance-to-mean': m.matrix_limit_mean,
	'distance-to-median': m.matrix_limit_median,
	spread: m.matrix_limit_spread,
	'dixon-q': m.matrix_limit_dixon
};

function thresholdWords({ threshold, reached }: DivergenceLevel): string {
	const size = sizeWords(threshold);
	return reached === 'above' ? m.consult_above({ size }) : m.consult_from({ size });
}

function sizeWords(threshold: DivergenceLevel['threshold']): string {
	switch (threshold.kind) {
		case 'points':
			return m.consult_size_points({ points: displayPoints(threshold.points) });
		case 'share':
			return m.consult_size_share({ percent: threshold.percent });
		case 'confidence':
			return m.consult_size_confidence({ percent: threshold.percent });
	}
}

export const actionWords: Record<DivergenceAction, () => string> = {
	warn: m.consult_act_warn,
	consult: m.consult_act_consult,
	'head-decides': m.consult_act_head_decides,
	exclude: m.consult_act_exclude,
	'extra-replaces': m.consult_act_extra_replaces,
	'extra-joins': m.consult_act_extra_joins
};
