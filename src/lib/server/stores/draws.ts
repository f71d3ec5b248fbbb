// Frozen lists, what was drawn from them and the running order they make: the only SQL about them; it must not know how lots are drawn.
import { and, asc, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { FrozenList } from '../../contest/drawing.ts';
import type { ContestantId, ContestId } from '../../contest/ids.ts';
import type { Draw } from '../../contest/record/draw.ts';
import { draw, drawing, frozenList, scoresheet, turn, type LotsKind } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export async function insertDraw(db: Queryable, values: typeof draw.$inferInsert): Promise<void> {
	await db.insert(draw).values(values);
}

export interface FrozenRow {
	id: string;
	kind: LotsKind;
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

/** Turns in running order. */
export async function readOrder(
	db: Queryable,
	contestId: ContestId
): Promise<{ id: string; contestantId: ContestantId; topicId: string | null; situationId: string | null }[]> {
	return db
		.select({ id: turn.id, contestantId: turn.contestantId, topicId: turn.topicId, situationId: turn.situationId })
		.from(turn)
		.where(eq(turn.contestId, contestId))
		.orderBy(asc(turn.position));
}

/** Whether anybody has been called to the stage or marked: from then on order, lots and rubrics stay as they are. */
export async function anyTurnBegun(db: Queryable, contestId: ContestId): Promise<boolean> {
	const rows = await db
		.select({ id: turn.id })
		.from(turn)
		.leftJoin(scoresheet, eq(scoresheet.turnId, turn.id))
		.where(and(eq(turn.contestId, contestId), or(ne(turn.status, 'waiting'), isNotNull(scoresheet.id))))
		.limit(1);
	return rows.length > 0;
}

/** Replaces the running order; topics and situations already drawn stay with their contestants. */
export async function replaceOrder(db: Queryable, contestId: ContestId, contestantIds: ContestantId[]): Promise<void> {
	const before = new Map((await readOrder(db, contestId)).map((row) => [row.contestantId, row]));
	await db.delete(turn).where(eq(turn.contestId, contestId));
	if (contestantIds.length === 0) return;
	await db.insert(turn).values(
		contestantIds.map((contestantId, index) => ({
			contestId,
			contestantId,
			position: index + 1,
			topicId: before.get(contestantId)?.topicId ?? null,
			situationId: before.get(contestantId)?.situationId ?? null
		}))
	);
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
