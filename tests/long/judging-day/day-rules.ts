// The rules of the day: one presentation in three sessions; 2,00 from the mean is talked over, 6,00 is marked by another judge.
import type { Rules } from '../../../src/lib/contest/rules/rules.ts';
import { differingRules } from '../../browser/differing-rules.ts';

export const sessions = [
	{ code: 'SANG', title: { vi: 'Buổi sáng', en: 'Morning' } },
	{ code: 'CHIEU', title: { vi: 'Buổi chiều', en: 'Afternoon' } },
	{ code: 'TOI', title: { vi: 'Buổi tối', en: 'Evening' } }
] as const;

export const part = 'TT';

export const dayRules: Rules = {
	...differingRules,
	stages: differingRules.stages.map((stage) => ({
		...stage,
		total: 5000,
		parts: stage.parts.filter(({ code }) => code === part),
		sessions: [...sessions],
		tieBreaks: [{ kind: 'share' }]
	}))
};
