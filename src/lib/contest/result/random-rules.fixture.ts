// Random rules: one to three stages with parts of every kind, ways of marking, tie-breaks, advancement and awards; it must not know people.
import { aGivenPart, aQuizPart, aStage, someRules, text } from '../record/contest-record.fixture.ts';
import type { Advancement, TeamRanking } from '../rules/advancement.ts';
import type { Part, QuestionScoring } from '../rules/parts.ts';
import type { Award, AwardSource } from '../rules/prizes.ts';
import type { Rules, Stage } from '../rules/rules.ts';
import type { TieBreak } from '../rules/ties.ts';
import type { Dice } from './dice.fixture.ts';
import { aRandomJudgedPart } from './random-panels.fixture.ts';

export interface RandomContest {
	/** Only rules under which a better mark can never cost a rank: one stage, no consensus, nothing excluded for being far away. */
	monotone?: boolean;
}

/** The last stage is CK with the parts KT, TT, DC and CC; those before have the same with a digit. */
export function randomRules(dice: Dice, { monotone = false }: RandomContest): Rules {
	const codes = ['S1', 'S2', 'CK'].slice(monotone ? 2 : dice.one(2, 2, 1, 0));
	const groups = (letter: string) => dice.one([], [`${letter}1`, `${letter}2`]);
	const [categories, clusters] = [groups('N'), groups('C')];
	const named = (list: string[]) => list.map((code) => ({ code, title: text(`Nhóm ${code}`, `Group ${code}`) }));
	const stages = codes.map((code, at) =>
		randomStage(dice, monotone, code, codes.slice(0, at), codes[at + 1] ?? null, [
			...(categories.length > 0 ? ['category' as const] : []),
			...(clusters.length > 0 ? ['cluster' as const] : [])
		])
	);
	const awards = randomAwards(dice, stages);
	const someAwards = () => (dice.chance(40) ? dice.some(awards.map(({ code }) => code)) : []);
	const [capped, nominated] = [someAwards(), someAwards()];
	const top = dice.one(null, { stage: 'CK', count: dice.between(1, 3) });
	return someRules({
		rounding: {
			mode: dice.one('half-up', 'half-even', 'up', 'down'),
			decimals: dice.one(2, 1, 0),
			at: dice.one('part', 'total')
		},
		categories: named(categories),
		clusters: named(clusters),
		stages,
		awards,
		awardCaps: capped.length > 0 ? [{ awards: capped, percent: dice.one(50, 30, 100) }] : [],
		nomination:
			nominated.length > 0 || top
				? { to: text('Hội thi cấp tỉnh', 'Provincial contest'), awards: nominated, top }
				: null
	});
}

function randomStage(
	dice: Dice,
	monotone: boolean,
	code: string,
	earlier: string[],
	next: string | null,
	groups: Stage['rankedBy']
): Stage {
	const digit = code === 'CK' ? '' : code.slice(1);
	const parts: Part[] = [
		...(dice.chance(33) ? [] : [randomQuiz(dice, `KT${digit}`)]),
		...(dice.chance(25) ? [] : [aRandomJudgedPart(dice, monotone, 'presentation', `TT${digit}`, 'TT')]),
		...(dice.chance(50) ? [aRandomJudgedPart(dice, monotone, 'outline', `DC${digit}`, 'DC')] : []),
		...(dice.chance(50)
			? [aGivenPart({ code: `CC${digit}`, scale: dice.one('raw', 'scaled'), weight: dice.one(100, 0) })]
			: [])
	];
	return aStage({
		code,
		title: text(`Vòng ${code}`, `Stage ${code}`),
		parts,
		carry: dice.some(earlier).map((stage) => ({ stage, weight: dice.one(40, 33, 100) })),
		sessions: dice
			.one([], ['B1', 'B2'])
			.map((each) => ({ code: each, title: text(`Buổi ${each}`, `Session ${each}`) })),
		rankedBy: dice.some(groups),
		tieBreaks: randomTieBreaks(dice, monotone, parts, earlier),
		advancement: next === null ? null : randomAdvancement(dice, next),
		teams: dice.chance(50) ? randomTeams(dice) : null
	});
}

function randomQuiz(dice: Dice, code: string): Part {
	const wrong = dice.one(0, 0, -100);
	const blank = dice.one(0, 0, -50);
	const points = dice.one(200, 1000, 333);
	const scoring = dice.one<QuestionScoring>(
		{ kind: 'fixed', points, wrong, blank },
		{ kind: 'speed', points, leastShare: dice.one(50, 0, 100), fullWithinMs: dice.one(0, 500), wrong, blank },
		{ kind: 'rank', bonuses: [4000, 3000, 2000, 1000], tickMs: dice.one(10, 1000), wrong, blank }
	);
	return aQuizPart({
		code,
		scoring,
		questionCount: dice.between(1, 5),
		maxPoints: dice.one(4000, 1000, 3333),
		weight: dice.one(100, 60),
		scale: dice.one('scaled', 'raw'),
		voided: dice.one('left-out', 'full-for-all'),
		marking: {
			multiple: dice.one(
				{ kind: 'all-or-nothing' },
				{ kind: 'partial' },
				{ kind: 'right-minus-wrong', leastShare: dice.one(0, -50, -100) }
			),
			ordering: dice.one('exact', 'adjacent-pairs'),
			matching: dice.one('exact', 'per-pair')
		}
	});
}

/** Only keys that say something about the parts there are. */
function randomTieBreaks(dice: Dice, monotone: boolean, parts: Part[], earlier: string[]): TieBreak[] {
	const isTrimmed = (part: Part) =>
		'panels' in part && part.panels.some(({ aggregation }) => aggregation.kind === 'trimmed');
	const keys: TieBreak[] = [
		...parts.map(({ code }): TieBreak => ({ kind: 'part', part: code })),
		...earlier.map((stage): TieBreak => ({ kind: 'stage', stage })),
		{ kind: 'exact-total' },
		...(parts.some((part) => 'timing' in part && part.timing)
			? [{ kind: 'fewer-penalties' } as const, { kind: 'stage-time' } as const]
			: []),
		...(parts.some(({ kind }) => kind === 'quiz')
			? [{ kind: 'right-answers' } as const, { kind: 'answer-time' } as const]
			: [])
	];
	for (const part of parts) {
		if (!('panels' in part)) continue;
		keys.push({ kind: 'median', part: part.code });
		// Of a trimmed panel a better sheet may itself be the one that is dropped, and its criteria with it.
		if (monotone && parts.some(isTrimmed)) continue;
		keys.push(
			{ kind: 'criterion', criterion: `${part.rubric}1` },
			{ kind: 'top-marks', part: dice.one(null, part.code) }
		);
	}
	const last = dice.one<TieBreak[]>(
		[],
		[{ kind: 'share' }],
		[{ kind: 'lots' }],
		[{ kind: 'head-judge' }],
		[{ kind: 'extra-question' }, { kind: 'head-judge' }, { kind: 'lots' }]
	);
	return [...dice.shuffled(keys).slice(0, dice.between(0, 3)), ...last];
}

function randomAdvancement(dice: Dice, to: string): Advancement {
	return {
		to,
		top: dice.one({ count: dice.between(1, 4), per: dice.one('stage', 'category', 'cluster', 'session') }, null),
		leastTotal: dice.one(null, null, 1000),
		mostPerUnit: dice.one(null, 1, 2),
		atCut: dice.one('all', 'none', 'decide')
	};
}

function randomTeams(dice: Dice): TeamRanking {
	return {
		of: dice.one('unit', 'team'),
		combine: dice.one<TeamRanking['combine']>({ kind: 'sum' }, { kind: 'mean' }, { kind: 'best', count: 2 }),
		leastMembers: dice.between(1, 3),
		participationPoints: dice.one(0, 1000)
	};
}

/** Two or three by rank and one of each other source. */
function randomAwards(dice: Dice, stages: Stage[]): Award[] {
	const parts = stages.flatMap((stage) => stage.parts);
	const sources: AwardSource[] = [
		{ kind: 'rank', stage: 'CK' },
		{ kind: 'rank', stage: 'CK' },
		{ kind: 'rank', stage: dice.one(...stages).code },
		...parts.slice(0, 1).map((part): AwardSource => ({ kind: 'part', part: part.code })),
		...parts.flatMap((part): AwardSource[] =>
			'rubric' in part ? [{ kind: 'criterion', criterion: `${part.rubric}2` }] : []
		),
		...stages.filter(({ teams }) => teams !== null).map(({ code }): AwardSource => ({ kind: 'team', stage: code })),
		{ kind: 'participation' },
		{ kind: 'manual' }
	];
	return dice.some(sources).map((source, at) => ({
		code: `G${at + 1}`,
		title: text(`Giải ${at + 1}`, `Prize ${at + 1}`),
		source,
		quota: dice.one(1, 2, null),
		per: dice.one('ranking', 'contest'),
		leastTotal: source.kind === 'participation' || source.kind === 'manual' ? 0 : dice.one(0, 0, 2000),
		moreOnTie: dice.one(true, false),
		notWith: dice.chance(33) && at > 0 ? ['G1'] : [],
		gift: ''
	}));
}
