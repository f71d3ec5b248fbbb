// The difference between two results (R240–R243): applied to the old one it gives the new one, for random contests and corrections.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aContestant, aDecision, aQuizPart, aRecord, aStage, aUnit, text } from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import { announcedOf } from './announced.ts';
import { computeResult } from './compute.ts';
import { applyDiff, diffResults, isEmptyDiff } from './diff-results.ts';
import { explainDiff } from './explain-diff.ts';
import { aRandomContest } from './random-contest.fixture.ts';
import { swappedPlaces } from './swapped-places.ts';

const runs = { numRuns: 1500 };

/** A record, and the same one without its last decision, without a sheet, or as another contest altogether. */
const corrected = fc
	.tuple(aRandomContest(), aRandomContest(), fc.constantFrom('decision', 'sheet', 'other', 'nothing'))
	.map(([record, other, what]): [ContestRecord, ContestRecord] => {
		switch (what) {
			case 'decision':
				return [{ ...record, decisions: record.decisions.slice(0, -1) }, record];
			case 'sheet':
				return [record, { ...record, sheets: record.sheets.slice(1) }];
			case 'other':
				return [record, other];
			default:
				return [record, structuredClone(record)];
		}
	});

test(
	'R240 the difference applied to what was announced gives exactly what is computed again',
	{ timeout: 60_000 },
	() => {
		let changed = 0;
		fc.assert(
			fc.property(corrected, ([before, after]) => {
				const [old, now] = [computeResult(before), computeResult(after)];
				const diff = diffResults(old, now);
				if (!isEmptyDiff(diff)) changed++;
				expect(applyDiff(announcedOf(old), diff)).toEqual(announcedOf(now));
				expect(applyDiff(announcedOf(now), diffResults(now, old))).toEqual(announcedOf(old));
			}),
			runs
		);
		expect(changed).toBeGreaterThan(runs.numRuns / 6);
	}
);

test('R241 nothing differs exactly when the difference is empty', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(corrected, ([before, after]) => {
			const [old, now] = [computeResult(before), computeResult(after)];
			const isSame = JSON.stringify(announcedOf(old)) === JSON.stringify(announcedOf(now));
			expect(isEmptyDiff(diffResults(old, now))).toBe(isSame);
		}),
		runs
	);
});

/** Four contestants in one quiz of 10 questions of 10,00; TS01 has 9 right, TS02 8, TS03 7, TS04 6. */
function quiz(): ContestRecord {
	const numbers = ['TS01', 'TS02', 'TS03', 'TS04'];
	const codes = Array.from({ length: 10 }, (_, at) => `C${at + 1}`);
	const pick = (option: string) => ({ kind: 'options' as const, options: [option] });
	return aRecord(
		{
			stages: [aStage({ parts: [aQuizPart({ maxPoints: 10_000, questionCount: 10 })] })],
			awards: ['Nhất', 'Nhì'].map((title, at) => ({
				code: `G${at + 1}`,
				title: text(`Giải ${title}`, `Prize ${at + 1}`),
				source: { kind: 'rank', stage: 'CK' },
				quota: at + 1,
				per: 'ranking',
				leastTotal: 0,
				moreOnTie: false,
				notWith: [],
				gift: ''
			}))
		},
		{
			units: [aUnit('U1')],
			contestants: numbers.map((number) => aContestant(number)),
			questions: codes.map((code) => ({
				code,
				kind: 'single',
				options: ['A', 'B', 'C'],
				targets: [],
				key: { correct: pick('A'), tolerance: '', alsoCorrect: [] },
				points: null
			})),
			rounds: [
				{
					part: 'KT',
					title: 'Vòng 1',
					questions: codes.map((question) => ({ question, allowedMs: 20_000, isSealed: true })),
					isFinished: true
				}
			],
			answers: numbers.flatMap((contestant, row) =>
				codes.map((question, at) => ({
					contestant,
					question,
					choice: pick(at < 9 - row ? 'A' : at === 9 && row === 3 ? 'C' : 'B'),
					usedMs: 1000
				}))
			)
		}
	);
}

function explained(content: Parameters<typeof aDecision>[1]) {
	const before = quiz();
	const after = { ...before, decisions: [aDecision(1, content)] };
	const diff = diffResults(computeResult(before), computeResult(after));
	return { diff, ...explainDiff(before, diff) };
}

describe('R242 places that are swapped', () => {
	test('are found where two take each other’s rank', () => {
		// TS04 60,00 + 10,01 passes TS03 with 70,00.
		const { diff } = explained({ kind: 'points', stage: 'CK', part: null, contestant: 'TS04', points: 1001 });
		expect(swappedPlaces(diff)).toEqual([{ stage: 'CK', ranks: [3, 4], contestants: ['TS03', 'TS04'] }]);
	});

	test('are not those of three who pass one another in a ring', () => {
		const { diff } = explained({ kind: 'points', stage: 'CK', part: null, contestant: 'TS04', points: 2001 });
		expect(swappedPlaces(diff)).toEqual([]);
	});

	test('are not shared ones', () => {
		const { diff } = explained({ kind: 'points', stage: 'CK', part: null, contestant: 'TS04', points: 1000 });
		expect(swappedPlaces(diff)).toEqual([]);
	});
});

describe('R243 in words', () => {
	test('how many change, who changes places, and which awards', () => {
		const { summary, people, others } = explained({
			kind: 'points',
			stage: 'CK',
			part: null,
			contestant: 'TS04',
			points: 1001
		});
		expect(summary).toEqual({
			vi: '1 thí sinh thay đổi điểm; hạng 3 và hạng 4 đổi chỗ; 1 giải đổi người nhận.',
			en: '1 contestant’s points change; places 3 and 4 are exchanged; 1 award changes.'
		});
		expect(people).toEqual([
			{
				contestant: 'TS04',
				name: 'Thí sinh TS04',
				text: { vi: '60,00 → 70,01; hạng 4 → 3', en: '60.00 → 70.01; place 4 → 3' }
			},
			{ contestant: 'TS03', name: 'Thí sinh TS03', text: { vi: 'hạng 3 → 4', en: 'place 3 → 4' } }
		]);
		expect(others.map(({ vi }) => vi)).toEqual([
			'Giải Nhì: không còn trao cho TS03 Thí sinh TS03',
			'Giải Nhì: trao cho TS04 Thí sinh TS04'
		]);
	});

	test('of each award who loses it comes before who receives it', () => {
		const { others } = explained({ kind: 'points', stage: 'CK', part: null, contestant: 'TS02', points: 1001 });
		expect(others.map(({ vi }) => vi)).toEqual([
			'Giải Nhất: không còn trao cho TS01 Thí sinh TS01',
			'Giải Nhất: trao cho TS02 Thí sinh TS02',
			'Giải Nhì: không còn trao cho TS02 Thí sinh TS02',
			'Giải Nhì: trao cho TS01 Thí sinh TS01'
		]);
	});

	test('a corrected key', () => {
		const key = { correct: { kind: 'options' as const, options: ['C'] }, tolerance: '', alsoCorrect: [] };
		const { summary, people } = explained({ kind: 'key', question: 'C10', key });
		expect(summary.vi).toBe('1 thí sinh thay đổi điểm; 2 thí sinh thay đổi hạng; 1 giải đổi người nhận.');
		expect(people.map(({ contestant, text: { vi } }) => `${contestant}: ${vi}`)).toEqual([
			'TS03: hạng 3 → đồng hạng 3',
			'TS04: 60,00 → 70,00; hạng 4 → đồng hạng 3'
		]);
	});

	test('nothing', () => {
		const key = { correct: { kind: 'options' as const, options: ['A'] }, tolerance: '', alsoCorrect: [] };
		const { summary, isEmpty } = explained({ kind: 'key', question: 'C10', key });
		expect(isEmpty).toBe(true);
		expect(summary).toEqual({ vi: 'Kết quả không thay đổi.', en: 'The result does not change.' });
	});
});
