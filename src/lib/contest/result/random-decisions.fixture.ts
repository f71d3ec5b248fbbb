// Random decisions of every kind about a contest, some of them taken back; it must not know what they do.
import { drawSome } from '../lots.ts';
import { aDecision } from '../record/contest-record.fixture.ts';
import type { Decision, DivergenceOutcome } from '../record/decision.ts';
import type { RecordedQuestionKind } from '../record/question.ts';
import type { ContestRecord } from '../record/record.ts';
import { missingJudgePolicies } from '../rules/panels.ts';
import { isJudged } from '../rules/parts.ts';
import type { Stage } from '../rules/rules.ts';
import { decidedTieBreaks } from '../rules/ties.ts';
import type { Dice } from './dice.fixture.ts';
import { randomChoice, randomKey } from './random-questions.fixture.ts';

type Content = Parameters<typeof aDecision>[1];

/** Up to `most`, in order; now and then one that takes an earlier one back. */
export function randomDecisions(dice: Dice, record: ContestRecord, most: number): Decision[] {
	const decisions: Decision[] = [];
	const count = dice.between(0, most);
	for (let sequence = 1; sequence <= count; sequence++) {
		const earlier = decisions[dice.between(0, 7)];
		const isTakingBack = earlier !== undefined && earlier.takesBack === null && dice.chance(17);
		decisions.push(
			isTakingBack
				? { ...earlier, sequence, takesBack: earlier.sequence }
				: aDecision(sequence, randomContent(dice, record), { reason: dice.one('biên bản số 3', 'đề sai') })
		);
	}
	return decisions;
}

function randomContent(dice: Dice, record: ContestRecord): Content {
	const { rules, contestants, judges, questions, units } = record;
	const stage = dice.one(...rules.stages);
	const contestant = dice.one(...contestants).number;
	const judge = dice.one(...judges).code;
	const session = dice.one(null, ...stage.sessions.map(({ code }) => code));
	const part = dice.one(null, ...stage.parts.map(({ code }) => code));
	const judgedParts = stage.parts.filter(isJudged);
	const judgedPart = judgedParts[dice.between(0, 1)];
	const makers: (() => Content)[] = [
		() => ({ kind: 'points', stage: stage.code, part, contestant, points: dice.between(-5, 5) * 100 }),
		() => ({ kind: 'time', stage: stage.code, contestant, removedMs: dice.between(-2, 2) * 30_000 }),
		() => ({
			kind: 'recusal',
			judge,
			contestant,
			part: judgedPart?.code ?? null,
			how: dice.one('recused', 'abstained')
		}),
		() => ({
			kind: 'substitute',
			judge,
			substitute: dice.one('GKX', ...judges.map(({ code }) => code)),
			session,
			...(session !== null && dice.chance(50) && { onward: true })
		}),
		() => ({ kind: 'advance', stage: stage.code, contestant, goesOn: dice.one(true, false) }),
		() =>
			randomTie(
				dice,
				stage,
				contestants.map(({ number }) => number)
			)
	];
	if (questions.length > 0) {
		const { code, kind } = dice.one(...questions);
		makers.push(
			() => (dice.chance(50) ? { kind: 'void', question: code } : anAnswer(dice, code, kind, contestant)),
			() => ({ kind: 'key', question: code, key: randomKey(dice, kind) })
		);
	}
	if (judgedPart) {
		const panel = dice.one(...judgedPart.panels).code;
		const outcome = dice.one<DivergenceOutcome>(
			{ kind: 'stands' },
			{ kind: 'head', value: dice.between(0, 30) * 100 },
			{ kind: 'extra', judge: 'GKX' }
		);
		const settle = (): Content => ({ kind: 'divergence', part: judgedPart.code, panel, contestant, outcome });
		// Often enough to meet a difference.
		makers.push(settle, settle, settle, () => ({
			kind: 'missing-judge',
			panel,
			session,
			policy: dice.one(...missingJudgePolicies)
		}));
	}
	const award = rules.awards[dice.between(0, 3)]?.code;
	if (award !== undefined) {
		const to = dice.one({ contestant }, { unit: dice.one(...units).code });
		makers.push(() => ({ kind: 'award', award, to, given: dice.one(true, false) }));
	}
	return dice.one(...makers)();
}

/** As if one had been put aside: most of them count. */
function anAnswer(dice: Dice, question: string, kind: RecordedQuestionKind, contestant: string): Content {
	const choice = randomChoice(dice, kind);
	return { kind: 'answer', question, contestant, choice, usedMs: dice.between(0, 5) * 1000, counts: dice.chance(75) };
}

/** Places for everybody, so that whoever is tied is among them; lots in the order of their draw. */
function randomTie(dice: Dice, { code, tieBreaks }: Stage, numbers: string[]): Content {
	const asked = tieBreaks.flatMap(({ kind }) => decidedTieBreaks.filter((decided) => decided === kind));
	const key = dice.one(...(asked.length > 0 ? asked : decidedTieBreaks));
	const seed = dice.one('27-15-08', '03-11-42');
	const order = key === 'lots' ? drawSome(seed, numbers, numbers.length) : dice.shuffled(numbers);
	const isPair = key !== 'lots' && dice.chance(33) && order.length > 1;
	return {
		kind: 'tie',
		stage: code,
		key,
		order: isPair ? [order.slice(0, 2), ...order.slice(2).map((each) => [each])] : order.map((each) => [each]),
		seed: key === 'lots' ? seed : null
	};
}
