// The list lots are drawn from, made from the contest as it is now: at the freeze, and again to see that nothing has changed; it must not draw.
import type { FrozenList } from '../../contest/drawing.ts';
import { areSlotsPossible } from '../../contest/drawing.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { FrozenRow } from '../stores/draws.ts';
import { readSituations, readTopics } from '../stores/bank.ts';
import { readOrder } from '../stores/draws.ts';
import { readContestants } from '../stores/people.ts';
import type { Change } from './change-contest.ts';

export interface ListWish {
	kind: FrozenRow['kind'];
	/** Whose order; null for those who have checked in, or everybody when nobody has. */
	among: FrozenRow['among'];
	unitsApart: boolean;
	/** Places kept for special cases. */
	slots: { number: string; place: number }[];
}

type Place = Pick<Change, 'db' | 'contest'>;

/** As the minutes call what is drawn. */
const titles: Record<FrozenRow['kind'], string> = {
	order: 'Thứ tự dự thi',
	topics: 'Chuyên đề',
	situations: 'Tình huống'
};

export async function listToDraw(place: Place, wish: ListWish): Promise<Pick<FrozenRow, 'among' | 'list'> | Refusal> {
	return wish.kind === 'order' ? orderList(place, wish) : ticketList(place, wish.kind);
}

/** What was wished when the list was frozen. */
export function wishOf({ kind, among, list }: FrozenRow): ListWish {
	return {
		kind,
		among,
		unitsApart: list.constraints.unitsApart,
		slots: list.items.flatMap(({ id, slot }) => (slot === null ? [] : [{ number: id, place: slot }]))
	};
}

async function orderList(
	{ db, contest }: Place,
	{ kind, among, unitsApart, slots }: ListWish
): Promise<Pick<FrozenRow, 'among' | 'list'> | Refusal> {
	const competing = (await readContestants(db, contest.id)).filter(({ status }) => status === 'competing');
	const present = competing.filter(({ checkedInAt }) => checkedInAt !== null);
	const whose = among ?? (present.length > 0 ? 'present' : 'competing');
	const people = whose === 'present' ? present : competing;
	if (people.length === 0) return refuse('lots/nothing-to-draw');
	const placeOf = new Map(slots.map(({ number, place }) => [number, place]));
	const items = people.map(({ number, unitCode }) => ({
		id: number,
		unit: unitCode,
		slot: placeOf.get(number) ?? null
	}));
	const kept = items.filter(({ slot }) => slot !== null).length;
	if (kept !== slots.length || !areSlotsPossible(items)) return refuse('lots/slot-not-possible', {}, 'slots');
	const list: FrozenList = {
		title: titles[kind],
		kind: 'order',
		session: null,
		items,
		tickets: [],
		constraints: { unitsApart }
	};
	return { among: whose, list };
}

async function ticketList(
	{ db, contest }: Place,
	kind: 'topics' | 'situations'
): Promise<Pick<FrozenRow, 'among' | 'list'> | Refusal> {
	const order = await readOrder(db, contest.id);
	const tickets = kind === 'topics' ? await readTopics(db, contest.id) : await readSituations(db, contest.id);
	if (order.length === 0 || tickets.length === 0) return refuse('lots/nothing-to-draw');
	const numbers = new Map((await readContestants(db, contest.id)).map(({ id, number }) => [id, number]));
	const list: FrozenList = {
		title: titles[kind],
		kind: 'tickets',
		session: null,
		items: order.map(({ contestantId }) => ({ id: numbers.get(contestantId) ?? '', unit: null, slot: null })),
		tickets: tickets.map(({ code }) => code),
		constraints: { unitsApart: false }
	};
	return { among: null, list };
}
