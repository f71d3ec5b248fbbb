// Gives the picture of one question to whoever sees the question now.
import { isRefusal } from '#lib/contest/refusal.ts';
import { refusalMessage, statusOf } from '#lib/server/refusal-answer.ts';
import { questionPicture } from '#lib/server/views/question-picture.ts';

export const GET = async ({ locals, params }) => {
	const picture = await questionPicture(locals.app, locals.seat, params.question);
	if (isRefusal(picture))
		return new Response(refusalMessage(picture, locals.language), {
			status: statusOf(picture.refused),
			headers: { 'cache-control': 'no-store' }
		});
	return new Response(picture.bytes, { headers: picture.headers });
};
