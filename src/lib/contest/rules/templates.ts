// The three rule sets a contest may start from, as data to be changed by its organisers; it must not know any contest.
import type { JudgedPart, QuizPart } from './parts.ts';
import type { Award } from './prizes.ts';
import type { Rules, Stage } from './rules.ts';
import type { Timing } from './timing.ts';

export const templateCodes = ['ba-phan', 'kien-thuc-thuyet-trinh', 'chi-trac-nghiem'] as const;
export type TemplateCode = (typeof templateCodes)[number];

/** Code of the one panel and the one stage of a template. */
const panelCode = 'BGK';
export const firstStage = 'HT';

/** Ten minutes, warned one minute before; beyond 15 s of grace 1,00 off for each started minute, at most 5,00, off the part. */
const presentationTiming: Timing = {
	leastMs: 0,
	mostMs: 600_000,
	warnBeforeMs: 60_000,
	graceMs: 15_000,
	stopAfterMs: null,
	penalty: {
		over: { kind: 'linear', perMinute: 100, startedMinute: 'ceil' },
		under: null,
		cap: 500,
		place: { kind: 'part' }
	}
};

/** One panel, the mean of its sheets; a sheet more than a fifth of the scale away from the mean is pointed out, and no more. */
const byPanel: Pick<JudgedPart, 'weight' | 'scale' | 'panels'> = {
	weight: 100,
	scale: 'scaled',
	panels: [
		{
			code: panelCode,
			title: { vi: 'Ban Giám khảo', en: 'Panel of judges' },
			weight: 100,
			aggregation: { kind: 'mean' },
			leastSheets: 1,
			missing: 'mean-of-present',
			divergence: {
				metric: 'distance-to-mean',
				levels: [{ threshold: { kind: 'share', percent: 20 }, reached: 'above', action: 'warn' }]
			}
		}
	]
};

const outline: JudgedPart = {
	...byPanel,
	kind: 'outline',
	code: 'DC',
	title: { vi: 'Đề cương', en: 'Outline' },
	maxPoints: 2000,
	rubric: 'DC',
	timing: null
};

const presentation: JudgedPart = {
	...byPanel,
	kind: 'presentation',
	code: 'TT',
	title: { vi: 'Thuyết trình', en: 'Presentation' },
	maxPoints: 5000,
	rubric: 'TT',
	timing: presentationTiming
};

const situation: JudgedPart = {
	...byPanel,
	kind: 'situation',
	code: 'TH',
	title: { vi: 'Xử lý tình huống', en: 'Handling a situation' },
	maxPoints: 3000,
	rubric: 'TH',
	timing: null
};

/** Fixed points, nothing taken off for wrong or missing answers: speed never counts unless the organisers say so. */
function knowledge(maxPoints: number, questionCount: number): QuizPart {
	return {
		kind: 'quiz',
		code: 'KT',
		title: { vi: 'Kiến thức', en: 'Knowledge' },
		maxPoints,
		weight: 100,
		scale: 'scaled',
		questionCount,
		scoring: { kind: 'fixed', points: maxPoints / questionCount, wrong: 0, blank: 0 },
		marking: { multiple: { kind: 'all-or-nothing' }, ordering: 'exact', matching: 'exact' },
		voided: 'left-out',
		mayChangeAnswer: true,
		graceMs: 1000
	};
}

/** 1 Nhất, 2 Nhì, 3 Ba, 6 Khuyến khích: the commonest plan of such contests. */
const awards: Award[] = (
	[
		['nhat', 'Giải Nhất', 'First Prize', 1],
		['nhi', 'Giải Nhì', 'Second Prize', 2],
		['ba', 'Giải Ba', 'Third Prize', 3],
		['khuyen-khich', 'Giải Khuyến khích', 'Encouragement Prize', 6]
	] as const
).map(([code, vi, en, quota]) => ({
	code,
	title: { vi, en },
	source: { kind: 'rank', stage: firstStage },
	quota,
	per: 'ranking',
	leastTotal: 0,
	moreOnTie: true,
	notWith: [],
	gift: ''
}));

function template(title: Rules['title'], stage: Pick<Stage, 'parts' | 'tieBreaks'>): Rules {
	return {
		format: 2,
		title,
		reference: '',
		rounding: { mode: 'half-up', decimals: 2, at: 'part' },
		categories: [],
		clusters: [],
		stages: [
			{
				code: firstStage,
				title: { vi: 'Hội thi', en: 'Contest' },
				total: 10_000,
				...stage,
				carry: [],
				sessions: [],
				rankedBy: [],
				advancement: null,
				teams: null
			}
		],
		awards,
		awardCaps: [],
		nomination: null
	};
}

export const ruleTemplates: Record<TemplateCode, Rules> = {
	/** Outline 20, presentation 50, situation 30, each in the points of its rubric. */
	'ba-phan': template(
		{
			vi: 'Ba phần: đề cương, thuyết trình, xử lý tình huống',
			en: 'Three parts: outline, presentation, situation'
		},
		{
			parts: [outline, presentation, situation],
			tieBreaks: [
				{ kind: 'part', part: 'TT' },
				{ kind: 'criterion', criterion: 'TT2' },
				{ kind: 'part', part: 'TH' },
				{ kind: 'fewer-penalties' },
				{ kind: 'share' }
			]
		}
	),
	/** Quiz 40 (20 questions of 2,00), presentation 60 (the rubric of 50 scaled). */
	'kien-thuc-thuyet-trinh': template(
		{ vi: 'Kiến thức và thuyết trình', en: 'Knowledge and presentation' },
		{
			parts: [knowledge(4000, 20), { ...presentation, maxPoints: 6000 }],
			tieBreaks: [
				{ kind: 'part', part: 'TT' },
				{ kind: 'criterion', criterion: 'TT2' },
				{ kind: 'fewer-penalties' },
				{ kind: 'right-answers' },
				{ kind: 'answer-time' },
				{ kind: 'share' }
			]
		}
	),
	/** Quiz 100 (20 questions of 5,00). */
	'chi-trac-nghiem': template(
		{ vi: 'Chỉ thi trắc nghiệm', en: 'Quiz only' },
		{
			parts: [knowledge(10_000, 20)],
			tieBreaks: [{ kind: 'right-answers' }, { kind: 'answer-time' }, { kind: 'share' }]
		}
	)
};
