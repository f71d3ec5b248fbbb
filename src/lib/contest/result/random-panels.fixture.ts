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
import type { Dice } from './dice.fixture.ts';

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
	dice: Dice,
	monotone: boolean,
	kind: JudgedPart['kind'],
	code: string,
	rubric: string
): JudgedPart {
	const scale = dice.one('scaled', 'raw');
	const second = text('Khán giả', 'Audience');
	const panels = dice.chance(33)
		? [
				randomPanel(dice, monotone, scale, { weight: 70 }),
				randomPanel(dice, monotone, scale, { code: 'KG', title: second, weight: 30 })
			]
		: [randomPanel(dice, monotone, scale, {})];
	return aJudgedPart({
		kind,
		code,
		title: kind === 'outline' ? text('Đề cương', 'Outline') : text('Thuyết trình', 'Presentation'),
		rubric,
		scale,
		panels,
		maxPoints: dice.one(5000, 4000, 3333),
		weight: dice.one(100, 60),
		timing: kind === 'presentation' && dice.chance(50) ? randomTiming(dice) : null
	});
}

function randomPanel(dice: Dice, monotone: boolean, scale: JudgedPart['scale'], changes: Partial<Panel>): Panel {
	const ways: Aggregation[] = [
		{ kind: 'mean' },
		{ kind: 'median' },
		{ kind: 'weighted-mean', weights: [{ role: 'head', weight: 2 }] },
		{ kind: 'trimmed', high: 1, low: dice.one(1, 0), leastPanel: dice.one(3, 4) },
		...(monotone ? [] : [{ kind: 'consensus' } as const]),
		...(scale === 'raw' ? [{ kind: 'sum' } as const] : [])
	];
	return aPanel({
		aggregation: dice.one(...ways),
		leastSheets: dice.one(1, 1, 2),
		missing: dice.one(...missingJudgePolicies),
		divergence: monotone || dice.chance(50) ? null : randomDivergence(dice),
		...changes
	});
}

function randomDivergence(dice: Dice): Divergence {
	const metric = dice.one('distance-to-mean', 'distance-to-median', 'spread', 'dixon-q');
	const actions = divergenceActions.filter((action) => metric !== 'spread' || action !== 'exclude');
	const thresholds: Divergence['levels'][number]['threshold'][] =
		metric === 'dixon-q'
			? [
					{ kind: 'confidence', percent: 90 },
					{ kind: 'confidence', percent: 99 }
				]
			: dice.one(
					[
						{ kind: 'points', points: dice.one(100, 250) },
						{ kind: 'points', points: dice.one(500, 1000) }
					],
					[{ kind: 'share', percent: dice.one(5, 10) }]
				);
	return {
		metric,
		levels: thresholds.map((threshold) => ({
			threshold,
			reached: dice.one('above', 'from'),
			action: dice.one(...actions)
		}))
	};
}

function randomTiming(dice: Dice): Timing {
	const cost = () =>
		dice.one<TimeCost | null>(
			{ kind: 'linear', perMinute: dice.one(100, 70), startedMinute: dice.one('ceil', 'floor', 'prorata') },
			{
				kind: 'bands',
				bands: [
					{ beyondMs: 30_000, points: 200 },
					{ beyondMs: 120_000, points: dice.one<number | 'all'>(500, 'all') }
				]
			},
			{ kind: 'zero' },
			null
		);
	return {
		leastMs: dice.one(0, 480_000),
		mostMs: 600_000,
		warnBeforeMs: 60_000,
		graceMs: dice.one(0, 15_000),
		stopAfterMs: dice.one(null, 180_000),
		penalty: dice.chance(25)
			? null
			: {
					over: cost(),
					under: cost(),
					cap: dice.one(null, 400),
					place: dice.one({ kind: 'part' }, { kind: 'criterion', criterion: 'TT2' })
				}
	};
}
