// Random decisions of every kind about a contest, some of them taken back; it must not know what they do.
import { drawSome } from '../lots.ts';
import { aDecision } from '../record/contest-record.fixture.ts';
import type { Decision, DivergenceOutcome } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { missingJudgePolicies } from '../rules/panels.ts';
import { isJudged } from '../rules/parts.ts';
import { decidedTieBreaks } from '../rules/ties.ts';
import type { Chance } from './chance.fixture.ts';
import { randomKey } from './random-questions.fixture.ts';

type Content = Parameters<typeof aDecision>[1];

/** Up to `most`, in order; now and then one that takes an earlier one back. */
export function randomDecisions(chance: Chance, record: ContestRecord, most: number): Decision[] {
	const decisions: Decision[] = [];
	for (const sequence of chance.many(chance.upTo(most), (at) => at + 1)) {
		const earlier = decisions[chance.upTo(7)];
		const isTakingBack = earlier !== undefined && earlier.takesBack === null && chance.onceIn(6);
		decisions.push(
			isTakingBack
				? { ...earlier, sequence, takesBack: earlier.sequence }
				: aDecision(sequence, randomContent(chance, record), { reason: chance.oneOf('biên bản số 3', 'đề sai') })
		);
	}
	return decisions;
}

function randomContent(chance: Chance, record: ContestRecord): Content {
	const { rules, contestants, judges, questions, units } = record;
	const stage = chance.oneOf(...rules.stages);
	const contestant = chance.oneOf(...contestants).number;
	const judge = chance.oneOf(...judges).code;
	const session = chance.oneOf(null, ...stage.sessions.map(({ code }) => code));
	const part = chance.oneOf(null, ...stage.parts.map(({ code }) => code));
	const judgedParts = stage.parts.filter(isJudged);
	const makers: (() => Content)[] = [
		() => ({ kind: 'points', stage: stage.code, part, contestant, points: chance.between(-5, 5) * 100 }),
		() => ({ kind: 'time', stage: stage.code, contestant, removedMs: chance.between(-2, 2) * 30_000 }),
		() => ({ kind: 'recusal', judge, contestant, part, how: chance.oneOf('recused', 'abstained') }),
		() => ({ kind: 'substitute', judge, substitute: 'GKX', session }),
		() => ({
			kind: 'missing-judge',
			panel: chance.oneOf('BGK', 'KG'),
			session,
			policy: chance.oneOf(...missingJudgePolicies)
		}),
		() => ({ kind: 'advance', stage: stage.code, contestant, goesOn: chance.oneOf(true, false) }),
		() =>
			randomTie(
				chance,
				stage.code,
				contestants.map(({ number }) => number)
			)
	];
	if (questions.length > 0) {
		const { code, kind } = chance.oneOf(...questions);
		makers.push(
			() => ({ kind: 'void', question: code }),
			() => ({ kind: 'key', question: code, key: randomKey(chance, kind) })
		);
	}
	const judgedPart = judgedParts[chance.upTo(1)];
	if (judgedPart) {
		const panel = chance.oneOf(...judgedPart.panels).code;
		const outcome = chance.oneOf<DivergenceOutcome>(
			{ kind: 'stands' },
			{ kind: 'head', value: chance.between(0, 30) * 100 },
			{ kind: 'extra', judge: 'GKX' }
		);
		makers.push(() => ({ kind: 'divergence', part: judgedPart.code, panel, contestant, outcome }));
	}
	const award = rules.awards[chance.upTo(3)]?.code;
	if (award !== undefined) {
		const to = chance.oneOf({ contestant }, { unit: chance.oneOf(...units).code });
		makers.push(() => ({ kind: 'award', award, to, given: chance.oneOf(true, false) }));
	}
	return chance.oneOf(...makers)();
}

/** Places for everybody, so that whoever is tied is among them; lots in the order of their draw. */
function randomTie(chance: Chance, stage: string, numbers: string[]): Content {
	const key = chance.oneOf(...decidedTieBreaks);
	const seed = chance.oneOf('27-15-08', '03-11-42');
	const order = key === 'lots' ? drawSome(seed, numbers, numbers.length) : chance.shuffled(numbers);
	const isPair = key !== 'lots' && chance.onceIn(3) && order.length > 1;
	return {
		kind: 'tie',
		stage,
		key,
		order: isPair ? [order.slice(0, 2), ...order.slice(2).map((each) => [each])] : order.map((each) => [each]),
		seed: key === 'lots' ? seed : null
	};
}
