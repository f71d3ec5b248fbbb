// What each running node tells of itself every few seconds; nothing of a contest depends on it. The table is unlogged: a crash empties it.
import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Audience } from '../../../contest/stage.ts';
import { at } from './columns.ts';

/** A contestant connected to the node: contest, contestant, round trip of the last ping in ms. */
export type ConnectedLine = [contestId: string, contestantId: string, delayMs: number | null];

export const node = pgTable('node', {
	/** New at each start of the process. */
	id: uuid().primaryKey(),
	/** Machine and port, for people. */
	name: text().notNull(),
	version: text().notNull(),
	startedAt: at('started_at').notNull(),
	seenAt: at('seen_at').notNull(),
	redis: text().$type<'none' | 'connected' | 'away'>().notNull(),
	/** Connections by audience. */
	connections: jsonb().$type<Record<Audience, number>>().notNull(),
	contestants: jsonb().$type<ConnectedLine[]>().notNull()
});
