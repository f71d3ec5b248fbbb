// The three rule sets a contest may start from, as data to be changed by its organisers; it must not know any contest.
import type { Award, JudgedPart, Rules, Timing } from './rules.ts';

/** Ten minutes, warned one minute before; beyond 15 s of grace 1,00 off for each started minute, at most 5,00, off the part. */
const presentationTiming: Timing = {
	leastMs: 0,
	mostMs: 600_000,
	warnBeforeMs: 60_000,
	graceMs: 15_000,
	penalty: { perMinute: 100, startedMinute: 'ceil', cap: 500, place: { kind: 'part' } }
};

const outline: JudgedPart = {
	kind: 'outline',
	code: 'DC',
	title: { vi: 'Đề cương', en: 'Outline' },
	maxPoints: 2000,
	rubric: 'DC',
	aggregation: { kind: 'mean' },
	timing: null
};

const presentation: JudgedPart = {
	kind: 'presentation',
	code: 'TT',
	title: { vi: 'Thuyết trình', en: 'Presentation' },
	maxPoints: 5000,
	rubric: 'TT',
	aggregation: { kind: 'mean' },
	timing: presentationTiming
};

const situation: JudgedPart = {
	kind: 'situation',
	code: 'TH',
	title: { vi: 'Xử lý tình huống', en: 'Handling a situation' },
	maxPoints: 3000,
	rubric: 'TH',
	aggregation: { kind: 'mean' },
	timing: null
};

const knowledge = {
	kind: 'quiz',
	code: 'KT',
	title: { vi: 'Kiến thức', en: 'Knowledge' },
	questionCount: 20,
	mayChangeAnswer: true,
	graceMs: 1000
} as const;

/** 1 Nhất, 2 Nhì, 3 Ba, 6 Khuyến khích: the commonest plan of such contests. */
const awards: Award[] = [
	{ code: 'nhat', title: { vi: 'Giải Nhất', en: 'First Prize' }, quota: 1, leastTotal: 0, moreOnTie: true },
	{ code: 'nhi', title: { vi: 'Giải Nhì', en: 'Second Prize' }, quota: 2, leastTotal: 0, moreOnTie: true },
	{ code: 'ba', title: { vi: 'Giải Ba', en: 'Third Prize' }, quota: 3, leastTotal: 0, moreOnTie: true },
	{
		code: 'khuyen-khich',
		title: { vi: 'Giải Khuyến khích', en: 'Encouragement Prize' },
		quota: 6,
		leastTotal: 0,
		moreOnTie: true
	}
];

/** Outline 20, presentation 50, situation 30, each in the points of its rubric. */
export const threeParts: Rules = {
	format: 1,
	template: 'ba-phan',
	title: {
		vi: 'Ba phần: đề cương, thuyết trình, xử lý tình huống',
		en: 'Three parts: outline, presentation, situation'
	},
	parts: [outline, presentation, situation],
	tieBreaks: [
		{ kind: 'part', part: 'TT' },
		{ kind: 'criterion', criterion: 'TT2' },
		{ kind: 'part', part: 'TH' },
		{ kind: 'fewer-penalties' }
	],
	awards
};

/** Quiz 40 (20 questions of 2,00), presentation 60 (the rubric of 50 scaled). */
export const knowledgeAndPresentation: Rules = {
	format: 1,
	template: 'kien-thuc-thuyet-trinh',
	title: { vi: 'Kiến thức và thuyết trình', en: 'Knowledge and presentation' },
	parts: [
		{ ...knowledge, maxPoints: 4000, scoring: { kind: 'fixed', points: 200 } },
		{ ...presentation, maxPoints: 6000 }
	],
	tieBreaks: [
		{ kind: 'part', part: 'TT' },
		{ kind: 'criterion', criterion: 'TT2' },
		{ kind: 'fewer-penalties' },
		{ kind: 'right-answers' },
		{ kind: 'answer-time' }
	],
	awards
};

/** Quiz 100 (20 questions of 5,00). */
export const quizOnly: Rules = {
	format: 1,
	template: 'chi-trac-nghiem',
	title: { vi: 'Chỉ thi trắc nghiệm', en: 'Quiz only' },
	parts: [{ ...knowledge, maxPoints: 10_000, scoring: { kind: 'fixed', points: 500 } }],
	tieBreaks: [{ kind: 'right-answers' }, { kind: 'answer-time' }],
	awards
};

export const ruleTemplates: Record<Rules['template'], Rules> = {
	'ba-phan': threeParts,
	'kien-thuc-thuyet-trinh': knowledgeAndPresentation,
	'chi-trac-nghiem': quizOnly
};
