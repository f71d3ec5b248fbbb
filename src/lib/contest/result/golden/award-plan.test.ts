// Worked out on paper: 1 Nhất, 2 Nhì, 2 Ba within half of those who took part, Khuyến khích for the rest, side prizes, one prize by decision (R50–R52, R180, R182, R184–R187; source 8, 42–45).
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aGivenPart,
	aRecord,
	aStage,
	aUnit,
	text
} from '../../record/contest-record.fixture.ts';
import type { Award } from '../../rules/prizes.ts';
import { computeResult } from '../compute.ts';
import { winnersOf } from './golden.fixture.ts';

/** Presentation (60,00) and greeting (40,00). TS11 is of the organisers: may take part, may not win. TS12 is absent. */
const points: Record<string, [presentation: number, greeting: number]> = {
	TS01: [5700, 3800], // 95,00
	TS11: [5650, 3600], // 92,50
	TS02: [5600, 3600], // 92,00
	TS03: [5000, 4000], // 90,00
	TS04: [5400, 3600], // 90,00
	TS05: [5300, 3500], // 88,00
	TS06: [5000, 3500], // 85,00
	TS07: [4800, 3200], // 80,00
	TS08: [4500, 3000], // 75,00
	TS09: [3600, 2400], // 60,00
	TS10: [3300, 2200] // 55,00
};

const award = (code: string, quota: number | null, more: Partial<Award> = {}): Award => ({
	code,
	title: text(code),
	source: { kind: 'rank', stage: 'CK' },
	quota,
	per: 'contest',
	leastTotal: 0,
	moreOnTie: true,
	notWith: [],
	gift: '',
	...more
});

function contest(secondPrize: Partial<Award>) {
	return aRecord(
		{
			stages: [
				aStage({ parts: [aGivenPart({ code: 'TT', maxPoints: 6000 }), aGivenPart({ code: 'CH', maxPoints: 4000 })] })
			],
			awards: [
				award('nhat', 1),
				award('nhi', 2, secondPrize),
				award('ba', 2),
				award('khuyen-khich', null, { leastTotal: 6000 }),
				award('chao-hoi', 1, { source: { kind: 'part', part: 'CH' } }),
				award('thuyet-trinh', 1, { source: { kind: 'part', part: 'TT' }, notWith: ['nhat'] }),
				award('khan-gia', 1, { source: { kind: 'manual' } })
			],
			// 11 took part: half of them is 5,5, so five of Nhất, Nhì, Ba together.
			awardCaps: [{ awards: ['nhat', 'nhi', 'ba'], percent: 50 }],
			nomination: { to: text('Cấp tỉnh', 'Province'), awards: ['nhat', 'chao-hoi'], top: null }
		},
		{
			units: [aUnit('U1')],
			contestants: [
				...Object.keys(points).map((number) => aContestant(number, { mayWin: number !== 'TS11' })),
				aContestant('TS12', { status: 'absent' })
			],
			given: Object.entries(points).flatMap(([contestant, [presentation, greeting]]) => [
				{ part: 'TT', contestant, points: presentation, reason: '' },
				{ part: 'CH', contestant, points: greeting, reason: '' }
			]),
			decisions: [
				aDecision(
					1,
					{ kind: 'award', award: 'khan-gia', to: { contestant: 'TS10' }, given: true },
					{ reason: 'khán giả bình chọn' }
				)
			]
		}
	);
}

test('R50, R51, R180, R182, R184–R187 more on a tie: three Nhì, one Ba until half is reached, Khuyến khích to the rest', () => {
	const result = computeResult(contest({ moreOnTie: true }));
	expect(winnersOf(result)).toEqual({
		nhat: ['TS01'],
		// TS11, second, may not win; TS02 and, level on the last place, TS03 with TS04
		nhi: ['TS02', 'TS03', 'TS04'],
		// 1 + 3 are given: one more is five, TS06 would be the sixth
		ba: ['TS05'],
		// from 60,00: not TS10
		'khuyen-khich': ['TS06', 'TS07', 'TS08', 'TS09'],
		// 40,00; a side prize may go to who has Nhì
		'chao-hoi': ['TS03'],
		// TS01 leads with 57,00 but has Nhất; 56,50 is TS11's, who may not win; then 56,00
		'thuyet-trinh': ['TS02'],
		'khan-gia': ['TS10']
	});
	expect(result.nominations).toEqual(['TS01', 'TS03']);
	expect(result.missing).toEqual([]);
	expect(result.awards.map(({ why }) => why.vi).slice(1, 3)).toEqual([
		'Cơ cấu 2 giải; xét trao 3; xét thêm vì 2 trường hợp bằng nhau (đồng hạng 4 với 90,00 điểm).',
		'Cơ cấu 2 giải; xét trao 1; dừng trước 1 trường hợp tiếp theo (hạng 7 với 85,00 điểm) vì sẽ vượt tổng số giải thể lệ cho phép.'
	]);
});

test('R52 none on a tie: one Nhì, and the two who are level come first for Ba', () => {
	const { nhat, nhi, ba, 'khuyen-khich': rest } = winnersOf(computeResult(contest({ moreOnTie: false })));
	expect([nhat, nhi, ba, rest]).toEqual([
		['TS01'],
		['TS02'],
		['TS03', 'TS04'],
		['TS05', 'TS06', 'TS07', 'TS08', 'TS09']
	]);
});
