// Extra time for one contestant, granted with a reason before a round and printed in the log; it holds for all rounds to come.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { saveExtra } from '../stores/extra-time.ts';
import { readContestants } from '../stores/people.ts';
import { readLiveRound } from '../stores/rounds.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

/** Three times the time in all. */
const mostPercent = 200;

const input = z.strictObject({
	contestId: z.uuid(),
	number: z.string().trim().min(1).max(20),
	/** 0 takes it back. */
	percent: z.int().min(0).max(mostPercent),
	reason: reasonText
});

/** R201. Refused while a round is live: nobody's time changes under the eyes of the others. */
export async function grantExtraTime(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ name: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, number, percent, reason } = read;
	return changeContest(app, seat, { contestId, permission: 'round:run' }, async ({ db, record }) => {
		if (await readLiveRound(db, contestId)) return refuse('round/another-is-live');
		const person = (await readContestants(db, contestId)).find((each) => each.number === number.toUpperCase());
		if (!person) return refuse('input/not-found', {}, 'number');
		await saveExtra(db, person.id, percent);
		record('extra-time-granted', { contestantId: person.id, number: person.number, percent, reason });
		return { name: person.fullName };
	});
}
