// Worked out on paper: five judges, the highest and the lowest sheet left out, four where one recused (R21, R129; source 26, 28, 32).
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aStage,
	aTurn
} from '../../record/contest-record.fixture.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';

const numbers = ['TS01', 'TS02', 'TS03', 'TS04'];
const panel = aPanel({ aggregation: { kind: 'trimmed', high: 1, low: 1, leastPanel: 5 } });
const record = aRecord(
	{ stages: [aStage({ parts: [aJudgedPart({ panels: [panel] })] })] },
	{
		rubrics: [aRubric('TT', { TT1: 5000 })],
		contestants: numbers.map((number) => aContestant(number)),
		judges: ['GK1', 'GK2', 'GK3', 'GK4', 'GK5'].map((code) => aJudge(code)),
		turns: numbers.map((number) => aTurn(number)),
		sheets: [
			// Without 47,00 and 30,00: (44 + 45 + 46) / 3 = 45,00
			...sheetsOf('TS01', { TT1: [4400, 4500, 4600, 4700, 3000] }),
			// Without 48,00 and 44,50: (45 + 45 + 46) / 3 = 136 / 3 = 45,333… → 45,33
			...sheetsOf('TS02', { TT1: [4450, 4500, 4500, 4600, 4800] }),
			// GK5 is of the same unit: four sheets, so nothing is dropped: (46 + 46 + 45 + 40) / 4 = 177 / 4 = 44,25
			...sheetsOf('TS03', { TT1: [4600, 4600, 4500, 4000] }),
			// Of the equal 50,00 that of GK2 goes, of the equal 40,00 that of GK3: (50 + 40 + 40) / 3 = 43,333… → 43,33
			...sheetsOf('TS04', { TT1: [5000, 5000, 4000, 4000, 4000] })
		],
		decisions: [aDecision(1, { kind: 'recusal', judge: 'GK5', contestant: 'TS03', part: null, how: 'recused' })]
	}
);

test('R21, R129 the highest and the lowest of five sheets are left out; with four all count', () => {
	const result = computeResult(record);
	expect(rowsOf(result)).toEqual([
		['TS02', '1', [4533], 4533],
		['TS01', '2', [4500], 4500],
		['TS03', '3', [4425], 4425],
		['TS04', '4', [4333], 4333]
	]);
	expect(result.missing).toEqual([]);
	const detail = result.stages[0]?.rankings[0]?.places[3]?.score.parts['TT']?.detail;
	expect(detail?.kind === 'judged' && detail.panels[0]?.sheets.map(({ judge, counts }) => [judge, counts])).toEqual([
		['GK1', 'yes'],
		['GK2', 'dropped-high'],
		['GK3', 'dropped-low'],
		['GK4', 'yes'],
		['GK5', 'yes']
	]);
});
