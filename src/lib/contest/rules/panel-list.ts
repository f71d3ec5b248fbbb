// The panels judges can sit in, by the rules; it must not know any judge.
import type { Bilingual, PanelCode, PartCode } from '../ids.ts';
import type { Panel } from './panels.ts';
import { isJudged, type JudgedPart } from './parts.ts';
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

/** The panel of that code where it marks that part. */
export function panelAt(
	rules: Rules,
	place: { part: PartCode; panel: PanelCode }
): { part: JudgedPart; panel: Panel } | null {
	const part = allParts(rules)
		.filter(isJudged)
		.find(({ code }) => code === place.part);
	const panel = part?.panels.find(({ code }) => code === place.panel);
	return part && panel ? { part, panel } : null;
}
