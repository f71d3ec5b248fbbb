// What the run sheet says about the state of the preparations, and how much stands in the way.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { openDifferences } from '#lib/server/views/differences-desk.ts';
import { readPreflight } from '#lib/server/views/preflight-report.ts';
import { readPreparation } from '#lib/server/views/preparation.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const preparation = await readPreparation(locals.app, locals.seat, params.contest);
	if (isRefusal(preparation)) stopWith(preparation, locals.language);
	const preflight = await readPreflight(locals.app, locals.seat, params.contest);
	if (isRefusal(preflight)) stopWith(preflight, locals.language);
	const differences = await openDifferences(locals.app, locals.seat, params.contest);
	const { open, shortParts } = preflight;
	return { preparation, openProblems: open.length, shortParts, differences };
};
