// Everything that stands in the way before the contest begins.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { readPreflight } from '#lib/server/views/preflight-report.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const preflight = await readPreflight(locals.app, locals.seat, params.contest);
	return isRefusal(preflight) ? stopWith(preflight, locals.language) : { preflight };
};
