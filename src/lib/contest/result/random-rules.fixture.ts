// Random rules: one to three stages with parts of every kind, ways of marking, tie-breaks, advancement and awards; it must not know people.
import { aGivenPart, aQuizPart, aStage, someRules, text } from '../record/contest-record.fixture.ts';
import type { Advancement, TeamRanking } from '../rules/advancement.ts';
import type { Part, QuestionScoring } from '../rules/parts.ts';
import type { Award, AwardSource } from '../rules/prizes.ts';
import type { Rules, Stage } from '../rules/rules.ts';
import type { TieBreak } from '../rules/ties.ts';
import type { Chance } from './chance.fixture.ts';
import { aRandomJudgedPart } from './random-panels.fixture.ts';

export interface RandomContest {
	/** Only rules under which a better mark can never cost a rank: one stage, no consensus, nothing excluded for being far away. */
	monotone?: boolean;
}

/** The last stage is CK with the parts KT, TT, DC and CC; those before have the same with a digit. */
export function randomRules(chance: Chance, { monotone = false }: RandomContest): Rules {
	const codes = ['S1', 'S2', 'CK'].slice(monotone ? 2 : chance.oneOf(2, 2, 1, 0));
	const groups = (letter: string) => chance.oneOf([], [`${letter}1`, `${letter}2`]);
	const [categories, clusters] = [groups('N'), groups('C')];
	const named = (list: string[]) => list.map((code) => ({ code, title: text(`Nhóm ${code}`, `Group ${code}`) }));
	const stages = codes.map((code, at) =>
		randomStage(chance, monotone, code, codes.slice(0, at), codes[at + 1] ?? null, [
			...(categories.length > 0 ? ['category' as const] : []),
			...(clusters.length > 0 ? ['cluster' as const] : [])
		])
	);
	const awards = randomAwards(chance, stages);
	return someRules({
		rounding: {
			mode: chance.oneOf('half-up', 'half-even', 'up', 'down'),
			decimals: chance.oneOf(2, 1, 0),
			at: chance.oneOf('part', 'total')
		},
		categories: named(categories),
		clusters: named(clusters),
		stages,
		awards,
		awardCaps: chance.onceIn(3)
			? [{ awards: chance.some(awards.map(({ code }) => code)), percent: chance.oneOf(50, 30, 100) }]
			: [],
		nomination: chance.onceIn(2)
			? {
					to: text('Hội thi cấp tỉnh', 'Provincial contest'),
					awards: chance.some(awards.map(({ code }) => code)),
					top: chance.oneOf(null, { stage: 'CK', count: chance.between(1, 3) })
				}
			: null
	});
}

function randomStage(
	chance: Chance,
	monotone: boolean,
	code: string,
	earlier: string[],
	next: string | null,
	groups: Stage['rankedBy']
): Stage {
	const digit = code === 'CK' ? '' : code.slice(1);
	const parts: Part[] = [
		...(chance.onceIn(3) ? [] : [randomQuiz(chance, `KT${digit}`)]),
		...(chance.onceIn(4) ? [] : [aRandomJudgedPart(chance, monotone, 'presentation', `TT${digit}`, 'TT')]),
		...(chance.onceIn(2) ? [aRandomJudgedPart(chance, monotone, 'outline', `DC${digit}`, 'DC')] : []),
		...(chance.onceIn(2)
			? [aGivenPart({ code: `CC${digit}`, scale: chance.oneOf('raw', 'scaled'), weight: chance.oneOf(100, 0) })]
			: [])
	];
	return aStage({
		code,
		title: text(`Vòng ${code}`, `Stage ${code}`),
		parts,
		carry: chance.some(earlier).map((stage) => ({ stage, weight: chance.oneOf(40, 33, 100) })),
		sessions: chance
			.oneOf([], ['B1', 'B2'])
			.map((each) => ({ code: each, title: text(`Buổi ${each}`, `Session ${each}`) })),
		rankedBy: chance.some(groups),
		tieBreaks: randomTieBreaks(chance, monotone, parts, earlier),
		advancement: next === null ? null : randomAdvancement(chance, next),
		teams: chance.onceIn(2) ? randomTeams(chance) : null
	});
}

function randomQuiz(chance: Chance, code: string): Part {
	const wrong = chance.oneOf(0, 0, -100);
	const blank = chance.oneOf(0, 0, -50);
	const points = chance.oneOf(200, 1000, 333);
	const scoring = chance.oneOf<QuestionScoring>(
		{ kind: 'fixed', points, wrong, blank },
		{ kind: 'speed', points, leastShare: chance.oneOf(50, 0, 100), fullWithinMs: chance.oneOf(0, 500), wrong, blank },
		{ kind: 'rank', bonuses: [4000, 3000, 2000, 1000], tickMs: chance.oneOf(10, 1000), wrong, blank }
	);
	return aQuizPart({
		code,
		scoring,
		questionCount: chance.between(1, 5),
		maxPoints: chance.oneOf(4000, 1000, 3333),
		weight: chance.oneOf(100, 60),
		scale: chance.oneOf('scaled', 'raw'),
		voided: chance.oneOf('left-out', 'full-for-all'),
		marking: {
			multiple: chance.oneOf(
				{ kind: 'all-or-nothing' },
				{ kind: 'partial' },
				{ kind: 'right-minus-wrong', leastShare: chance.oneOf(0, -50, -100) }
			),
			ordering: chance.oneOf('exact', 'adjacent-pairs'),
			matching: chance.oneOf('exact', 'per-pair')
		}
	});
}

/** Only keys that say something about the parts there are. */
function randomTieBreaks(chance: Chance, monotone: boolean, parts: Part[], earlier: string[]): TieBreak[] {
	const isTrimmed = (part: Part) =>
		'panels' in part && part.panels.some(({ aggregation }) => aggregation.kind === 'trimmed');
	const keys: TieBreak[] = [
		...parts.map(({ code }): TieBreak => ({ kind: 'part', part: code })),
		...earlier.map((stage): TieBreak => ({ kind: 'stage', stage })),
		{ kind: 'exact-total' },
		{ kind: 'fewer-penalties' },
		{ kind: 'stage-time' },
		{ kind: 'right-answers' },
		{ kind: 'answer-time' }
	];
	for (const part of parts) {
		if (!('panels' in part)) continue;
		keys.push({ kind: 'median', part: part.code });
		// Of a trimmed panel a better sheet may itself be the one that is dropped, and its criteria with it.
		if (monotone && parts.some(isTrimmed)) continue;
		keys.push(
			{ kind: 'criterion', criterion: `${part.rubric}1` },
			{ kind: 'top-marks', part: chance.oneOf(null, part.code) }
		);
	}
	const last = chance.oneOf<TieBreak[]>(
		[],
		[{ kind: 'share' }],
		[{ kind: 'lots' }],
		[{ kind: 'head-judge' }],
		[{ kind: 'extra-question' }, { kind: 'head-judge' }, { kind: 'lots' }]
	);
	return [...chance.shuffled(chance.some(chance.some(keys))), ...last];
}

function randomAdvancement(chance: Chance, to: string): Advancement {
	return {
		to,
		top: chance.oneOf(
			{ count: chance.between(1, 4), per: chance.oneOf('stage', 'category', 'cluster', 'session') },
			null
		),
		leastTotal: chance.oneOf(null, null, 1000),
		mostPerUnit: chance.oneOf(null, 1, 2),
		atCut: chance.oneOf('all', 'none', 'decide')
	};
}

function randomTeams(chance: Chance): TeamRanking {
	return {
		of: chance.oneOf('unit', 'team'),
		combine: chance.oneOf<TeamRanking['combine']>({ kind: 'sum' }, { kind: 'mean' }, { kind: 'best', count: 2 }),
		leastMembers: chance.between(1, 3),
		participationPoints: chance.oneOf(0, 1000)
	};
}

/** Two or three by rank and one of each other source. */
function randomAwards(chance: Chance, stages: Stage[]): Award[] {
	const parts = stages.flatMap((stage) => stage.parts);
	const sources: AwardSource[] = [
		{ kind: 'rank', stage: 'CK' },
		{ kind: 'rank', stage: 'CK' },
		{ kind: 'rank', stage: chance.oneOf(...stages).code },
		...parts.slice(0, 1).map((part): AwardSource => ({ kind: 'part', part: part.code })),
		...parts.flatMap((part): AwardSource[] =>
			'rubric' in part ? [{ kind: 'criterion', criterion: `${part.rubric}2` }] : []
		),
		...stages.filter(({ teams }) => teams !== null).map(({ code }): AwardSource => ({ kind: 'team', stage: code })),
		{ kind: 'participation' },
		{ kind: 'manual' }
	];
	return chance.some(sources).map((source, at) => ({
		code: `G${at + 1}`,
		title: text(`Giải ${at + 1}`, `Prize ${at + 1}`),
		source,
		quota: chance.oneOf(1, 2, null),
		per: chance.oneOf('ranking', 'contest'),
		leastTotal: chance.oneOf(0, 0, 2000),
		moreOnTie: chance.oneOf(true, false),
		notWith: chance.onceIn(3) && at > 0 ? ['G1'] : [],
		gift: ''
	}));
}
