// What a store needs to run its queries: the pool or one transaction of it.
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type * as schema from '../database/schema.ts';

export type Queryable = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
