// How an address names the stage of a part, where the rules have several; it must not know pages.
import type { PartCode } from '#lib/contest/ids.ts';
import type { Rules } from '#lib/contest/rules/rules.ts';

/** `?stage=CK`; empty where there is nothing to choose. */
export function stageSearch({ stages }: Rules, part: PartCode): string {
	const stage = stages.find(({ parts }) => parts.some(({ code }) => code === part));
	return stage && stages.length > 1 ? `?stage=${encodeURIComponent(stage.code)}` : '';
}
