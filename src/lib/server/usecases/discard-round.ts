// Takes back a round that is only planned; its questions are free again.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { deletePlannedRound, readRoundPlans } from '../stores/round-setup.ts';
import { changeContest, type Changed } from './change-contest.ts';

const input = z.strictObject({ contestId: z.uuid(), roundId: z.uuid(), expectedVersion: z.number().int().optional() });

export async function discardRound(app: App, seat: Seat, given: unknown): Promise<Changed<null> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const { contestId, roundId, expectedVersion } = read.data;
	return changeContest(
		app,
		seat,
		{ contestId, permission: 'contest:edit', expectedVersion },
		async ({ db, record }) => {
			const plan = (await readRoundPlans(db, contestId)).find(({ id }) => id === roundId);
			if (!plan) return refuse('input/not-found');
			if (plan.phase !== 'planned') return refuse('round/not-now', { phase: plan.phase });
			await deletePlannedRound(db, roundId);
			record('round-discarded', { roundId, title: plan.title });
			return null;
		}
	);
}
