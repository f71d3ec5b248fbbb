// A lost slip or a dead phone: one new slip for one contestant; the old one and its sessions end at once.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { issueSlips, type PrintedSlip } from './issue-slips.ts';

const input = z.strictObject({ contestId: z.uuid(), contestantId: z.uuid() });

export async function replaceSlip(app: App, seat: Seat, given: unknown): Promise<PrintedSlip | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const { contestId, contestantId } = read.data;
	const issued = await issueSlips(app, seat, { contestId, who: [contestantId] });
	if (isRefusal(issued)) return issued;
	return issued.result[0] ?? refuse('input/not-found');
}
