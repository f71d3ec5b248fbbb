// Contests with everything the rules can say: several stages, groups, sessions, all parts, all decisions; it must not compute anything.
import type fc from 'fast-check';
import { aContestant, aGivenPart, aJudge, aRecord, aStage, aUnit, text } from '../record/contest-record.fixture.ts';
import { contestantStatuses, type ContestRecord, type RecordedInterest, type RecordedSheet } from '../record/record.ts';
import { countedRoles } from '../rules/panels.ts';
import { isJudged, isQuiz, type Part } from '../rules/parts.ts';
import type { Stage } from '../rules/rules.ts';
import type { TieBreak } from '../rules/ties.ts';
import { anyDecisions } from './any-decisions.fixture.ts';
import { anyJudgedPart, anySheets, anyTurn, rubrics } from './any-panels.fixture.ts';
import { anyQuiz, anyQuizPart } from './any-quiz.fixture.ts';
import { throwing, type Dice } from './dice.fixture.ts';

const groups = (...codes: string[]) => codes.map((code) => ({ code, title: text(code) }));

/** Not always rules the preflight would let pass, but always ones a result can be computed under. */
export function anyContest(): fc.Arbitrary<ContestRecord> {
	return throwing((dice) => {
		const hasGroups = dice.chance(40);
		const codes = ['SK', 'BK', 'CK'].slice(0, dice.one(1, 1, 1, 2, 2, 3));
		const stages = codes.map((_, at) => anyStage(dice, codes, at, hasGroups));
		const numbers = Array.from({ length: dice.between(2, 7) }, (_, at) => `TS${at + 1}`);
		const judges = [
			...Array.from({ length: dice.between(2, 6) }, (_, at) =>
				aJudge(`GK${at + 1}`, {
					role: dice.one(...countedRoles),
					panels: dice.one(['BGK'], ['BGK'], ['BGK', 'KG'], ['KG'])
				})
			),
			aJudge('GK8', { panels: [] }),
			aJudge('GK9', { panels: [], role: 'head' })
		];
		const quizzes = stages.flatMap(({ parts }) => parts.filter(isQuiz).map((part) => anyQuiz(dice, part, numbers)));
		const onStage = stages.filter(({ parts }) => parts.some(isJudged));
		const record = aRecord(
			{
				rounding: {
					mode: dice.one('half-up', 'half-even', 'up', 'down'),
					decimals: dice.one(0, 1, 2, 2),
					at: dice.one('part', 'total')
				},
				categories: hasGroups ? groups('tỉnh', 'huyện') : [],
				clusters: hasGroups ? groups('C1', 'C2') : [],
				stages
			},
			{
				rubrics,
				units: ['U1', 'U2', 'U3'].map((code) => aUnit(code)),
				contestants: numbers.map((number) =>
					aContestant(number, {
						unit: dice.one('U1', 'U2', 'U3'),
						category: hasGroups ? dice.one('tỉnh', 'huyện') : null,
						cluster: hasGroups ? dice.one('C1', 'C2') : null,
						status: dice.chance(88) ? 'competing' : dice.one(...contestantStatuses)
					})
				),
				judges,
				questions: quizzes.flatMap(({ questions }) => questions),
				rounds: quizzes.flatMap(({ rounds }) => rounds),
				answers: quizzes.flatMap(({ answers }) => answers),
				turns: onStage.flatMap(({ code, sessions }) =>
					numbers
						.filter(() => dice.chance(97))
						.map((number) => anyTurn(dice, code, number, sessions.length > 0 ? dice.one(...sessions).code : null))
				),
				sheets: onStage.flatMap(({ code }) =>
					anySheets(
						dice,
						code,
						numbers,
						judges.map((judge) => judge.code)
					)
				),
				given: stages.flatMap(({ parts }) =>
					parts
						.filter(({ kind }) => kind === 'given')
						.flatMap(({ code }) =>
							numbers
								.filter(() => dice.chance(92))
								.map((contestant) => ({ part: code, contestant, points: dice.between(0, 4) * 300, reason: '' }))
						)
				)
			}
		);
		const withTwins = dice.chance(60) ? twins(dice, record, numbers[0] ?? '', numbers[1] ?? '') : record;
		return withLateEntries(
			dice,
			withSeats(dice, { ...withTwins, decisions: anyDecisions(dice, withTwins) }),
			stages.flatMap(({ parts }) => parts.map(({ code }) => code))
		);
	});
}

/** In one contest of ten some came late. Thrown last, so that all else stays as it was. */
function withLateEntries(dice: Dice, record: ContestRecord, parts: string[]): ContestRecord {
	if (!dice.chance(10)) return record;
	const late = { entry: 'de-cuong', title: 'Đề cương', points: 100 };
	const at = { dueAt: '2021-07-14T10:00:00.000Z', handedInAt: '2021-07-14T11:00:00.000Z' };
	const part = dice.one(...parts);
	return {
		...record,
		lateEntries: record.contestants
			.filter(() => dice.chance(30))
			.map(({ number }) => ({ ...late, ...at, contestant: number, part }))
	};
}

/** In two contests of five judges of some unit or for some sessions, one who learns, one who declared something. Thrown last, so that all else stays as it was. */
function withSeats(dice: Dice, record: ContestRecord): ContestRecord {
	const { rules, judges, contestants } = record;
	if (!dice.chance(40)) return record;
	return {
		...record,
		rules: { ...rules, interestedMark: dice.chance(15) },
		judges: judges.map((judge) => ({
			...judge,
			role: dice.chance(6) ? 'shadow' : judge.role,
			unit: dice.chance(10) ? dice.one('U1', 'U2', 'U3') : null,
			limits: judge.panels
				.filter(() => dice.chance(10))
				.map((panel) => ({
					panel,
					sessions: dice.some(['S1', 'S2']),
					clusters: dice.chance(30) ? dice.some(['C1', 'C2']) : []
				}))
		})),
		interests: judges.flatMap(({ code }): RecordedInterest[] => {
			if (!dice.chance(12)) return [];
			const about = dice.one({ contestant: dice.one(...contestants).number }, { unit: dice.one('U1', 'U2', 'U3') });
			return [{ judge: code, about, reason: 'người thân', by: code, at: '2021-07-15T08:00:00.000Z' }];
		})
	};
}

function anyStage(dice: Dice, codes: string[], at: number, hasGroups: boolean): Stage {
	const code = codes[at] ?? '';
	const kinds = dice.one(
		['quiz'],
		['judged'],
		['given'],
		['given', 'given'],
		['quiz', 'judged'],
		['judged', 'judged'],
		['quiz', 'judged', 'given']
	);
	const timed = dice.chance(75) ? kinds.indexOf('judged') : -1;
	const parts = kinds.map((kind, position): Part => {
		const name = `${code}.P${position + 1}`;
		if (kind === 'quiz') return anyQuizPart(dice, name);
		if (kind === 'judged') return anyJudgedPart(dice, name, position === timed);
		return aGivenPart({ code: name, scale: dice.one('raw', 'scaled'), weight: dice.one(100, 50) });
	});
	const earlier = codes.slice(0, at);
	const to = codes[at + 1];
	const sessions = dice.chance(50) ? groups('S1', 'S2') : [];
	return aStage({
		code,
		parts,
		sessions,
		carry: dice.some(earlier).map((stage) => ({ stage, weight: dice.one(100, 40, 33) })),
		rankedBy: hasGroups ? dice.some<'category' | 'cluster'>(['category', 'cluster']) : [],
		tieBreaks: anyTieBreaks(dice, parts, earlier),
		advancement:
			to === undefined
				? null
				: {
						to,
						top: dice.chance(80)
							? { count: dice.between(1, 4), per: dice.one('stage', 'stage', 'category', 'cluster', 'session') }
							: null,
						leastTotal: dice.one(null, null, 1500),
						mostPerUnit: dice.one(null, null, 1, 2),
						atCut: dice.one('all', 'none', 'decide')
					}
	});
}

function anyTieBreaks(dice: Dice, parts: Part[], earlier: string[]): TieBreak[] {
	const part = dice.one(...parts).code;
	const criterion = dice.one('A1', 'A2', 'B1', 'B3');
	const keys = dice.shuffled<TieBreak>([
		{ kind: 'part', part },
		{ kind: 'criterion', criterion },
		{ kind: 'exact-total' },
		...earlier.map((stage): TieBreak => ({ kind: 'stage', stage })),
		{ kind: 'median', part },
		{ kind: 'top-marks', part: dice.one(null, part) },
		{ kind: 'fewer-penalties' },
		{ kind: 'stage-time' },
		{ kind: 'right-answers' },
		{ kind: 'answer-time' },
		{ kind: 'share' }
	]);
	const decided = dice.shuffled<TieBreak>([{ kind: 'extra-question' }, { kind: 'lots' }, { kind: 'head-judge' }]);
	return [...keys.slice(0, dice.between(0, 4)), ...decided.slice(0, dice.between(0, 2))];
}

/** The second did as the first, nearly or in everything, so that the tie-break chain has something to do. */
function twins(dice: Dice, record: ContestRecord, first: string, second: string): ContestRecord {
	const same = <Fact extends { contestant: string }>(facts: Fact[], change = (fact: Fact) => fact): Fact[] => [
		...facts.filter(({ contestant }) => contestant !== second),
		...facts.filter(({ contestant }) => contestant === first).map((fact) => change({ ...fact, contestant: second }))
	];
	const later = record.rules.stages.slice(1).map(({ code }) => code);
	const isLaterOnly = later.length > 0 && dice.chance(40);
	const isSame = (stage: string) => !isLaterOnly || later.includes(stage);
	const inOther = <Fact extends { stage: string }>(facts: Fact[]) => facts.filter(({ stage }) => !isSame(stage));
	const inSame = <Fact extends { stage: string }>(facts: Fact[]) => facts.filter(({ stage }) => isSame(stage));
	const isShifted = dice.chance(40);
	return {
		...record,
		answers: same(record.answers),
		turns: dice.chance(60) ? [...inOther(record.turns), ...same(inSame(record.turns))] : record.turns,
		sheets: [...inOther(record.sheets), ...same(inSame(record.sheets), isShifted ? shifted : undefined)],
		given: isLaterOnly ? record.given : same(record.given)
	};
}

/** The same total by the rubric A, from other marks, often with a maximum among them. */
function shifted(sheet: RecordedSheet): RecordedSheet {
	const { A1, A2 } = sheet.marks;
	if (A1 == null || A2 == null) return sheet;
	const moved = Math.min(3000 - A1, A2);
	return { ...sheet, marks: { ...sheet.marks, A1: A1 + moved, A2: A2 - moved } };
}
