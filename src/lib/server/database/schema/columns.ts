// Columns many tables have; it must not know any table.
import { sql } from 'drizzle-orm';
import { timestamp, uuid } from 'drizzle-orm/pg-core';

export const id = () =>
	uuid()
		.primaryKey()
		.default(sql`uuidv7()`);

export const at = (name?: string) =>
	name ? timestamp(name, { withTimezone: true }) : timestamp({ withTimezone: true });

export const madeAt = () =>
	at('made_at')
		.notNull()
		.default(sql`now()`);
