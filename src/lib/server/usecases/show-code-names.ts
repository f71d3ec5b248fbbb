// Letting the projector show code names in place of numbers, names and units, and names again (R325).
import { z } from 'zod';
import { isRefusal, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { updateContest } from '../stores/contests.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';

const input = z.strictObject({ contestId: z.uuid(), shown: z.boolean() });

export async function showCodeNames(app: App, seat: Seat, given: unknown): Promise<Changed<null> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, shown } = read;
	const request = { contestId, permission: 'people:edit' as const, staysPossible: true as const };
	return changeContest(app, seat, request, async ({ db, record }) => {
		await updateContest(db, contestId, { codeNamesInHall: shown });
		record('code-names-shown', { shown });
		return null;
	});
}
