// Turns on the stage with the people and drawn subjects they belong to: the only SQL that moves a turn; lots are drawn elsewhere.
import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import type { ContestId, TurnId } from '../../contest/ids.ts';
import { contestant, situation, topic, turn, unit, type ContestantStatus } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type TurnRow = typeof turn.$inferSelect;

/** A turn as every reader needs it; instants are ms since the epoch. */
export interface TurnRecord {
	id: TurnId;
	/** Codes of the stage and of the session inside it. */
	stage: string;
	session: string | null;
	position: number;
	status: TurnRow['status'];
	calledAt: number | null;
	onStageAt: number | null;
	startedAt: number | null;
	endedAt: number | null;
	/** Incident time taken off the stopwatch. */
	removedMs: number;
	contestant: { id: string; number: string; fullName: string; status: ContestantStatus; codeName: string | null };
	unit: { id: string; code: string; name: string };
	topic: { id: string; code: string; title: string; hint: string } | null;
	situation: { id: string; code: string; text: string; pointsOfAnswer: string } | null;
}

/** All turns of the contest in running order, stage by stage. */
export async function readTurns(db: Queryable, contestId: ContestId): Promise<TurnRecord[]> {
	const rows = await db
		.select({ turn, contestant, unit, topic, situation })
		.from(turn)
		.innerJoin(contestant, eq(contestant.id, turn.contestantId))
		.innerJoin(unit, eq(unit.id, contestant.unitId))
		.leftJoin(topic, eq(topic.id, turn.topicId))
		.leftJoin(situation, eq(situation.id, turn.situationId))
		.where(eq(turn.contestId, contestId))
		.orderBy(asc(turn.position));
	return rows.map((row) => ({
		id: row.turn.id,
		stage: row.turn.stage,
		session: row.turn.session,
		position: row.turn.position,
		status: row.turn.status,
		calledAt: instant(row.turn.calledAt),
		onStageAt: instant(row.turn.onStageAt),
		startedAt: instant(row.turn.startedAt),
		endedAt: instant(row.turn.endedAt),
		removedMs: row.turn.removedMs,
		contestant: {
			id: row.contestant.id,
			number: row.contestant.number,
			fullName: row.contestant.fullName,
			status: row.contestant.status,
			codeName: row.contestant.codeName
		},
		unit: { id: row.unit.id, code: row.unit.code, name: row.unit.name },
		topic: row.topic && { id: row.topic.id, code: row.topic.code, title: row.topic.title, hint: row.topic.hint },
		situation: row.situation && {
			id: row.situation.id,
			code: row.situation.code,
			text: row.situation.text,
			pointsOfAnswer: row.situation.pointsOfAnswer
		}
	}));
}

function instant(at: Date | null): number | null {
	return at === null ? null : at.getTime();
}

/** The bare turn, only when it belongs to this contest. */
export async function readTurn(db: Queryable, contestId: ContestId, turnId: TurnId): Promise<TurnRow | null> {
	const [row] = await db
		.select()
		.from(turn)
		.where(and(eq(turn.contestId, contestId), eq(turn.id, turnId)));
	return row ?? null;
}

export async function updateTurn(
	db: Queryable,
	turnId: TurnId,
	values: Partial<Omit<typeof turn.$inferInsert, 'id' | 'contestId' | 'contestantId'>>
): Promise<void> {
	await db.update(turn).set(values).where(eq(turn.id, turnId));
}

/** Whether nobody of the turn's stage has been called yet, or everybody called has returned to the queue. */
export async function isFirstCall(db: Queryable, { contestId, stage }: TurnRow): Promise<boolean> {
	const [row] = await db
		.select({ id: turn.id })
		.from(turn)
		.where(and(eq(turn.contestId, contestId), eq(turn.stage, stage), notInArray(turn.status, ['waiting', 'absent'])))
		.limit(1);
	return !row;
}

/** The turn that is called, on stage or running, if any; there is never more than one. */
export async function readCurrentTurn(db: Queryable, contestId: ContestId): Promise<TurnRow | null> {
	const [row] = await db
		.select()
		.from(turn)
		.where(and(eq(turn.contestId, contestId), inArray(turn.status, ['called', 'on_stage', 'running'])))
		.orderBy(asc(turn.position))
		.limit(1);
	return row ?? null;
}
