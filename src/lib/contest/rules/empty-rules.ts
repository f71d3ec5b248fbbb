// The rules of a contest that is written from nothing: nothing is asked, marked or given yet; it must not know any template.
import type { Rules } from './rules.ts';

export const emptyRules: Rules = {
	format: 2,
	title: { vi: 'Thể lệ hội thi', en: 'Rules of the contest' },
	reference: '',
	rounding: { mode: 'half-up', decimals: 2, at: 'part' },
	categories: [],
	clusters: [],
	stages: [],
	awards: [],
	awardCaps: [],
	nomination: null
};
