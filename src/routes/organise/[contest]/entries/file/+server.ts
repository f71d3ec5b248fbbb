// Takes the bytes of one file as they come, for one contestant and one thing that is asked.
import { json } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { refusalAnswer, statusOf } from '#lib/server/refusal-answer.ts';
import { handInEntry } from '#lib/server/usecases/hand-in-entry.ts';

export const POST = async ({ request, locals, params, url }) => {
	const asked = {
		contestId: params.contest,
		requestId: url.searchParams.get('request'),
		contestantId: url.searchParams.get('contestant')
	};
	const file = {
		name: url.searchParams.get('name') ?? '',
		size: Number(request.headers.get('content-length') ?? 0),
		stream: request.body
	};
	const done = await handInEntry(locals.app, locals.seat, asked, file);
	if (isRefusal(done)) return json(refusalAnswer(done, locals.language), { status: statusOf(done.refused) });
	return json(done.result);
};
