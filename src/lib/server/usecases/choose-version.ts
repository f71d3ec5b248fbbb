// The organisers let another version count than the last one handed in, with a reason; what was handed in stays.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import {
	countingVersions,
	insertChoice,
	placeKey,
	readChoices,
	readRequests,
	readVersions
} from '../stores/entries.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({ contestId: z.uuid(), versionId: z.uuid(), reason: reasonText });

/** R275. What counts already is not chosen again. */
export async function chooseVersion(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ version: number }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, versionId, reason } = read;
	return changeContest(app, seat, { contestId, permission: 'entries:choose' }, async ({ db, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const [chosen] = await readVersions(db, contestId, { id: versionId });
		if (!chosen) return refuse('input/not-found');
		const { contestantId, requestId, number } = chosen;
		const counting = countingVersions(
			await readVersions(db, contestId, { contestantId }),
			await readChoices(db, contestId)
		);
		if (counting.get(placeKey(chosen))?.id === versionId) return refuse('input/already-exists');
		await insertChoice(db, {
			versionId,
			reason,
			chosenAt: new Date(now),
			chosenBy: seat.name,
			chosenByAccount: seat.accountId
		});
		const title = (await readRequests(db, contestId)).find(({ id }) => id === requestId)?.title ?? '';
		record('entry-chosen', { contestantId, title, version: number, reason });
		return { version: number };
	});
}
