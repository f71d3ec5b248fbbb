// What people may decide in a random contest, of every kind, some of it taken back; it must not know what it leads to.
import { drawSome } from '../lots.ts';
import { aDecision } from '../record/contest-record.fixture.ts';
import type { Decision } from '../record/decision.ts';
import type { RecordedQuestion } from '../record/question.ts';
import type { ContestRecord } from '../record/record.ts';
import { missingJudgePolicies } from '../rules/panels.ts';
import { isJudged } from '../rules/parts.ts';
import type { Stage } from '../rules/rules.ts';
import { decidedTieBreaks } from '../rules/ties.ts';
import { anyKey } from './any-quiz.fixture.ts';
import type { Dice } from './dice.fixture.ts';

type Content = Parameters<typeof aDecision>[1];

export function anyDecisions(dice: Dice, record: ContestRecord): Decision[] {
	const contents = Array.from({ length: dice.between(0, 8) }, () => {
		const stage = dice.one(...record.rules.stages);
		return anyDecision(dice, record, stage, dice.one(...record.contestants).number);
	});
	const settled = record.rules.stages.flatMap((stage) => anySettlements(dice, record, stage));
	const ties = record.rules.stages.flatMap((stage) => (dice.chance(70) ? [anyTie(dice, record, stage)] : []));
	const decisions = [...contents.filter((content) => content !== null), ...settled, ...ties].map((content, at) =>
		aDecision(at + 1, content)
	);
	const back = decisions
		.filter(() => dice.chance(8))
		.map((decision, at) => ({ ...decision, sequence: decisions.length + at + 1, takesBack: decision.sequence }));
	return [...decisions, ...back];
}

/** Null where the stage has nothing that could be decided so. */
function anyDecision(dice: Dice, record: ContestRecord, stage: Stage, contestant: string): Content | null {
	const { questions, judges } = record;
	const judged = stage.parts.filter(isJudged);
	const part = judged.length > 0 ? dice.one(...judged) : null;
	const session = dice.one(null, ...stage.sessions.map(({ code }) => code));
	const judge = dice.one(...judges.filter(({ panels }) => panels.length > 0)).code;
	const other = dice.one(...judges.filter(({ panels }) => panels.length === 0)).code;
	const kind = dice.one('points', 'time', 'void', 'key', 'recusal', 'substitute', 'missing-judge', 'advance');
	switch (kind) {
		case 'points': {
			const of = dice.one(null, ...stage.parts.map(({ code }) => code));
			return { kind, stage: stage.code, part: of, contestant, points: dice.between(-6, 6) * 50 };
		}
		case 'time':
			return { kind, stage: stage.code, contestant, removedMs: dice.between(-6, 6) * 10_000 };
		case 'void':
			if (questions.length === 0) return null;
			return dice.chance(50)
				? { kind, question: dice.one(...questions).code }
				: anyAnswer(dice, dice.one(...questions), contestant);
		case 'key': {
			if (questions.length === 0) return null;
			const question = dice.one(...questions);
			return { kind, question: question.code, key: anyKey(dice, question.kind) };
		}
		case 'recusal':
			return {
				kind,
				judge,
				contestant,
				part: dice.one(null, part?.code ?? null),
				how: dice.one('recused', 'abstained')
			};
		case 'substitute':
			return {
				kind,
				judge,
				substitute: dice.chance(80) ? other : dice.one(...judges).code,
				session,
				...(session !== null && dice.chance(50) && { onward: true })
			};
		case 'missing-judge':
			return { kind, panel: dice.one('BGK', 'KG'), session, policy: dice.one(...missingJudgePolicies) };
		case 'advance':
			return { kind, stage: stage.code, contestant, goesOn: dice.chance(50) };
	}
}

/** As if one had been put aside: often the right one, most of them count. */
function anyAnswer(dice: Dice, { code, kind }: RecordedQuestion, contestant: string): Content {
	const { correct: choice } = anyKey(dice, kind);
	const usedMs = dice.between(0, 40) * 500;
	return { kind: 'answer', question: code, contestant, choice, usedMs, counts: dice.chance(75) };
}

/** In some contests people settle the differences of a part for half of the contestants, whether there are any or not. */
function anySettlements(dice: Dice, { judges, contestants }: ContestRecord, { parts }: Stage): Content[] {
	const judged = parts.filter(isJudged);
	if (judged.length === 0 || !dice.chance(35)) return [];
	const part = dice.one(...judged);
	const panel = dice.one(...part.panels).code;
	const besides = judges.filter(({ panels }) => panels.length === 0);
	return dice.some(contestants).map(({ number }) => ({
		kind: 'divergence',
		part: part.code,
		panel,
		contestant: number,
		outcome: dice.one(
			{ kind: 'stands' },
			{ kind: 'head', value: dice.between(10, 30) * 100 },
			{ kind: 'extra', judge: dice.one(...(dice.chance(85) ? besides : judges)).code }
		)
	}));
}

/** Names nearly always everybody, so that it decides whoever is tied; lots are mostly those their seed gives. */
function anyTie(dice: Dice, record: ContestRecord, stage: Stage): Content {
	const asked = stage.tieBreaks.flatMap(({ kind }) => decidedTieBreaks.filter((decided) => decided === kind));
	const key = dice.one(...(asked.length > 0 ? asked : decidedTieBreaks));
	const all = record.contestants.map(({ number }) => number);
	const named = dice.chance(85) ? all : dice.some(all);
	const seed = key === 'lots' ? dice.one('27-15-08', 'Hòa Bình', '9', null) : null;
	const flat = seed !== null && dice.chance(80) ? drawSome(seed, named, named.length) : dice.shuffled(named);
	const order: string[][] = [];
	for (const number of flat) {
		if (order.length > 0 && dice.chance(15)) order.at(-1)?.push(number);
		else order.push([number]);
	}
	return { kind: 'tie', stage: stage.code, key, order, seed };
}
