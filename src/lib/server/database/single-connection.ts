// One more connection to the database of a pool, without the pool's deadlines: for migrations, backup and restore; it must not know why.
import postgres from 'postgres';

/** `database` names another database of the same server. The caller ends it. */
export function singleConnection(pool: postgres.Sql, given: { name: string; database?: string }): postgres.Sql {
	const { host, port, path, user, pass, ssl, database } = pool.options;
	return postgres({
		...(path ? { path: String(path) } : { host: host.map((name, at) => `${name}:${port[at] ?? 5432}`).join(',') }),
		user,
		password: pass ?? undefined,
		ssl,
		database: given.database ?? database,
		max: 1,
		max_lifetime: null,
		connect_timeout: 5,
		onnotice: () => {},
		connection: {
			application_name: given.name,
			statement_timeout: 0,
			lock_timeout: 0,
			idle_in_transaction_session_timeout: 0
		}
	});
}
