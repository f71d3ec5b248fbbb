// The running nodes as they tell of themselves: one row each, overwritten every few seconds; it must not know sockets.
import { lt, eq, sql } from 'drizzle-orm';
import { withDeadline } from '../with-deadline.ts';
import { node, type ConnectedLine } from '../database/schema.ts';
import type { Audience } from '../../contest/stage.ts';
import type { Queryable } from './queryable.ts';

export type { ConnectedLine };

export interface NodeRow {
	id: string;
	name: string;
	version: string;
	startedAt: Date;
	redis: 'none' | 'connected' | 'away';
	connections: Record<Audience, number>;
	contestants: ConnectedLine[];
}

const mostMs = 2_000;
/** A node speaks every two seconds; three words missed, and it counts as hanging or dead. */
export const heardWithinMs = 7_000;
/** A node that has told nothing for this long is gone for good; its row goes with the next word of another. */
const forgottenAfter = sql`clock_timestamp() - interval '1 minute'`;

/** Rejects when the database is silent for two seconds: the next word says the same. */
export async function saveNode(db: Queryable, row: NodeRow): Promise<void> {
	const seenAt = sql`clock_timestamp()`;
	const { id, ...told } = row;
	const write = async () => {
		await db
			.insert(node)
			.values({ id, ...told, seenAt })
			.onConflictDoUpdate({ target: node.id, set: { ...told, seenAt } });
		await db.delete(node).where(lt(node.seenAt, forgottenAfter));
	};
	await withDeadline(write(), mostMs);
}

export async function deleteNode(db: Queryable, id: string): Promise<void> {
	await withDeadline(db.delete(node).where(eq(node.id, id)), mostMs);
}

/** Oldest first; `silentMs` since its last word, by the database's clock. */
export async function readNodes(db: Queryable): Promise<(NodeRow & { silentMs: number })[]> {
	return db
		.select({
			id: node.id,
			name: node.name,
			version: node.version,
			startedAt: node.startedAt,
			redis: node.redis,
			connections: node.connections,
			contestants: node.contestants,
			silentMs: sql<number>`(extract(epoch from clock_timestamp() - ${node.seenAt}) * 1000)::float8`
		})
		.from(node)
		.orderBy(node.startedAt, node.id);
}
