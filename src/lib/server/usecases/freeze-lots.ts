// Freezes the list lots will be drawn from and publishes its fingerprint, before anybody says a number (R64).
import { z } from 'zod';
import { commitmentOf, type FrozenList } from '../../contest/drawing.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { anyTurnBegun, insertFrozenList, isSamePlace, readFrozenLists } from '../stores/draws.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { drawPlace } from './draw-place.ts';
import { listToDraw } from './list-to-draw.ts';
import { firstField, lineText, optionalReason } from './setup-input.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	kind: z.enum(['order', 'topics', 'situations']),
	/** Code of the stage; when left out, the first that judges mark. */
	stage: z.string().max(40).optional(),
	/** Code of one session of it; when left out, the order of the whole stage is divided into its sessions evenly. */
	session: z.string().max(40).optional(),
	/** Whose order is drawn; when left out, those who have checked in, or everybody when nobody has. */
	among: z.enum(['present', 'competing']).nullable().default(null),
	unitsApart: z.boolean().default(true),
	/** Places of the order kept for special cases. */
	slots: z.array(z.strictObject({ number: lineText(30), place: z.number().int() })).default([]),
	/** Why a list is frozen again. */
	reason: optionalReason,
	expectedVersion: z.number().int().optional()
});

export interface Frozen {
	list: FrozenList;
	commitment: string;
}

/** Refused once anybody has been called; freezing again before that needs a reason. */
export async function freezeLots(app: App, seat: Seat, given: unknown): Promise<Changed<Frozen> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, reason, expectedVersion, stage, session, ...wish } = read.data;
	return changeContest(app, seat, { contestId, permission: 'lots:draw', expectedVersion }, async (change) => {
		const { db, contest, now, record } = change;
		const place = drawPlace(contest.rules, { stage, session });
		if (isRefusal(place)) return place;
		if (await anyTurnBegun(db, contestId, place)) return refuse('lots/already-drawn');
		const isAgain = (await readFrozenLists(db, contestId)).some(
			(each) => each.kind === wish.kind && isSamePlace({ stage: each.stage, session: each.list.session }, place)
		);
		if (isAgain && reason === '') return refuse('input/reason-needed', {}, 'reason');
		const made = await listToDraw(change, { ...wish, place });
		if (isRefusal(made)) return made;
		const { among, list } = made;
		const commitment = commitmentOf(list);
		await insertFrozenList(db, {
			contestId,
			kind: wish.kind,
			stage: place.stage,
			among,
			list,
			commitment,
			reason,
			madeAt: new Date(now)
		});
		record('lots-frozen', {
			draw: wish.kind,
			...place,
			commitment,
			items: list.items.length,
			...(reason ? { reason } : {})
		});
		return { list, commitment };
	});
}
