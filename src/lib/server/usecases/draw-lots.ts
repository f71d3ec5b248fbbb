// Draws running order, topics or situations from a frozen list with what the witnesses say; what was drawn stays in the record for good (R65, R67).
import { z } from 'zod';
import { commitmentOf, drawFrozen } from '../../contest/drawing.ts';
import type { Draw } from '../../contest/record/draw.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readSituations, readTopics } from '../stores/bank.ts';
import {
	anyTurnBegun,
	assignLots,
	insertDrawing,
	readFrozenLists,
	readOrder,
	replaceOrder,
	type DrawPlace,
	type FrozenRow
} from '../stores/draws.ts';
import { readContestants } from '../stores/people.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { drawPlace, sessionsOf } from './draw-place.ts';
import { listToDraw, wishOf } from './list-to-draw.ts';
import { lineText } from './setup-input.ts';

const witness = z.strictObject({
	name: lineText(100),
	said: z
		.string()
		.trim()
		.pipe(z.string().regex(/^\d{1,12}$/))
});
const input = z.strictObject({
	contestId: z.uuid(),
	kind: z.enum(['order', 'topics', 'situations']),
	/** As the list was frozen for. */
	stage: z.string().max(40).optional(),
	session: z.string().max(40).optional(),
	/** In the order in which they spoke; published with the result. */
	witnesses: z.array(witness).min(1).max(9),
	expectedVersion: z.number().int().optional()
});

/** Refused without a frozen list, when the list has changed since, and once anybody has been called. */
export async function drawLots(app: App, seat: Seat, given: unknown): Promise<Changed<Draw> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success)
		return read.error.issues.some(({ path }) => path[0] === 'witnesses')
			? refuse('lots/witness-needed', {}, 'witnesses')
			: refuse('input/not-valid');
	const { contestId, kind, witnesses, expectedVersion, ...wanted } = read.data;
	return changeContest(app, seat, { contestId, permission: 'lots:draw', expectedVersion }, async (change) => {
		const { db, contest, now, record } = change;
		const place = drawPlace(contest.rules, wanted);
		if (isRefusal(place)) return place;
		if (await anyTurnBegun(db, contestId, place)) return refuse('lots/already-drawn');
		const frozen = (await readFrozenLists(db, contestId)).find(
			(each) => each.kind === kind && each.stage === place.stage && each.list.session === place.session
		);
		if (!frozen || frozen.draw) return refuse('lots/not-frozen');
		const asItIsNow = await listToDraw(change, wishOf(frozen));
		if (isRefusal(asItIsNow) || commitmentOf(asItIsNow.list) !== frozen.commitment) return refuse('lots/list-changed');
		const draw = drawFrozen(frozen.list, witnesses, frozen.reason || null);
		await insertDrawing(db, { frozenListId: frozen.id, document: draw, madeAt: new Date(now) });
		if (kind === 'order') await setOrder(change, place, draw);
		else await handOutTickets(change, place, kind, draw);
		const { commitment, seed, result, redrawReason } = draw;
		const outcome = result.map(({ id, ticket }) => (ticket === null ? id : `${id};${ticket}`));
		record('lots-drawn', {
			draw: kind,
			...place,
			commitment,
			witnesses,
			seed,
			outcome,
			...(redrawReason ? { reason: redrawReason } : {})
		});
		return draw;
	});
}

/** Of a whole stage with sessions the order is divided evenly: the first places into the first session. */
async function setOrder({ db, contest }: Change, place: DrawPlace, { result }: Draw): Promise<void> {
	const ids = new Map((await readContestants(db, contest.id)).map(({ number, id }) => [number, id]));
	const sessions = sessionsOf(contest.rules, place);
	const into = place.session === null ? sessions : [place.session];
	await replaceOrder(
		db,
		contest.id,
		place,
		result.map(({ id }, at) => ({
			contestantId: ids.get(id) ?? '',
			session: into[Math.floor((at * into.length) / result.length)] ?? null
		})),
		sessions
	);
}

/** The items of the list are the running order, so that lots and turns go side by side. */
async function handOutTickets(
	{ db, contest }: Change,
	place: DrawPlace,
	kind: Exclude<FrozenRow['kind'], 'order'>,
	{ result }: Draw
): Promise<void> {
	const order = await readOrder(db, contest.id, place);
	const tickets = kind === 'topics' ? await readTopics(db, contest.id) : await readSituations(db, contest.id);
	const ticketIds = new Map(tickets.map(({ code, id }) => [code, id]));
	await assignLots(
		db,
		contest.id,
		kind,
		order.map(({ id }, at) => ({ turnId: id, lotId: ticketIds.get(result[at]?.ticket ?? '') ?? '' }))
	);
}
