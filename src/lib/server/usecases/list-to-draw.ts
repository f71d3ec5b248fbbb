// The list lots are drawn from, made from the contest as it is now: at the freeze, and again to see that nothing has changed; it must not draw.
import type { FrozenList } from '../../contest/drawing.ts';
import { areSlotsPossible } from '../../contest/drawing.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { FrozenRow } from '../stores/draws.ts';
import { readSituations, readTopics } from '../stores/bank.ts';
import { readOrder, type DrawPlace } from '../stores/draws.ts';
import { readContestants } from '../stores/people.ts';
import { openForOrder, placeWords, type ContestNow } from './draw-place.ts';

export interface ListWish {
	kind: FrozenRow['kind'];
	place: DrawPlace;
	/** Whose order; null for those who have checked in, or everybody when nobody has. */
	among: FrozenRow['among'];
	unitsApart: boolean;
	/** Places kept for special cases. */
	slots: { number: string; place: number }[];
}

/** As the minutes call what is drawn. */
const titles: Record<FrozenRow['kind'], string> = {
	order: 'Thứ tự dự thi',
	topics: 'Chuyên đề',
	situations: 'Tình huống'
};

export async function listToDraw(
	now: ContestNow,
	wish: ListWish
): Promise<Pick<FrozenRow, 'among' | 'list'> | Refusal> {
	return wish.kind === 'order' ? orderList(now, wish) : ticketList(now, wish.place, wish.kind);
}

/** What was wished when the list was frozen. */
export function wishOf({ kind, stage, among, list }: FrozenRow): ListWish {
	return {
		kind,
		place: { stage, session: list.session },
		among,
		unitsApart: list.constraints.unitsApart,
		slots: list.items.flatMap(({ id, slot }) => (slot === null ? [] : [{ number: id, place: slot }]))
	};
}

async function orderList(
	now: ContestNow,
	{ kind, place, among, unitsApart, slots }: ListWish
): Promise<Pick<FrozenRow, 'among' | 'list'> | Refusal> {
	const competing = await openForOrder(now, place);
	if (isRefusal(competing)) return competing;
	const present = competing.filter(({ checkedInAt }) => checkedInAt !== null);
	const whose = among ?? (present.length > 0 ? 'present' : 'competing');
	const people = whose === 'present' ? present : competing;
	if (people.length === 0) return refuse('lots/nothing-to-draw');
	const slotOf = new Map(slots.map(({ number, place }) => [number, place]));
	const items = people.map(({ number, unitCode }) => ({
		id: number,
		unit: unitCode,
		slot: slotOf.get(number) ?? null
	}));
	const kept = items.filter(({ slot }) => slot !== null).length;
	if (kept !== slots.length || !areSlotsPossible(items)) return refuse('lots/slot-not-possible', {}, 'slots');
	const list: FrozenList = {
		title: titleOf(now, place, kind),
		kind: 'order',
		session: place.session,
		items,
		tickets: [],
		constraints: { unitsApart }
	};
	return { among: whose, list };
}

async function ticketList(
	now: ContestNow,
	place: DrawPlace,
	kind: 'topics' | 'situations'
): Promise<Pick<FrozenRow, 'among' | 'list'> | Refusal> {
	const { db, contest } = now;
	const order = await readOrder(db, contest.id, place);
	const tickets = kind === 'topics' ? await readTopics(db, contest.id) : await readSituations(db, contest.id);
	if (order.length === 0 || tickets.length === 0) return refuse('lots/nothing-to-draw');
	const numbers = new Map((await readContestants(db, contest.id)).map(({ id, number }) => [id, number]));
	const list: FrozenList = {
		title: titleOf(now, place, kind),
		kind: 'tickets',
		session: place.session,
		items: order.map(({ contestantId }) => ({ id: numbers.get(contestantId) ?? '', unit: null, slot: null })),
		tickets: tickets.map(({ code }) => code),
		constraints: { unitsApart: false }
	};
	return { among: null, list };
}

/** "Thứ tự dự thi · Chung khảo · Buổi sáng": stage and session are part of what is published. */
function titleOf({ contest }: ContestNow, place: DrawPlace, kind: FrozenRow['kind']): string {
	return [titles[kind], ...placeWords(contest.rules, place)].join(' · ');
}
