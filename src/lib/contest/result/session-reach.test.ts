// From which session on a decision about judges holds, and that the same seats follow from it (R314).
import { describe, expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aStage
} from '../record/contest-record.fixture.ts';
import { describeDecision } from '../decisions/describe-decision.ts';
import { indexRecord } from './record-index.ts';
import { reaches } from './session-reach.ts';
import { whoMarks } from './who-marks.ts';

const session = (code: string) => ({ code, title: { vi: `Buổi ${code}`, en: `Session ${code}` } });
const part = (code: string) => aJudgedPart({ code, panels: [aPanel({ code: 'BGK' })] });
const rules = {
	stages: [
		aStage({ code: 'SK', sessions: ['S1', 'S2', 'S3'].map(session), parts: [part('A')] }),
		aStage({ code: 'BK', sessions: [], parts: [part('B')] }),
		aStage({ code: 'CK', sessions: ['S4'].map(session), parts: [part('C')] })
	]
};
const places: [string, string | null][] = [
	['SK', 'S1'],
	['SK', 'S2'],
	['SK', 'S3'],
	['SK', null],
	['BK', null],
	['CK', 'S4'],
	['CK', null]
];
const reached = (from: string | null, onward?: true) =>
	places
		.filter(([stage, at]) => reaches({ session: from, ...(onward && { onward }) }, { stage, session: at }, rules))
		.map(([stage, at]) => `${stage} ${at}`);

describe('R314 a session and all after it', () => {
	test('are those after it in the order of the rules, through later stages', () => {
		expect(reached('S2', true)).toEqual(['SK S2', 'SK S3', 'BK null', 'CK S4']);
		expect(reached('S1', true)).toEqual(['SK S1', 'SK S2', 'SK S3', 'BK null', 'CK S4']);
		expect(reached('S4', true)).toEqual(['CK S4']);
	});

	test('alone it is that one, and without a session all', () => {
		expect(reached('S2')).toEqual(['SK S2']);
		expect(reached(null)).toHaveLength(places.length);
		expect(reached('S9', true)).toEqual([]);
	});

	const judges = [
		aJudge('GK1', { panels: ['BGK'] }),
		aJudge('GK2', { panels: ['BGK'] }),
		aJudge('GK9', { panels: [] })
	];
	const from = { kind: 'substitute', judge: 'GK1', substitute: 'GK9', session: 'S2', onward: true } as const;
	const markers = (...decisions: Parameters<typeof aDecision>[1][]) => {
		const record = aRecord(rules, {
			judges,
			contestants: [aContestant('TS1')],
			decisions: decisions.map((content, at) => aDecision(at + 1, content))
		});
		return places.map(([stage, at]) =>
			[
				...whoMarks(
					indexRecord(record),
					rules.stages.find(({ code }) => code === stage)!
				).of('TS1', at)
			]
				.sort()
				.join(' ')
		);
	};

	test('are marked by the substitute, those before by the first judge', () => {
		const [first, later] = ['GK1 GK2', 'GK2 GK9'];
		expect(markers(from)).toEqual([first, later, later, first, later, later, first]);
	});

	test('a later decision about one of them holds there', () => {
		const back = { kind: 'substitute', judge: 'GK1', substitute: 'GK2', session: 'S3' } as const;
		expect(markers(from, back).slice(0, 3)).toEqual(['GK1 GK2', 'GK2 GK9', 'GK2']);
	});

	test('stand in the sentence of the decision', () => {
		const said = describeDecision(aRecord(rules, { judges }), { content: from, takesBack: null });
		expect(said.vi).toMatch(/^GK9 .*chấm thay GK1 .*, từ Buổi S2 trở đi$/);
		expect(said.en).toMatch(/from Session S2 on$/);
	});
});
