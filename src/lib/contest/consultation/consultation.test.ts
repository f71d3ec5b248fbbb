// What the log tells of consultations, and the middle sheets are held against (R126, R144).
import { expect, test } from 'vitest';
import { ratio } from '../points.ts';
import { absolute, minus } from '../ratio.ts';
import { findDifference } from '../result/divergence.ts';
import { consultationsIn, lastAbout, type ConsultationLine } from './consultation.ts';
import { middleOf } from './middle.ts';

const place = { part: 'TT', panel: 'BGK', contestant: 'TS01' };
const other = { ...place, contestant: 'TS02' };

const line = (sequence: number, kind: string, payload: object): ConsultationLine => ({
	sequence,
	at: '2021-07-15T02:00:00.000Z',
	actor: { name: 'Lê Văn Trưởng' },
	kind,
	payload: { ...payload }
});
const begun = (sequence: number, about: object) =>
	line(sequence, 'consultation-begun', { ...about, sheets: [], far: ['GK3'], level: 0, measured: 400, before: 4200 });
const ended = (sequence: number, about: object, kind: string) =>
	line(sequence, 'consultation-ended', {
		...about,
		present: ['GK1', 'GK2'],
		note: 'đã trao đổi',
		cameTo: { kind },
		proposalId: null
	});

test('R144 an end belongs to the last beginning about the same, and only to one', () => {
	const lines = [
		begun(1, place),
		begun(2, other),
		line(3, 'sheet-locked', {}),
		ended(4, place, 'adjourned'),
		ended(5, place, 'stands'),
		begun(6, place)
	];
	const all = consultationsIn(lines);
	expect(all.map((each) => [each.contestant, each.begun.line, each.ended?.line, each.ended?.cameTo.kind])).toEqual([
		['TS01', 1, 4, 'adjourned'],
		['TS02', 2, undefined, undefined],
		['TS01', 6, undefined, undefined]
	]);
	expect(all[0]).toMatchObject({ before: 4200, far: ['GK3'], ended: { present: ['GK1', 'GK2'], by: 'Lê Văn Trưởng' } });
	expect(lastAbout(all, place)?.begun.line).toBe(6);
	expect(lastAbout(all, { ...place, part: 'DC' })).toBeNull();
});

test.each([
	['distance-to-mean', [4000, 4000, 4600], 400],
	['distance-to-median', [4000, 4000, 4600], 600],
	['distance-to-median', [4000, 4100, 4300, 4900], 700]
] as const)('R126 the %s of %j is measured from the same middle', (metric, totals, furthest) => {
	const middle = middleOf(metric, totals.map(ratio));
	expect(middle && absolute(minus(ratio(totals.at(-1) ?? 0), middle))).toEqual(ratio(furthest));
	const level = { threshold: { kind: 'points', points: 1 }, reached: 'above', action: 'warn' } as const;
	const sheets = totals.map((total, at) => ({ judge: `GK${at}`, sum: total * 100 }));
	expect(findDifference({ metric, levels: [level] }, sheets, 5000)?.measured).toEqual(ratio(furthest));
});

test('without a sheet there is no middle', () => {
	expect(middleOf('spread', [])).toBeNull();
});
