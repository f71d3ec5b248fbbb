// Random judged parts: panels, ways to combine their sheets, differences and time; it must not know judges.
import { aJudgedPart, aPanel, text } from '../record/contest-record.fixture.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import {
	divergenceActions,
	missingJudgePolicies,
	type Aggregation,
	type Divergence,
	type Panel
} from '../rules/panels.ts';
import type { JudgedPart } from '../rules/parts.ts';
import type { TimeCost, Timing } from '../rules/timing.ts';
import type { Chance } from './chance.fixture.ts';

/** Coarse steps, so that ties are frequent. TT: 30,00 and 20,00. DC: 4,00 to 10,00 counting twice, and 10,00. */
export const randomRubrics: RecordedRubric[] = [
	{
		code: 'TT',
		name: 'Thuyết trình',
		max: 5000,
		criteria: [
			{ code: 'TT1', name: 'Nội dung', min: 0, max: 3000, step: 250, weight: 100, noteRequired: 'never' },
			{ code: 'TT2', name: 'Phong thái', min: 0, max: 2000, step: 250, weight: 100, noteRequired: 'never' }
		]
	},
	{
		code: 'DC',
		name: 'Đề cương',
		max: 3000,
		criteria: [
			{ code: 'DC1', name: 'Bố cục', min: 400, max: 1000, step: 50, weight: 200, noteRequired: 'never' },
			{ code: 'DC2', name: 'Nguồn', min: 0, max: 1000, step: 50, weight: 100, noteRequired: 'never' }
		]
	}
];

export function aRandomJudgedPart(
	chance: Chance,
	monotone: boolean,
	kind: JudgedPart['kind'],
	code: string,
	rubric: string
): JudgedPart {
	const scale = chance.oneOf('scaled', 'raw');
	const second = text('Khán giả', 'Audience');
	const panels = chance.onceIn(3)
		? [
				randomPanel(chance, monotone, scale, { weight: 70 }),
				randomPanel(chance, monotone, scale, { code: 'KG', title: second, weight: 30 })
			]
		: [randomPanel(chance, monotone, scale, {})];
	return aJudgedPart({
		kind,
		code,
		title: kind === 'outline' ? text('Đề cương', 'Outline') : text('Thuyết trình', 'Presentation'),
		rubric,
		scale,
		panels,
		maxPoints: chance.oneOf(5000, 4000, 3333),
		weight: chance.oneOf(100, 60),
		timing: kind === 'presentation' && chance.onceIn(2) ? randomTiming(chance) : null
	});
}

function randomPanel(chance: Chance, monotone: boolean, scale: JudgedPart['scale'], changes: Partial<Panel>): Panel {
	const ways: Aggregation[] = [
		{ kind: 'mean' },
		{ kind: 'median' },
		{ kind: 'weighted-mean', weights: [{ role: 'head', weight: 2 }] },
		{ kind: 'trimmed', high: 1, low: chance.oneOf(1, 0), leastPanel: chance.oneOf(3, 4) },
		...(monotone ? [] : [{ kind: 'consensus' } as const]),
		...(scale === 'raw' ? [{ kind: 'sum' } as const] : [])
	];
	return aPanel({
		aggregation: chance.oneOf(...ways),
		leastSheets: chance.oneOf(1, 1, 2),
		missing: chance.oneOf(...missingJudgePolicies),
		divergence: monotone || chance.onceIn(2) ? null : randomDivergence(chance),
		...changes
	});
}

function randomDivergence(chance: Chance): Divergence {
	const metric = chance.oneOf('distance-to-mean', 'distance-to-median', 'spread', 'dixon-q');
	const actions = divergenceActions.filter((action) => metric !== 'spread' || action !== 'exclude');
	const thresholds: Divergence['levels'][number]['threshold'][] =
		metric === 'dixon-q'
			? [
					{ kind: 'confidence', percent: 90 },
					{ kind: 'confidence', percent: 99 }
				]
			: chance.oneOf(
					[
						{ kind: 'points', points: chance.oneOf(100, 250) },
						{ kind: 'points', points: chance.oneOf(500, 1000) }
					],
					[{ kind: 'share', percent: chance.oneOf(5, 10) }]
				);
	return {
		metric,
		levels: thresholds.map((threshold) => ({
			threshold,
			reached: chance.oneOf('above', 'from'),
			action: chance.oneOf(...actions)
		}))
	};
}

function randomTiming(chance: Chance): Timing {
	const cost = () =>
		chance.oneOf<TimeCost | null>(
			{ kind: 'linear', perMinute: chance.oneOf(100, 70), startedMinute: chance.oneOf('ceil', 'floor', 'prorata') },
			{
				kind: 'bands',
				bands: [
					{ beyondMs: 30_000, points: 200 },
					{ beyondMs: 120_000, points: chance.oneOf<number | 'all'>(500, 'all') }
				]
			},
			{ kind: 'zero' },
			null
		);
	return {
		leastMs: chance.oneOf(0, 480_000),
		mostMs: 600_000,
		warnBeforeMs: 60_000,
		graceMs: chance.oneOf(0, 15_000),
		stopAfterMs: chance.oneOf(null, 180_000),
		penalty: chance.onceIn(4)
			? null
			: {
					over: cost(),
					under: cost(),
					cap: chance.oneOf(null, 400),
					place: chance.oneOf({ kind: 'part' }, { kind: 'criterion', criterion: 'TT2' })
				}
	};
}
