// Running the presentations from the console: the run sheet, and one action for every step of a turn.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { runTurn } from '#lib/server/usecases/run-turn.ts';
import { turnBoard } from '#lib/server/views/turn-board.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const board = await turnBoard(locals.app, locals.seat, params.contest, url.searchParams.get('stage'));
	if (isRefusal(board)) stopWith(board, locals.language);
	return { board };
};

export const actions: Actions = {
	run: async ({ locals, params, request }) => {
		const form = await request.formData();
		const version = form.get('version');
		const ran = await runTurn(locals.app, locals.seat, {
			contestId: params.contest,
			turnId: form.get('turnId'),
			command: commandOf(form),
			...(version === null ? {} : { expectedVersion: Number(version) })
		});
		return isRefusal(ran) ? failWith(ran, locals.language) : { ran: ran.result };
	}
};

/** Fields of other commands are left out; what is missing or wrong is refused by the use case. */
function commandOf(form: FormData): Record<string, unknown> {
	const command: Record<string, unknown> = { do: form.get('do') };
	if (form.has('reason')) command.reason = form.get('reason');
	if (form.has('seconds')) command.ms = (Number(form.get('minutes') ?? 0) * 60 + Number(form.get('seconds'))) * 1000;
	return command;
}
