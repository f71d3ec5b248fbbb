// Judged parts with any panels and times, rubrics, and what judges and clocks recorded; it must not add anything up.
import { aJudgedPart, aPanel, aTurn, text } from '../record/contest-record.fixture.ts';
import { turnStatuses, type RecordedSheet, type RecordedTurn } from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import {
	divergenceActions,
	missingJudgePolicies,
	type Aggregation,
	type Divergence,
	type DivergenceLevel,
	type Panel
} from '../rules/panels.ts';
import { judgedKinds, type JudgedPart } from '../rules/parts.ts';
import type { TimeCost, Timing } from '../rules/timing.ts';
import type { Dice } from './dice.fixture.ts';

const criterion = (code: string, max: number, weight = 100, min = 0) =>
	({ code, name: code, min, max, step: 50, weight, noteRequired: 'never' }) as const;

export const rubrics: RecordedRubric[] = [
	{ code: 'A', name: 'A', max: 5000, criteria: [criterion('A1', 3000), criterion('A2', 2000)] },
	{
		code: 'B',
		name: 'B',
		max: 3500,
		criteria: [criterion('B1', 1000, 150), criterion('B2', 1000, 75), criterion('B3', 500, 250, 100)]
	}
];

export function anyJudgedPart(dice: Dice, code: string, isTimed: boolean): JudgedPart {
	const rubric = dice.one(...rubrics);
	const panels = dice.chance(30)
		? [anyPanel(dice, 'BGK', 70), anyPanel(dice, 'KG', 30)]
		: [anyPanel(dice, dice.one('BGK', 'BGK', 'KG'), 100)];
	return aJudgedPart({
		kind: dice.one(...judgedKinds),
		code,
		rubric: rubric.code,
		panels,
		maxPoints: dice.one(5000, 4000, 3333),
		weight: dice.one(100, 60, 0),
		scale: dice.chance(30) ? 'raw' : 'scaled',
		timing: isTimed ? anyTiming(dice, dice.one(...rubric.criteria).code) : null
	});
}

function anyPanel(dice: Dice, code: string, weight: number): Panel {
	return aPanel({
		code,
		title: text(code),
		weight,
		aggregation: anyAggregation(dice),
		leastSheets: dice.one(1, 1, 2, 3),
		missing: dice.one(...missingJudgePolicies),
		divergence: dice.chance(60) ? anyDivergence(dice) : null
	});
}

function anyAggregation(dice: Dice): Aggregation {
	return dice.one<Aggregation>(
		{ kind: 'mean' },
		{ kind: 'median' },
		{ kind: 'sum' },
		{ kind: 'consensus' },
		{
			kind: 'weighted-mean',
			weights: [
				{ role: 'head', weight: 3 },
				{ role: 'deputy', weight: 2 }
			]
		},
		{ kind: 'trimmed', high: dice.between(0, 1), low: dice.between(0, 2), leastPanel: dice.between(3, 4) }
	);
}

function anyDivergence(dice: Dice): Divergence {
	const metric = dice.one('distance-to-mean', 'distance-to-median', 'dixon-q', 'spread');
	const level = (times: number): DivergenceLevel => ({
		threshold:
			metric === 'dixon-q'
				? { kind: 'confidence', percent: dice.one(90, 95, 99) }
				: dice.one({ kind: 'points', points: 200 * times }, { kind: 'share', percent: 5 * times }),
		reached: dice.one('above', 'from'),
		action: dice.one(...divergenceActions.filter((action) => action !== 'exclude' || metric !== 'spread'))
	});
	return { metric, levels: dice.chance(50) ? [level(1)] : [level(1), level(3)] };
}

function anyTiming(dice: Dice, criterionCode: string): Timing {
	return {
		leastMs: dice.one(0, 300_000),
		mostMs: 600_000,
		warnBeforeMs: 60_000,
		graceMs: dice.one(0, 15_000),
		stopAfterMs: dice.one(null, 180_000),
		penalty: dice.chance(85)
			? {
					over: dice.chance(85) ? anyCost(dice) : null,
					under: dice.chance(60) ? anyCost(dice) : null,
					cap: dice.one(null, 150, 400),
					place: dice.one({ kind: 'part' }, { kind: 'criterion', criterion: criterionCode })
				}
			: null
	};
}

function anyCost(dice: Dice): TimeCost {
	return dice.one<TimeCost>(
		{ kind: 'zero' },
		{ kind: 'linear', perMinute: dice.one(100, 133, 250), startedMinute: dice.one('ceil', 'floor', 'prorata') },
		{
			kind: 'bands',
			bands: [
				{ beyondMs: 30_000, points: 150 },
				{ beyondMs: 120_000, points: dice.one<number | 'all'>(500, 'all') }
			]
		}
	);
}

export function anyTurn(dice: Dice, stage: string, contestant: string, session: string | null): RecordedTurn {
	const startedAt = 1_000_000;
	const endedAt = startedAt + dice.one(600_000, 605_000, 617_000, 660_000, 240_000, dice.between(200_000, 900_000));
	const status = dice.chance(90) ? 'ended' : dice.one(...turnStatuses);
	const removed = dice.chance(25)
		? Array.from({ length: dice.between(1, 3) }, () => {
				const fromAt = startedAt + dice.between(-60_000, 600_000);
				return { fromAt, toAt: fromAt + dice.between(0, 90_000), reason: 'mất điện' };
			})
		: [];
	const hasEnded = status === 'ended';
	return aTurn(contestant, {
		stage,
		session,
		status,
		startedAt: hasEnded || status === 'running' ? startedAt : null,
		endedAt: hasEnded ? endedAt : null,
		removed,
		removedMs: dice.one(0, 0, 0, 10_000)
	});
}

/** Judges stay near what the contestant deserves, and often agree; now and then a sheet is a draft, incomplete or far away. */
export function anySheets(dice: Dice, stage: string, numbers: string[], judges: string[]): RecordedSheet[] {
	const spread = dice.one(0, 1, 4);
	return numbers.flatMap((contestant) => {
		const level = dice.between(8, 20);
		return judges.flatMap((judge): RecordedSheet[] => {
			if (dice.chance(6)) return [];
			const isFar = dice.chance(8);
			const marks = rubrics.flatMap(({ criteria }) =>
				criteria.map(({ code, min, max, step }): [string, number | null] => {
					const steps = (max - min) / step;
					const own = Math.floor((level * steps) / 20) + (isFar ? -8 : dice.between(-spread, spread));
					return [code, dice.chance(1) ? null : min + step * Math.min(steps, Math.max(0, own))];
				})
			);
			return [{ stage, contestant, judge, isLocked: dice.chance(97), marks: Object.fromEntries(marks) }];
		});
	});
}
