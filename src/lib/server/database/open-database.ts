// Opens the connections of one process: a pool for pages and use cases, one for plain SQL, one for answers; it must not know tables' meaning.
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema.ts';

export interface Database {
	/** Plain SQL for pages and use cases. Instants come as `Date`, counts (int8) as numbers. */
	sql: postgres.Sql<{ bigint: number }>;
	/** Typed queries over the answers' own pool, so that a slow report never stands in front of an answer. */
	answers: PostgresJsDatabase<typeof schema>;
	/** Typed queries of the stores. A pool of its own, because Drizzle changes how its client reads and writes instants and JSON. */
	drizzle: PostgresJsDatabase<typeof schema>;
	/** Lets running queries end for at most five seconds. */
	close(): Promise<void>;
}

interface Pool {
	max: number;
	maxPipeline: number;
	statementMs: number;
	lockMs: number;
	idleInTransactionMs: number;
	/** `force_generic_plan`: plans each text once for each connection. */
	planCacheMode: 'auto' | 'force_generic_plan';
}

/** 18 connections in all: five servers fit into the embedded database's 100. */
const pools = {
	use: {
		max: 10,
		maxPipeline: 20,
		statementMs: 15_000,
		lockMs: 5_000,
		idleInTransactionMs: 15_000,
		planCacheMode: 'auto'
	},
	plain: {
		max: 4,
		maxPipeline: 20,
		statementMs: 30_000,
		lockMs: 5_000,
		idleInTransactionMs: 30_000,
		planCacheMode: 'auto'
	},
	answers: {
		max: 4,
		maxPipeline: 4,
		statementMs: 3_000,
		lockMs: 2_000,
		idleInTransactionMs: 5_000,
		planCacheMode: 'force_generic_plan'
	}
} satisfies Record<string, Pool>;

export function openDatabase(given: { url: string; applicationName?: string }): Database {
	const name = given.applicationName ?? 'hoithi';
	const use = openPool(given.url, name, pools.use);
	const sql = openPool(given.url, name, pools.plain);
	const answers = openPool(given.url, name, pools.answers);
	return {
		sql,
		answers: drizzle(keepPrepared(answers), { schema }),
		drizzle: drizzle(use, { schema }),
		async close() {
			await Promise.all([use, sql, answers].map((pool) => pool.end({ timeout: 5 })));
		}
	};
}

/**
 * Drizzle asks for raw SQL to be planned anew each time. The answers' pool has a handful of them, asked thousands of times within one
 * second: planning the guarded insert anew costs as much as a third of running it.
 */
function keepPrepared<T extends postgres.Sql<{ bigint: number }>>(sql: T): T {
	const ask = sql.unsafe;
	sql.unsafe = (text, values, options) => ask(text, values, { ...options, prepare: true });
	return sql;
}

/** Numbers above 2^53 do not occur in the house: int8 holds counts and versions. */
const bigint = {
	to: 20,
	from: [20],
	serialize: (value: number) => String(value),
	parse: (text: string) => Number(text)
};

function openPool(url: string, name: string, pool: Pool): postgres.Sql<{ bigint: number }> {
	// The types of postgres.js do not know this option.
	const pipeline = { max_pipeline: pool.maxPipeline };
	return postgres(url, {
		...pipeline,
		max: pool.max,
		connect_timeout: 5,
		keep_alive: 15,
		backoff: (tries) => Math.min(2, 0.1 * 2 ** tries),
		onnotice: () => {},
		types: { bigint },
		connection: {
			application_name: name,
			statement_timeout: pool.statementMs,
			lock_timeout: pool.lockMs,
			idle_in_transaction_session_timeout: pool.idleInTransactionMs,
			plan_cache_mode: pool.planCacheMode
		}
	});
}
