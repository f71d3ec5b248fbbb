// R148: a session is locked once everybody there has performed and every expected sheet is locked; who is missing is named.
import { expect, test } from 'vitest';
import { aDecision, aJudgedPart, aTurn } from './record/contest-record.fixture.ts';
import { recordWith } from './result/judged-part.fixture.ts';
import { sessionStates } from './session-lock.ts';

const part = aJudgedPart();
const totals = { TS01: [4500, 4400], TS02: [4000, null], TS03: [3000, 3100] };
const turns = [
	aTurn('TS01', { session: 'SANG' }),
	aTurn('TS02', { session: 'SANG' }),
	aTurn('TS03', { session: 'CHIEU' })
];

test('R148 each session by itself: one is ready while the other still waits for a sheet', () => {
	expect(sessionStates(recordWith(part, totals, { turns }))).toEqual([
		{
			stage: 'CK',
			session: 'SANG',
			held: ['TS01', 'TS02'],
			waiting: [],
			missing: [{ judge: 'GK2', numbers: ['TS02'] }],
			short: [],
			canLock: false
		},
		{ stage: 'CK', session: 'CHIEU', held: ['TS03'], waiting: [], missing: [], short: [], canLock: true }
	]);
});

test('R148 a turn that has not ended keeps the session open; absent people and recused judges do not', () => {
	const recused = aDecision(1, { kind: 'recusal', judge: 'GK2', contestant: 'TS02', part: null, how: 'recused' });
	const [first, second, third] = turns.map((turn) => ({ ...turn, session: null }));
	const running = recordWith(part, totals, {
		turns: [first!, second!, { ...third!, status: 'running' }],
		decisions: [recused]
	});
	expect(sessionStates(running)).toMatchObject([{ session: null, waiting: ['TS03'], missing: [], canLock: false }]);
	const absent = { ...running, turns: [first!, second!, { ...third!, status: 'absent' as const }] };
	expect(sessionStates(absent)).toMatchObject([{ held: ['TS01', 'TS02'], waiting: [], canLock: true }]);
});
