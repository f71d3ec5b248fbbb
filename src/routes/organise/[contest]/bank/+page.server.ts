// The bank: questions, topics, situations and rubrics; keys only when asked for.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { setupBank } from '#lib/server/views/setup-bank.ts';

export const load = async ({ locals, params, url, depends }) => {
	depends('hoithi:contest');
	const withKeys = url.searchParams.get('keys') === 'shown';
	const search = url.searchParams.get('q') ?? '';
	const bank = await setupBank(locals.app, locals.seat, params.contest, { withKeys, search });
	return isRefusal(bank) ? stopWith(bank, locals.language) : { bank, withKeys };
};
