// Frozen lists, what was drawn from them and the running order they make: the only SQL about them; it must not know how lots are drawn.
import { and, asc, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { FrozenList } from '../../contest/drawing.ts';
import type { ContestantId, ContestId, GroupCode, StageCode } from '../../contest/ids.ts';
import type { Draw } from '../../contest/record/draw.ts';
import { draw, drawing, frozenList, scoresheet, turn, type LotsKind } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export async function insertDraw(db: Queryable, values: typeof draw.$inferInsert): Promise<void> {
	await db.insert(draw).values(values);
}

export interface FrozenRow {
	id: string;
	kind: LotsKind;
	/** The session it is for stands in the list. */
	stage: StageCode;
	among: 'present' | 'competing' | null;
	list: FrozenList;
	commitment: string;
	reason: string;
	frozenAt: Date;
	/** Null until the witnesses have spoken. */
	draw: Draw | null;
	drawnAt: Date | null;
}

/** All lists that were frozen, the newest first, with what was drawn from them. */
export async function readFrozenLists(db: Queryable, contestId: ContestId): Promise<FrozenRow[]> {
	const rows = await db
		.select({ frozenList, drawing })
		.from(frozenList)
		.leftJoin(drawing, eq(drawing.frozenListId, frozenList.id))
		.where(eq(frozenList.contestId, contestId))
		.orderBy(desc(frozenList.madeAt), desc(frozenList.id));
	return rows.map(({ frozenList: { madeAt: frozenAt, ...frozen }, drawing: drawn }) => ({
		...frozen,
		frozenAt,
		draw: drawn?.document ?? null,
		drawnAt: drawn?.madeAt ?? null
	}));
}

export async function insertFrozenList(db: Queryable, values: typeof frozenList.$inferInsert): Promise<void> {
	await db.insert(frozenList).values(values);
}

export async function insertDrawing(db: Queryable, values: typeof drawing.$inferInsert): Promise<void> {
	await db.insert(drawing).values(values);
}

/** A whole stage, or one session of it. */
export interface DrawPlace {
	stage: StageCode;
	session: GroupCode | null;
}

/** A draw of the whole stage is one of each of its sessions too. */
export function isSamePlace(drawn: DrawPlace, place: DrawPlace): boolean {
	if (drawn.stage !== place.stage) return false;
	return drawn.session === null || place.session === null || drawn.session === place.session;
}

function isAt({ stage, session }: DrawPlace) {
	return and(eq(turn.stage, stage), session === null ? undefined : eq(turn.session, session));
}

/** Turns of a stage, or of one of its sessions, in running order. */
export async function readOrder(db: Queryable, contestId: ContestId, place: DrawPlace): Promise<OrderedTurn[]> {
	return db
		.select({
			id: turn.id,
			contestantId: turn.contestantId,
			session: turn.session,
			topicId: turn.topicId,
			situationId: turn.situationId
		})
		.from(turn)
		.where(and(eq(turn.contestId, contestId), isAt(place)))
		.orderBy(asc(turn.position));
}

export interface OrderedTurn {
	id: string;
	contestantId: ContestantId;
	session: GroupCode | null;
	topicId: string | null;
	situationId: string | null;
}

/**
 * Whether anybody has been called to the stage or marked, there or anywhere in the contest: from then on order, lots and
 * rubrics stay as they are.
 */
export async function anyTurnBegun(db: Queryable, contestId: ContestId, place?: DrawPlace): Promise<boolean> {
	const rows = await db
		.select({ id: turn.id })
		.from(turn)
		.leftJoin(scoresheet, eq(scoresheet.turnId, turn.id))
		.where(
			and(eq(turn.contestId, contestId), place && isAt(place), or(ne(turn.status, 'waiting'), isNotNull(scoresheet.id)))
		)
		.limit(1);
	return rows.length > 0;
}

/**
 * Replaces the running order of a stage or of one of its sessions; topics and situations already drawn stay with their
 * contestants. `sessions` in their order: the turns of the stage are then counted through, session by session.
 */
export async function replaceOrder(
	db: Queryable,
	contestId: ContestId,
	place: DrawPlace,
	turns: { contestantId: ContestantId; session: GroupCode | null }[],
	sessions: GroupCode[]
): Promise<void> {
	const before = new Map((await readOrder(db, contestId, place)).map((row) => [row.contestantId, row]));
	await db.delete(turn).where(and(eq(turn.contestId, contestId), isAt(place)));
	const kept = await readOrder(db, contestId, { ...place, session: null });
	if (turns.length > 0)
		await db.insert(turn).values(
			turns.map(({ contestantId, session }, index) => ({
				contestId,
				contestantId,
				stage: place.stage,
				session,
				// Below zero until all of the stage is counted through: no two turns may ever stand at one place.
				position: -1 - kept.length - index,
				topicId: before.get(contestantId)?.topicId ?? null,
				situationId: before.get(contestantId)?.situationId ?? null
			}))
		);
	await countThrough(db, contestId, place.stage, sessions);
}

async function countThrough(
	db: Queryable,
	contestId: ContestId,
	stage: StageCode,
	sessions: GroupCode[]
): Promise<void> {
	const here = and(eq(turn.contestId, contestId), eq(turn.stage, stage));
	const rows = await db
		.select({ id: turn.id, session: turn.session, position: turn.position })
		.from(turn)
		.where(here)
		.orderBy(asc(sql`abs(${turn.position})`));
	const ordered = [...sessions, null].flatMap((session) => rows.filter((row) => row.session === session));
	if (ordered.length === 0) return;
	const places = sql.join(
		ordered.map(({ id }, index) => sql`(${id}::uuid, ${index + 1}::int)`),
		sql`, `
	);
	await db.execute(
		sql`update turn set position = -100000 - places.place from (values ${places}) as places (turn, place) where turn.id = places.turn`
	);
	await db
		.update(turn)
		.set({ position: sql`-100000 - ${turn.position}` })
		.where(here);
}

/** Gives each turn its lot, in one statement. */
export async function assignLots(
	db: Queryable,
	contestId: ContestId,
	kind: 'topics' | 'situations',
	lots: { turnId: string; lotId: string }[]
): Promise<void> {
	if (lots.length === 0) return;
	const column = kind === 'topics' ? sql`topic_id` : sql`situation_id`;
	const pairs = sql.join(
		lots.map(({ turnId, lotId }) => sql`(${turnId}::uuid, ${lotId}::uuid)`),
		sql`, `
	);
	await db.execute(
		sql`update turn set ${column} = lots.lot from (values ${pairs}) as lots (turn, lot) where turn.id = lots.turn and turn.contest_id = ${contestId}`
	);
}
