// Worked out on paper: 8 to 10 minutes; off by more than 1 min −5,00, 2 min −10,00, 3 min stopped and no points; a power cut (R30, R150–R153; source 20–22).
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aRecord,
	aStage,
	aTurn
} from '../../record/contest-record.fixture.ts';
import type { TimeCost } from '../../rules/timing.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';

const at = (minutes: number, seconds = 0) => (minutes * 60 + seconds) * 1000;
const bands: TimeCost = {
	kind: 'bands',
	bands: [
		{ beyondMs: at(1), points: 500 },
		{ beyondMs: at(2), points: 1000 },
		{ beyondMs: at(3), points: 'all' }
	]
};
const part = aJudgedPart({
	timing: {
		leastMs: at(8),
		mostMs: at(10),
		warnBeforeMs: at(1),
		graceMs: 0,
		stopAfterMs: at(3),
		penalty: { over: bands, under: bands, cap: null, place: { kind: 'part' } }
	}
});
/** One judge's mark, and when the turn ended. */
const turns: [number: string, mark: number, endedAt: number][] = [
	['TS01', 4500, at(10)], // on time: 45,00
	['TS02', 4800, at(11)], // over by exactly 1:00, which is not more: 48,00
	['TS03', 4900, at(11, 1)], // over by 1:01: 49,00 − 5,00 = 44,00
	['TS04', 4700, at(12, 30)], // over by 2:30: 47,00 − 10,00 = 37,00
	['TS05', 5000, at(13, 5)], // over by 3:05: stopped, nothing
	['TS06', 4600, at(6, 45)], // 1:15 short of 8:00: 46,00 − 5,00 = 41,00
	['TS07', 4400, at(14)], // dark from 2:00 to 4:30 and from 4:00 to 5:30, that is 3:30: 14:00 − 3:30 = 10:30, off by 0:30: 44,00
	['TS08', 4300, at(11, 15)] // 0:20 taken out by decision: 10:55, off by 0:55: 43,00
];
const record = aRecord(
	{ stages: [aStage({ parts: [part], tieBreaks: [{ kind: 'fewer-penalties' }] })] },
	{
		rubrics: [aRubric('TT', { TT1: 5000 })],
		contestants: turns.map(([number]) => aContestant(number)),
		judges: [aJudge('GK1')],
		turns: turns.map(([number, , endedAt]) =>
			aTurn(number, {
				endedAt,
				removed:
					number === 'TS07'
						? [
								{ fromAt: at(2), toAt: at(4, 30), reason: 'mất điện' },
								{ fromAt: at(4), toAt: at(5, 30), reason: 'mất tiếng' }
							]
						: []
			})
		),
		sheets: turns.flatMap(([number, mark]) => sheetsOf(number, { TT1: [mark] })),
		decisions: [
			aDecision(1, { kind: 'time', stage: 'CK', contestant: 'TS08', removedMs: at(0, 20) }, { reason: 'máy chiếu lỗi' })
		]
	}
);

test('R30, R138, R150, R151, R152, R153 bands over and under, a stop, and time that does not count', () => {
	const result = computeResult(record);
	expect(rowsOf(result)).toEqual([
		['TS02', '1', [4800], 4800],
		['TS01', '2', [4500], 4500],
		// Both 44,00: nothing was taken off TS07, 5,00 off TS03.
		['TS07', '3', [4400], 4400],
		['TS03', '4', [4400], 4400],
		['TS08', '5', [4300], 4300],
		['TS06', '6', [4100], 4100],
		['TS04', '7', [3700], 3700],
		['TS05', '8', [0], 0]
	]);
	expect(result.missing).toEqual([]);
	const places = result.stages[0]?.rankings[0]?.places ?? [];
	const notesOf = (number: string) =>
		places.find(({ contestant }) => contestant === number)?.score.parts['TT']?.notes.map(({ vi }) => vi);
	expect(notesOf('TS02')).toEqual([]);
	expect(notesOf('TS04')).toEqual(['Quá giờ 2 phút 30 giây: trừ 10,00 điểm']);
	expect(notesOf('TS05')).toEqual(['Quá giờ 3 phút 5 giây: không được tính điểm', 'Bị dừng phần thi vì quá giờ']);
	expect(notesOf('TS06')).toEqual(['Thiếu giờ 1 phút 15 giây: trừ 5,00 điểm']);
	expect(places[2]?.why.vi).toBe(
		'Hạng 3 với 44,00 điểm, bằng điểm 1 thí sinh khác; xếp trên SBD TS03 nhờ điểm trừ về thời gian 0,00 < 5,00.'
	);
});
