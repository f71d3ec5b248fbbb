// What the projector shows: follow the contest, nothing, standings, or the ceremony one place at a time.
import { z } from 'zod';
import { ceremonyView, nextCeremonyStep } from '../../contest/ceremony.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { computeResult } from '../../contest/result/compute.ts';
import { currentTables, standingTables } from '../../contest/standing-table.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { updateContest, type ContestRow } from '../stores/contests.ts';
import { readLastCeremonyStep } from '../stores/hall-events.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';

type HallState = ContestRow['hall'];

const input = z.strictObject({
	contestId: z.uuid(),
	hall: z.union([
		z.strictObject({ show: z.enum(['live', 'blank', 'standings']) }),
		z.strictObject({ show: z.literal('ceremony'), step: z.int().min(0) })
	])
});

/**
 * Whoever directs the hall may blank it, follow the contest and step through a ceremony that is on. Only those who
 * publish results open standings or the ceremony, because both show points.
 */
export async function directHall(app: App, seat: Seat, given: unknown): Promise<Changed<HallState> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, 'hall');
	const { contestId, hall } = read.data;
	return changeContest(app, seat, { contestId, permission: 'hall:direct', staysPossible: true }, async (change) => {
		const opensPoints =
			hall.show === 'standings' || (hall.show === 'ceremony' && change.contest.hall.show !== 'ceremony');
		const refusal = opensPoints ? refuseUnless(seat, 'results:publish', contestId) : null;
		if (refusal) return refusal;
		const next = hall.show === 'ceremony' ? await ceremonyState(change, hall.step) : hall;
		if ('refused' in next) return next;
		await updateContest(change.db, contestId, { hall: next });
		change.record('hall-directed', { ...next });
		return next;
	});
}

/** R56: one step at a time; a ceremony that was left is taken up again no further than it had come. */
async function ceremonyState({ db, contest }: Change, step: number): Promise<HallState | Refusal> {
	const contestRecord = await readContestRecord(db, contest);
	const result = computeResult(contestRecord);
	if (result.missing.length > 0) return refuse('result/incomplete', { missing: result.missing.length, what: '' });
	const { steps } = ceremonyView(currentTables(standingTables(contestRecord, result)), 0);
	if (contest.hall.show === 'ceremony') {
		const next = nextCeremonyStep(Math.min(contest.hall.step, steps), step, steps);
		return next === null ? refuse('input/not-valid', {}, 'step') : { show: 'ceremony', step: next };
	}
	const reached = Math.min(await readLastCeremonyStep(db, contest.id), steps);
	return step > reached ? refuse('input/not-valid', {}, 'step') : { show: 'ceremony', step };
}
