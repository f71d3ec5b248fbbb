// Draws running order, topics or situations from a published seed; what was drawn stays in the record for good.
import { z } from 'zod';
import { assignWithoutReplacement, drawOrder, listHash } from '../../contest/lots.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readSituations, readTopics } from '../stores/bank.ts';
import { anyTurnBegun, assignLots, insertDraw, readDraws, readOrder, replaceOrder } from '../stores/draws.ts';
import { readContestants } from '../stores/people.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { optionalReason, seedText } from './setup-input.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	kind: z.enum(['order', 'topics', 'situations']),
	/** What the witnesses said, such as three numbers; published with the result. */
	seed: seedText,
	/** Whose order is drawn; when left out, those who have checked in, or everybody when nobody has. */
	among: z.enum(['present', 'competing']).optional(),
	/** Why it is drawn again. */
	reason: optionalReason,
	expectedVersion: z.number().int().optional()
});

export interface Drawn {
	/** Lines of the list, fixed before the draw: `number;unit` for the order, codes otherwise. */
	list: string[];
	/** Numbers in running order, or `number;code`. */
	outcome: string[];
	listHash: string;
}

/** Refused once anybody has been called; drawing again before that needs a reason. */
export async function drawLots(app: App, seat: Seat, given: unknown): Promise<Changed<Drawn> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success)
		return read.error.issues.some(({ path }) => path[0] === 'seed')
			? refuse('lots/seed-needed', {}, 'seed')
			: refuse('input/not-valid');
	const { contestId, kind, seed, among, reason, expectedVersion } = read.data;
	return changeContest(app, seat, { contestId, permission: 'lots:draw', expectedVersion }, async (change) => {
		const { db, record } = change;
		if (await anyTurnBegun(db, contestId)) return refuse('lots/already-drawn');
		const isAgain = (await readDraws(db, contestId)).some((draw) => draw.kind === kind);
		if (isAgain && reason === '') return refuse('input/reason-needed', {}, 'reason');
		const drawn = kind === 'order' ? await drawTheOrder(change, seed, among) : await drawTickets(change, seed, kind);
		if (isRefusal(drawn)) return drawn;
		await insertDraw(db, { contestId, kind, seed, ...drawn });
		record('lots-drawn', {
			draw: kind,
			seed,
			listHash: drawn.listHash,
			outcome: drawn.outcome,
			...(reason ? { reason } : {})
		});
		return drawn;
	});
}

async function drawTheOrder(
	{ db, contest }: Change,
	seed: string,
	among: 'present' | 'competing' | undefined
): Promise<Drawn | Refusal> {
	const competing = (await readContestants(db, contest.id)).filter(({ status }) => status === 'competing');
	const present = competing.filter(({ checkedInAt }) => checkedInAt !== null);
	const whose = among ?? (present.length > 0 ? 'present' : 'competing');
	const drawnFrom = whose === 'present' ? present : competing;
	if (drawnFrom.length === 0) return refuse('lots/nothing-to-draw');
	const list = drawnFrom.map(({ number, unitCode }) => `${number};${unitCode}`);
	const outcome = drawOrder(
		seed,
		drawnFrom.map(({ number, unitCode }) => ({ id: number, unit: unitCode }))
	);
	const ids = new Map(drawnFrom.map(({ number, id }) => [number, id]));
	await replaceOrder(
		db,
		contest.id,
		outcome.map((number) => ids.get(number) ?? '')
	);
	return { list, outcome, listHash: listHash(list) };
}

async function drawTickets(
	{ db, contest }: Change,
	seed: string,
	kind: 'topics' | 'situations'
): Promise<Drawn | Refusal> {
	const order = await readOrder(db, contest.id);
	const tickets = kind === 'topics' ? await readTopics(db, contest.id) : await readSituations(db, contest.id);
	if (order.length === 0 || tickets.length === 0) return refuse('lots/nothing-to-draw');
	const numbers = new Map((await readContestants(db, contest.id)).map(({ id, number }) => [id, number]));
	const list = tickets.map(({ code }) => code);
	const lots = assignWithoutReplacement(
		seed,
		order.map(({ contestantId }) => numbers.get(contestantId) ?? ''),
		list
	);
	const ticketIds = new Map(tickets.map(({ code, id }) => [code, id]));
	await assignLots(
		db,
		contest.id,
		kind,
		order.map(({ id }, index) => ({ turnId: id, lotId: ticketIds.get(lots[index]?.ticketId ?? '') ?? '' }))
	);
	return {
		list,
		outcome: lots.map(({ contestantId, ticketId }) => `${contestantId};${ticketId}`),
		listHash: listHash(list)
	};
}
