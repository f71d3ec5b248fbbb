// The panels judges can sit in, by the rules; it must not know any judge.
import type { Bilingual, PanelCode } from '../ids.ts';
import { isJudged } from './parts.ts';
import { allParts, type Rules } from './rules.ts';

/** Each code once, in the order of the parts, with the title it has there first. */
export function panelsOf(rules: Rules): { code: PanelCode; title: Bilingual }[] {
	const panels = allParts(rules)
		.filter(isJudged)
		.flatMap((part) => part.panels);
	const titleOf = new Map<PanelCode, Bilingual>();
	for (const { code, title } of panels) if (!titleOf.has(code)) titleOf.set(code, title);
	return [...titleOf].map(([code, title]) => ({ code, title }));
}
