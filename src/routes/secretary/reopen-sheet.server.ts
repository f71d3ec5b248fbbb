// What the pages that show sheets share about reopening a sheet: what it would do to the result, and the act itself.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith } from '#lib/server/refusal-answer.ts';
import { reopenScoresheet } from '#lib/server/usecases/reopen-scoresheet.ts';
import { setSigningPin } from '#lib/server/usecases/sign-with-pin.ts';
import { pinState } from '#lib/server/views/pin-state.ts';
import { reopenPreview } from '#lib/server/views/reopen-preview.ts';

/** Sheets by turn, with whether this person may open them. */
interface ShownSheets {
	contest: { id: string };
	rows: { turnId: string; cells: { judgeId: string; canReopen: boolean }[] }[];
}

/** Null while no sheet of the page is asked for, or it is not this person's to open. */
export async function reopening(locals: App.Locals, shown: ShownSheets, url: URL) {
	const [turnId, judgeId] = [url.searchParams.get('turn'), url.searchParams.get('judge')];
	const isSheet = shown.rows.some(
		(row) => row.turnId === turnId && row.cells.some((cell) => cell.judgeId === judgeId && cell.canReopen)
	);
	if (!isSheet || turnId === null || judgeId === null || locals.seat.kind !== 'staff') return null;
	const preview = await reopenPreview(locals.app, locals.seat, shown.contest.id, { turnId, judgeId });
	return isRefusal(preview) ? null : { ...preview, pin: await pinState(locals.app, locals.seat.accountId) };
}

export async function reopen(locals: App.Locals, contestId: string, form: FormData) {
	const [pin, password] = [form.get('pin') ?? '', form.get('password')];
	const set = password === null || (await setSigningPin(locals.app, locals.seat, { pin, password }));
	if (isRefusal(set)) return failWith(set, locals.language);
	const reopened = await reopenScoresheet(locals.app, locals.seat, {
		contestId,
		turnId: form.get('turnId'),
		judgeId: form.get('judgeId'),
		reason: form.get('reason'),
		pin
	});
	return isRefusal(reopened) ? failWith(reopened, locals.language) : { reopened: reopened.result };
}
