// Takes the bytes of one file a unit hands in for one of its contestants.
import { json } from '@sveltejs/kit';
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { refusalAnswer, statusOf } from '#lib/server/refusal-answer.ts';
import { handInEntry } from '#lib/server/usecases/hand-in-entry.ts';

export const POST = async ({ request, locals, url }) => {
	const { app, seat, language } = locals;
	const asked = {
		contestId: seat.kind === 'contact' ? seat.contestId : '',
		requestId: url.searchParams.get('request'),
		contestantId: url.searchParams.get('contestant')
	};
	const file = {
		name: url.searchParams.get('name') ?? '',
		size: Number(request.headers.get('content-length') ?? 0),
		stream: request.body
	};
	const done = seat.kind === 'contact' ? await handInEntry(app, seat, asked, file) : refuse('access/link-not-valid');
	if (isRefusal(done)) return json(refusalAnswer(done, language), { status: statusOf(done.refused) });
	return json(done.result);
};
