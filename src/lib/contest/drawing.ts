// A drawing of lots in two steps: the list is frozen and its fingerprint published, then witnesses give the seed (R64–R67); it must not know who may draw.
import { canonical } from './event-chain.ts';
import { assignWithoutReplacement, drawOrder } from './lots.ts';
import type { Draw } from './record/draw.ts';
import { sha256 } from './sha256.ts';

/** What is fixed before anybody says a number. */
export type FrozenList = Pick<Draw, 'title' | 'kind' | 'session' | 'items' | 'tickets' | 'constraints'>;

/**
 * R64: SHA-256 of the canonical text (R70) of title, kind, session, items, tickets and constraints. From an exported draw:
 * `jq -jcS '{title,kind,session,items,tickets,constraints}' draw.json | sha256sum`.
 */
export function commitmentOf({ title, kind, session, items, tickets, constraints }: FrozenList): string {
	return sha256(canonical({ title, kind, session, items, tickets, constraints }));
}

/**
 * R65: SHA-256 of the commitment and, in their order, what the witnesses said, with the byte 0x1F between them:
 * `{ printf '%s' "$commitment"; printf '\037%s' 7 21 3; } | sha256sum`. Nobody knows it before the last one has spoken,
 * and nobody can change the list to suit it.
 */
export function seedOf(commitment: string, witnesses: Draw['witnesses']): string {
	return sha256([commitment, ...witnesses.map(({ said }) => said)].join('\u001f'));
}

/** The list drawn with what the witnesses said. `redrawReason`: why the list was frozen anew; null for the first. */
export function drawFrozen(list: FrozenList, witnesses: Draw['witnesses'], redrawReason: string | null): Draw {
	const commitment = commitmentOf(list);
	const seed = seedOf(commitment, witnesses);
	return { ...list, commitment, witnesses, seed, result: resultOf(list, seed), redrawReason };
}

/** R66: places that are kept are different ones among those there are. */
export function areSlotsPossible(items: FrozenList['items']): boolean {
	const slots = items.flatMap(({ slot }) => (slot === null ? [] : [slot]));
	const arePlaces = slots.every((slot) => Number.isInteger(slot) && slot >= 1 && slot <= items.length);
	return arePlaces && new Set(slots).size === slots.length;
}

/** What of a draw is not as the list and the witnesses make it; each is found by recomputing. */
export const drawFaults = ['slots', 'commitment', 'seed', 'result'] as const;
export type DrawFault = (typeof drawFaults)[number];

/** R67: empty when everything follows from the list and from what the witnesses said. */
export function faultsOf(draw: Draw): DrawFault[] {
	if (!areSlotsPossible(draw.items)) return ['slots'];
	const isRight: Record<Exclude<DrawFault, 'slots'>, boolean> = {
		commitment: draw.commitment === commitmentOf(draw),
		// Without a witness the seed was known when the list was frozen.
		seed: draw.witnesses.length > 0 && draw.seed === seedOf(draw.commitment, draw.witnesses),
		result: canonical(draw.result) === canonical(resultOf(draw, draw.seed))
	};
	return drawFaults.filter((fault) => fault !== 'slots' && !isRight[fault]);
}

function resultOf({ kind, items, tickets, constraints }: FrozenList, seed: string): Draw['result'] {
	const ids = items.map(({ id }) => id);
	if (kind === 'tickets')
		return assignWithoutReplacement(seed, ids, tickets).map(({ contestantId, ticketId }) => ({
			id: contestantId,
			ticket: ticketId
		}));
	const drawn = drawOrder(
		seed,
		items.map(({ id, unit, slot }) => ({
			id,
			unit: constraints.unitsApart ? (unit ?? undefined) : undefined,
			slot: slot ?? undefined
		}))
	);
	return drawn.map((id) => ({ id, ticket: null }));
}
