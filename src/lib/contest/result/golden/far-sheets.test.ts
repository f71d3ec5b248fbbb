// Worked out on paper: a mark more than 2,00 from the panel's mean does not count and the mean is taken again (R125, R126, R133, R134; source 33).
import { expect, test } from 'vitest';
import {
	aContestant,
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
const panel = aPanel({
	divergence: {
		metric: 'distance-to-mean',
		levels: [{ threshold: { kind: 'points', points: 200 }, reached: 'above', action: 'exclude' }]
	}
});
const record = aRecord(
	{ stages: [aStage({ parts: [aJudgedPart({ maxPoints: 2000, panels: [panel] })] })] },
	{
		rubrics: [aRubric('TT', { TT1: 2000 })],
		contestants: numbers.map((number) => aContestant(number)),
		judges: ['GK1', 'GK2', 'GK3', 'GK4', 'GK5'].map((code) => aJudge(code)),
		turns: numbers.map((number) => aTurn(number)),
		sheets: [
			// 78,50 / 5 = 15,70; 12,00 is 3,70 away: without it 66,50 / 4 = 16,625 → 16,63
			...sheetsOf('TS01', { TT1: [1600, 1700, 1650, 1700, 1200] }),
			// 78,00 / 5 = 15,60; 18,00 is 2,40 away, 14,00 only 1,60: 60,00 / 4 = 15,00
			...sheetsOf('TS02', { TT1: [1400, 1400, 1600, 1600, 1800] }),
			// 77,50 / 5 = 15,50; 17,50 is exactly 2,00 away, which is not more: 15,50
			...sheetsOf('TS03', { TT1: [1500, 1500, 1500, 1500, 1750] }),
			// 75,00 / 5 = 15,00; 12,00 and 18,00 are both 3,00 away: 45,00 / 3 = 15,00
			...sheetsOf('TS04', { TT1: [1200, 1800, 1500, 1500, 1500] })
		]
	}
);

test('R125, R126, R133, R134 sheets more than 2,00 from the mean do not count, and the minutes can say so', () => {
	const result = computeResult(record);
	expect(rowsOf(result)).toEqual([
		['TS01', '1', [1663], 1663],
		['TS03', '2', [1550], 1550],
		['TS02', '3=', [1500], 1500],
		['TS04', '3=', [1500], 1500]
	]);
	expect(result.missing).toEqual([]);
	const notes = result.stages[0]?.rankings[0]?.places.map(({ score }) => score.parts['TT']?.notes.map(({ vi }) => vi));
	expect(notes).toEqual([
		['Ban Giám khảo: chênh lệch 3,70 (GK5); không tính phiếu lệch, tính lại; từ 15,70 thành 16,63'],
		[],
		['Ban Giám khảo: chênh lệch 2,40 (GK5); không tính phiếu lệch, tính lại; từ 15,60 thành 15,00'],
		['Ban Giám khảo: chênh lệch 3,00 (GK1, GK2); không tính phiếu lệch, tính lại; từ 15,00 thành 15,00']
	]);
});
