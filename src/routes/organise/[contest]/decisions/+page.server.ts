// Decisions of two people: what is open and settled; preview, propose, confirm, and end without a decision.
import { fail } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, refusalAnswer, refusalMessage, stopWith } from '#lib/server/refusal-answer.ts';
import { confirmDecision } from '#lib/server/usecases/confirm-decision.ts';
import { previewDecision } from '#lib/server/usecases/preview-decision.ts';
import { proposeDecision } from '#lib/server/usecases/propose-decision.ts';
import { rejectDecision } from '#lib/server/usecases/reject-decision.ts';
import { decisionsDesk } from '#lib/server/views/decisions-desk.ts';
import { askedFrom } from './asked-from.ts';
import { decisionForms } from './decision-forms.ts';
import { parsedJson } from './parsed-json.ts';

export const load = async ({ locals, params, url, depends }) => {
	depends('hoithi:contest');
	const chosen = decisionForms.find((form) => form === url.searchParams.get('do')) ?? null;
	const question = url.searchParams.get('question');
	const keyOf = chosen === 'key' ? question : null;
	const desk = await decisionsDesk(locals.app, locals.seat, params.contest, { keyOf });
	if (isRefusal(desk)) stopWith(desk, locals.language);
	return {
		desk: {
			...desk,
			open: desk.open.map((proposal) => ({
				...proposal,
				refusal: proposal.refusal && refusalMessage(proposal.refusal, locals.language)
			}))
		},
		chosen,
		question,
		tie: Number(url.searchParams.get('tie') ?? 0)
	};
};

export const actions = {
	preview: async ({ request, locals, params }) => {
		const form = await request.formData();
		const reason = String(form.get('reason') ?? '');
		const given = { contestId: params.contest, asked: askedFrom(form), reason };
		const preview = await previewDecision(locals.app, locals.seat, given);
		return isRefusal(preview) ? failWith(preview, locals.language) : { preview };
	},
	propose: async ({ request, locals, params }) => {
		const form = await request.formData();
		const given = {
			contestId: params.contest,
			asked: parsedJson(form.get('asked')),
			reason: String(form.get('reason') ?? '')
		};
		const proposed = await proposeDecision(locals.app, locals.seat, { ...given, seen: form.get('seen') });
		if (!isRefusal(proposed)) return { done: 'proposed' as const };
		const preview =
			proposed.refused === 'decision/preview-changed' ? await previewDecision(locals.app, locals.seat, given) : null;
		if (!preview || isRefusal(preview)) return failWith(proposed, locals.language);
		return fail(409, { refusal: refusalAnswer(proposed, locals.language), preview });
	},
	confirm: async ({ request, locals, params }) => {
		const form = await request.formData();
		const confirmed = await confirmDecision(locals.app, locals.seat, {
			contestId: params.contest,
			proposalId: form.get('proposalId'),
			seen: form.get('seen')
		});
		if (isRefusal(confirmed)) return failWith(confirmed, locals.language);
		return { done: 'confirmed' as const, sequence: confirmed.result.sequence };
	},
	reject: async ({ request, locals, params }) => {
		const form = await request.formData();
		const ended = await rejectDecision(locals.app, locals.seat, {
			contestId: params.contest,
			proposalId: form.get('proposalId'),
			reason: form.get('reason')
		});
		return isRefusal(ended) ? failWith(ended, locals.language) : { done: ended.result.state };
	}
};
