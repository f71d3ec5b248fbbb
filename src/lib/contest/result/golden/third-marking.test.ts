// Worked out on paper: two markers of a written test, 20 or more of 100 apart: a third marks, and that mark counts (R127, R134, R136; source 16, 34).
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aStage
} from '../../record/contest-record.fixture.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';

const panel = aPanel({
	divergence: {
		metric: 'spread',
		levels: [{ threshold: { kind: 'points', points: 2000 }, reached: 'from', action: 'extra-replaces' }]
	}
});
const record = aRecord(
	{
		stages: [
			aStage({
				parts: [aJudgedPart({ code: 'NT', kind: 'written', rubric: 'NT', maxPoints: 10_000, panels: [panel] })]
			})
		]
	},
	{
		rubrics: [aRubric('NT', { NT1: 10_000 })],
		contestants: ['TS01', 'TS02', 'TS03'].map((number) => aContestant(number)),
		judges: [aJudge('GK1'), aJudge('GK2'), aJudge('GK3', { role: 'head', panels: [] })],
		sheets: [
			// 95 − 70 = 25: the third marks 84.
			...sheetsOf('TS01', { NT1: [7000, 9500, 8400] }),
			// 85 − 80 = 5: (80 + 85) / 2 = 82,50
			...sheetsOf('TS02', { NT1: [8000, 8500] }),
			// 80 − 60 = 20, exactly the threshold, which counts: the third marks 72.
			...sheetsOf('TS03', { NT1: [6000, 8000, 7200] })
		]
	}
);

test('R127, R134 before the third marking is ordered the mean stands for now and nothing is official', () => {
	const result = computeResult(record);
	// (70 + 95) / 2 = 82,50 and (60 + 80) / 2 = 70,00
	expect(rowsOf(result)).toEqual([
		['TS01', '1=', [8250], 8250],
		['TS02', '1=', [8250], 8250],
		['TS03', '3', [7000], 7000]
	]);
	expect(result.missing).toEqual([{ kind: 'divergence', part: 'NT', panel: 'BGK', contestants: ['TS01', 'TS03'] }]);
});

test('R136 the third mark becomes the mark', () => {
	const third = (sequence: number, contestant: string) =>
		aDecision(sequence, {
			kind: 'divergence',
			part: 'NT',
			panel: 'BGK',
			contestant,
			outcome: { kind: 'extra', judge: 'GK3' }
		});
	const result = computeResult({ ...record, decisions: [third(1, 'TS01'), third(2, 'TS03')] });
	expect(rowsOf(result)).toEqual([
		['TS01', '1', [8400], 8400],
		['TS02', '2', [8250], 8250],
		['TS03', '3', [7200], 7200]
	]);
	expect(result.missing).toEqual([]);
	const detail = result.stages[0]?.rankings[0]?.places[0]?.score.parts['NT']?.detail;
	expect(detail?.kind === 'judged' && detail.panels[0]?.sheets.map(({ judge, counts }) => [judge, counts])).toEqual([
		['GK1', 'replaced'],
		['GK2', 'replaced'],
		['GK3', 'yes']
	]);
	expect(result.stages[0]?.rankings[0]?.places[0]?.score.parts['NT']?.notes[0]?.vi).toBe(
		'Ban Giám khảo: chênh lệch 25,00 (GK1, GK2); chấm lần thứ ba, lấy điểm chấm lại; từ 82,50 thành 84,00'
	);
});
