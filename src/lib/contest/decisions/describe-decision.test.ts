// What each kind of decision says, word for word in both languages (R248).
import { expect, test } from 'vitest';
import {
	aContestant,
	aGivenPart,
	aJudge,
	aJudgedPart,
	aRecord,
	aStage,
	aUnit,
	text
} from '../record/contest-record.fixture.ts';
import type { DecisionContent } from '../record/decision.ts';
import { describeDecision } from './describe-decision.ts';

const record = aRecord(
	{
		stages: [
			aStage({
				parts: [aJudgedPart(), aGivenPart()],
				sessions: [{ code: 'S1', title: text('Buổi sáng', 'Morning') }],
				advancement: { to: 'CK2', top: null, leastTotal: null, mostPerUnit: null, atCut: 'all' }
			}),
			aStage({ code: 'CK2', title: text('Chung kết', 'Grand final') })
		],
		awards: [
			{
				code: 'PC',
				title: text('giải Phong cách', 'the style award'),
				source: { kind: 'manual' },
				quota: 1,
				per: 'contest',
				leastTotal: 0,
				moreOnTie: false,
				notWith: [],
				gift: ''
			},
			{
				code: 'TT',
				title: text('giải Thuyết trình hay', 'the prize for speaking'),
				source: { kind: 'manual' },
				quota: 1,
				per: 'contest',
				leastTotal: 0,
				moreOnTie: false,
				notWith: [],
				gift: ''
			}
		]
	},
	{
		units: [aUnit('U1', { quota: 1 })],
		contestants: [aContestant('TS07', { name: 'Nguyễn An' }), aContestant('TS08', { name: 'Lê Bình' })],
		judges: [aJudge('GK1', { name: 'Trần Chấm' }), aJudge('GK2', { name: 'Vũ Thay' })]
	}
);

const sentences: [DecisionContent, string, string][] = [
	[
		{
			kind: 'key',
			question: 'C5',
			key: { correct: { kind: 'options', options: ['A', 'C'] }, tolerance: '', alsoCorrect: [] }
		},
		'Sửa đáp án câu C5 thành A, C',
		'Correct the key of question C5 to A, C'
	],
	[
		{
			kind: 'key',
			question: 'C6',
			key: { correct: { kind: 'number', value: '8.75' }, tolerance: '0.5', alsoCorrect: [] }
		},
		'Sửa đáp án câu C6 thành 8,75 ± 0,5',
		'Correct the key of question C6 to 8.75 ± 0.5'
	],
	[
		{
			kind: 'key',
			question: 'C7',
			key: { correct: { kind: 'text', value: 'Thành phố Huế' }, tolerance: '', alsoCorrect: ['Huế'] }
		},
		'Sửa đáp án câu C7 thành Thành phố Huế, Huế',
		'Correct the key of question C7 to Thành phố Huế, Huế'
	],
	[{ kind: 'void', question: 'C5' }, 'Huỷ câu hỏi C5', 'Annul question C5'],
	[
		{ kind: 'recusal', judge: 'GK1', contestant: 'TS07', part: null, how: 'recused' },
		'Giám khảo GK1 Trần Chấm tránh chấm TS07 Nguyễn An, mọi phần',
		'Judge GK1 Trần Chấm is recused from marking TS07 Nguyễn An, all parts'
	],
	[
		{ kind: 'substitute', judge: 'GK1', substitute: 'GK2', session: 'S1' },
		'GK2 Vũ Thay chấm thay GK1 Trần Chấm, Buổi sáng',
		'GK2 Vũ Thay marks in place of GK1 Trần Chấm, Morning'
	],
	[
		{ kind: 'missing-judge', panel: 'BGK', session: null, policy: 'mean-of-present' },
		'Ban Giám khảo, mọi buổi thi, phiếu còn thiếu: tính trung bình các phiếu đã có',
		'Panel of judges, all sessions, missing sheets: the mean of the sheets that are there'
	],
	[
		{ kind: 'divergence', part: 'TT', panel: 'BGK', contestant: 'TS07', outcome: { kind: 'head', value: 4250 } },
		'Chênh lệch điểm của TS07 Nguyễn An, Thuyết trình: Trưởng Ban Giám khảo quyết định 42,50 điểm',
		'Difference between the marks of TS07 Nguyễn An, Presentation: the head judge decides on 42.50 points'
	],
	[
		{ kind: 'points', stage: 'CK', part: 'CC', contestant: 'TS07', points: -50 },
		'Trừ 0,50 điểm trong phần Chuyên cần của TS07 Nguyễn An',
		'Deduct 0.50 points from the part Attendance of TS07 Nguyễn An'
	],
	[
		{ kind: 'points', stage: 'CK', part: null, contestant: 'TS07', points: 100 },
		'Cộng 1,00 điểm vào tổng điểm Chung khảo của TS07 Nguyễn An',
		'Add 1.00 points to the total of Final of TS07 Nguyễn An'
	],
	[
		{ kind: 'time', stage: 'CK', contestant: 'TS07', removedMs: 90_000 },
		'Không tính 1 phút 30 giây thời gian sự cố, lượt thi của TS07 Nguyễn An, Chung khảo',
		'Take 1 min 30 s out of the turn of TS07 Nguyễn An, Final'
	],
	[
		{ kind: 'time', stage: 'CK', contestant: 'TS07', removedMs: -5000 },
		'Tính lại 5 giây thời gian sự cố, lượt thi của TS07 Nguyễn An, Chung khảo',
		'Put 5 s back into the turn of TS07 Nguyễn An, Final'
	],
	[
		{ kind: 'tie', stage: 'CK', key: 'lots', order: [['TS08'], ['TS07']], seed: '7 21 3' },
		'Phân định bằng điểm, Chung khảo, theo kết quả bốc thăm (7 21 3): TS08 > TS07',
		'Part the tied, Final, by lots (7 21 3): TS08 > TS07'
	],
	[
		{ kind: 'advance', stage: 'CK', contestant: 'TS08', goesOn: false },
		'Không cho TS08 Lê Bình vào Chung kết',
		'Do not let TS08 Lê Bình go on to Grand final'
	],
	[
		{ kind: 'award', award: 'TT', to: { contestant: 'TS07' }, given: false },
		'Thu hồi giải Thuyết trình hay của TS07 Nguyễn An',
		'Take the prize for speaking from TS07 Nguyễn An'
	],
	[
		{ kind: 'award', award: 'PC', to: { unit: 'U1' }, given: true },
		'Trao giải Phong cách cho Đơn vị U1',
		'Give the style award to Đơn vị U1'
	]
];

test.each(sentences)('R248 says %j', (content, vi, en) => {
	expect(describeDecision(record, { content, takesBack: null })).toEqual({ vi, en });
});

test('R248 the only total there is needs no name', () => {
	const content = { kind: 'points', stage: 'CK', part: null, contestant: 'TS07', points: -50 } as const;
	const alone = { ...record, rules: { ...record.rules, stages: record.rules.stages.slice(0, 1) } };
	expect(describeDecision(alone, { content, takesBack: null })).toEqual({
		vi: 'Trừ 0,50 điểm trong tổng điểm của TS07 Nguyễn An',
		en: 'Deduct 0.50 points from the total of TS07 Nguyễn An'
	});
});

test('R248 says which problem is accepted, and what is taken back', () => {
	const content = { kind: 'override', problem: 'unit-over-quota', path: 'units[0].quota' } as const;
	expect(describeDecision(record, { content, takesBack: null }).vi).toMatch(/^Chấp nhận vướng mắc: .*Đơn vị U1/);
	expect(describeDecision(record, { content: { kind: 'void', question: 'C5' }, takesBack: 3 })).toEqual({
		vi: 'Thu hồi quyết định số 3 (Huỷ câu hỏi C5)',
		en: 'Take back decision 3 (Annul question C5)'
	});
});
