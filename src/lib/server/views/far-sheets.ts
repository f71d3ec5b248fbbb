// Which sheets of a stage the rules find too far from the others (R125), as the result itself finds them; callers decide who may see it.
import type { ContestId } from '../../contest/ids.ts';
import type { ContestantNumber, JudgeCode } from '../../contest/record/record.ts';
import { absolute, compareRatios, minus } from '../../contest/ratio.ts';
import type { PanelScore } from '../../contest/result/result.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import type { Stage } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { readStandings } from './standings.ts';

/** Codes of judges by contestant number, over all parts and panels; nothing is computed where the rules look for no difference. */
export async function farSheets(
	app: App,
	contestId: ContestId,
	{ code, parts }: Stage
): Promise<Map<ContestantNumber, Set<JudgeCode>>> {
	const isLookedFor = parts.some((part) => isJudged(part) && part.panels.some(({ divergence }) => divergence !== null));
	const standings = isLookedFor ? await readStandings(app, contestId) : null;
	const rankings = standings?.result.stages.find(({ stage }) => stage === code)?.rankings ?? [];
	const far = new Map<ContestantNumber, Set<JudgeCode>>();
	for (const { contestant, score } of rankings.flatMap(({ places }) => places))
		for (const part of Object.values(score.parts))
			for (const panel of part?.detail.kind === 'judged' ? part.detail.panels : [])
				far.set(contestant, new Set([...(far.get(contestant) ?? []), ...farIn(panel)]));
	return far;
}

/** Those the finding names; where it names the whole panel, as a spread does, those furthest from the panel's value. */
function farIn({ divergence, sheets }: PanelScore): JudgeCode[] {
	if (!divergence || divergence.judges.length < sheets.length) return divergence?.judges ?? [];
	const distances = sheets.map(({ judge, total }) => ({ judge, distance: absolute(minus(total, divergence.before)) }));
	return distances
		.filter(({ distance }) => distances.every((other) => compareRatios(distance, other.distance) >= 0))
		.map(({ judge }) => judge);
}
