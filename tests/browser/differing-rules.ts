// Rules under which the sheets of the presentation are held together: 2,00 from the mean is talked over, 6,00 is marked once more.
import type { DivergenceLevel } from '../../src/lib/contest/rules/panels.ts';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';

const level = (points: number, action: DivergenceLevel['action']): DivergenceLevel => ({
	threshold: { kind: 'points', points },
	reached: 'above',
	action
});
const held = { metric: 'distance-to-mean' as const, levels: [level(200, 'consult'), level(600, 'extra-replaces')] };
const plain = ruleTemplates['ba-phan'];

export const differingRules: Rules = {
	...plain,
	stages: plain.stages.map((stage) => ({
		...stage,
		parts: stage.parts.map((part) =>
			'panels' in part
				? {
						...part,
						panels: part.panels.map((panel) => ({ ...panel, divergence: part.code === 'TT' ? held : null }))
					}
				: part
		)
	}))
};
