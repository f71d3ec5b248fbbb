// What may be chosen from elsewhere in the rules, and codes that are still free; it must not know how anything is drawn.
import type { Bilingual } from '#lib/contest/ids.ts';
import { isJudged } from '#lib/contest/rules/parts.ts';
import { allParts, type Stage } from '#lib/contest/rules/rules.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Choice, Surroundings } from './field.ts';

interface Named {
	code: string;
	title: Bilingual;
}

/** "KT · Kiến thức", or the code alone where there is no title yet. */
export function nameOf({ code, title }: Named): string {
	const said = title[getLocale()] || title.vi || title.en;
	return said ? `${code} · ${said}` : code;
}

/** Awards are known by their names; their codes only tie the document together. */
export function titleOf({ code, title }: Named): string {
	return title[getLocale()] || title.vi || title.en || code;
}

const choices = (items: Named[]): Choice[] => items.map((item) => ({ value: item.code, label: nameOf(item) }));

const awardChoices = (items: Named[]): Choice[] => items.map((item) => ({ value: item.code, label: titleOf(item) }));

/** The stage the field stands in. */
function stageAround({ rules, way }: Surroundings): Stage | undefined {
	return way[0] === 'stages' ? rules.stages[Number(way[1])] : undefined;
}

export const stages = ({ rules }: Surroundings) => choices(rules.stages);
export const stagesBefore = ({ rules, way }: Surroundings) => choices(rules.stages.slice(0, Number(way[1])));
export const stageAfter = ({ rules, way }: Surroundings) =>
	choices(rules.stages.slice(Number(way[1]) + 1, Number(way[1]) + 2));
export const parts = (around: Surroundings) => choices(stageAround(around)?.parts ?? allParts(around.rules));
export const judgedParts = (around: Surroundings) => choices((stageAround(around)?.parts ?? []).filter(isJudged));
export const awards = ({ rules }: Surroundings) => awardChoices(rules.awards);
export const otherAwards = ({ rules, way }: Surroundings) =>
	awardChoices(rules.awards.filter((_, index) => index !== way[1]));

export const rubrics = (around: Surroundings): Choice[] =>
	around.rubrics.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));

/** Of the rubrics that are used in the stage; outside of stages, of all that are used. */
export function criteria(around: Surroundings): Choice[] {
	const used = (stageAround(around)?.parts ?? allParts(around.rules)).filter(isJudged).map(({ rubric }) => rubric);
	return around.rubrics
		.filter(({ code }) => used.includes(code))
		.flatMap((rubric) => rubric.criteria.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })));
}

/** The first value there is to choose, for a new item; empty where nothing is there yet. */
export const firstOf = (found: Choice[]) => String(found[0]?.value ?? '?');

/** How a code is offered; the code itself where it is not known. */
export const labelOf = (code: string, found: Choice[]) => found.find(({ value }) => value === code)?.label ?? code;

/** `KT`, else `KT2`, `KT3` … */
export function freeCode(wish: string, taken: { code: string }[]): string {
	const codes = new Set(taken.map(({ code }) => code));
	for (let number = 1; ; number++) {
		const code = number === 1 ? wish : `${wish}${number}`;
		if (!codes.has(code)) return code;
	}
}

/** A first code with its number: `B1`, `B2` … */
export function numberedCode(letter: string, taken: { code: string }[]): string {
	const codes = new Set(taken.map(({ code }) => code));
	for (let number = taken.length + 1; ; number++) if (!codes.has(letter + number)) return letter + number;
}
