// The way round for answers when a socket stays silent: same use case, same operation, same receipt.
import { json } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { refusalAnswer, statusOf } from '#lib/server/refusal-answer.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';

export const POST = async ({ request, locals }) => {
	const arrivedAt = locals.app.clock.now();
	const input: unknown = await request.json().catch(() => null);
	const { seat } = locals;
	const decided = locals.app.meters.answerCame('http');
	const receipt = await submitAnswer(locals.app, seat, input, arrivedAt);
	decided(!isRefusal(receipt));
	if (!isRefusal(receipt) && seat.kind === 'contestant') locals.app.news.announceAnswer(seat.contestantId);
	return isRefusal(receipt)
		? json({ refused: refusalAnswer(receipt, locals.language) }, { status: statusOf(receipt.refused) })
		: json({ done: receipt });
};
