// The machine the contest runs on, examined as the page opens; only for organisers.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { readMachineReport } from '#lib/server/views/machine-report.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:machine');
	const report = await readMachineReport(locals.app, locals.seat, params.contest, locals.language);
	return isRefusal(report) ? stopWith(report, locals.language) : { report };
};
