// Published draws and the running order they make: the only SQL about them; it must not know how lots are drawn.
import { and, asc, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { ContestantId, ContestId } from '../../contest/ids.ts';
import { draw, scoresheet, turn } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type DrawRow = typeof draw.$inferSelect;

/** All draws, the newest first; the newest of each kind is the one that counts. */
export async function readDraws(db: Queryable, contestId: ContestId): Promise<DrawRow[]> {
	return db.select().from(draw).where(eq(draw.contestId, contestId)).orderBy(desc(draw.madeAt), desc(draw.id));
}

export async function insertDraw(db: Queryable, values: typeof draw.$inferInsert): Promise<void> {
	await db.insert(draw).values(values);
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
