// Rules of two stages with groups, panels, sessions and points given by the organisers, for tests of what people do with them.
import type { JudgedPart } from '../src/lib/contest/rules/parts.ts';
import type { Panel } from '../src/lib/contest/rules/panels.ts';
import type { Rules, Stage } from '../src/lib/contest/rules/rules.ts';

const stage: Omit<Stage, 'code' | 'title' | 'total' | 'parts'> = {
	carry: [],
	sessions: [],
	rankedBy: [],
	tieBreaks: [{ kind: 'share' }],
	advancement: null,
	teams: null
};

const panel: Omit<Panel, 'code' | 'title' | 'weight'> = {
	aggregation: { kind: 'mean' },
	leastSheets: 1,
	missing: 'mean-of-present',
	divergence: null
};

const presentation: JudgedPart = {
	kind: 'presentation',
	code: 'TT',
	title: { vi: 'Thuyết trình', en: 'Presentation' },
	maxPoints: 10_000,
	weight: 100,
	scale: 'scaled',
	rubric: 'TT',
	panels: [
		{ ...panel, code: 'CM', title: { vi: 'Hội đồng chuyên môn', en: 'Professional jury' }, weight: 70 },
		{ ...panel, code: 'KG', title: { vi: 'Giám khảo khán giả', en: 'Audience jury' }, weight: 30 }
	],
	timing: null
};

const outline: JudgedPart = {
	...presentation,
	kind: 'outline',
	code: 'DC',
	title: { vi: 'Đề cương', en: 'Outline' },
	maxPoints: 2000,
	rubric: 'DC',
	panels: [{ ...panel, code: 'DC', title: { vi: 'Tổ chấm đề cương', en: 'Outline markers' }, weight: 100 }]
};

/** Stage SK: attendance 40,00; the best four go on into CK, held in the sessions SANG and CHIEU before the panels CM and KG. */
export const stagedRules: Rules = {
	format: 2,
	title: { vi: 'Hai vòng', en: 'Two stages' },
	reference: '',
	rounding: { mode: 'half-up', decimals: 2, at: 'part' },
	categories: [
		{ code: 'T', title: { vi: 'Cấp tỉnh', en: 'Provincial' } },
		{ code: 'H', title: { vi: 'Cấp huyện', en: 'District' } }
	],
	clusters: [],
	stages: [
		{
			...stage,
			code: 'SK',
			title: { vi: 'Sơ khảo', en: 'Preliminary' },
			total: 4000,
			parts: [
				{
					kind: 'given',
					code: 'CC',
					title: { vi: 'Chuyên cần', en: 'Attendance' },
					maxPoints: 4000,
					weight: 100,
					scale: 'raw'
				}
			],
			advancement: {
				to: 'CK',
				top: { count: 4, per: 'stage' },
				leastTotal: null,
				mostPerUnit: null,
				atCut: 'decide'
			}
		},
		{
			...stage,
			code: 'CK',
			title: { vi: 'Chung khảo', en: 'Final' },
			total: 10_000,
			parts: [presentation],
			sessions: [
				{ code: 'SANG', title: { vi: 'Buổi sáng', en: 'Morning' } },
				{ code: 'CHIEU', title: { vi: 'Buổi chiều', en: 'Afternoon' } }
			]
		}
	],
	awards: [],
	awardCaps: [],
	nomination: null
};

/** The same with an outline of 20,00 in stage SK, marked by a panel of its own: judges mark in both stages. */
export const twiceJudgedRules: Rules = {
	...stagedRules,
	stages: stagedRules.stages.map((each) =>
		each.code === 'SK' ? { ...each, total: 6000, parts: [outline, ...each.parts] } : each
	)
};
