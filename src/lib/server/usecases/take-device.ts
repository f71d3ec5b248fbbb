// A contestant goes on answering on this device after another one had taken its place; the organisers can read it in the log.
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { sessionIdOf } from '../sessions.ts';
import { renewEpoch } from '../stores/devices.ts';
import { readContestant } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';

/** `secret` is that of the session's cookie. Older devices are refused from now on; what they have stored stays. */
export async function takeDevice(
	app: App,
	seat: Seat,
	secret: string | undefined
): Promise<Changed<{ epoch: number }> | Refusal> {
	if (seat.kind !== 'contestant' || !secret) return refuse('access/sign-in-needed');
	const { contestId, contestantId } = seat;
	return changeContest(app, seat, { contestId, permission: 'answers:submit' }, async ({ db, record }) => {
		const contestant = await readContestant(db, contestId, contestantId);
		if (!contestant) return refuse('input/not-found');
		const epoch = await renewEpoch(db, sessionIdOf(secret), contestantId);
		record('device-taken', { contestantId, number: contestant.number, epoch });
		return { epoch };
	});
}
