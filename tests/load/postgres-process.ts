// The processes of a Postgres on this machine, for signals and for its core; it must not know what is stored there.
import postgres from 'postgres';
import { childrenOf, parentOf } from './processes.ts';

/** The postmaster of the cluster at this address. */
export async function postmasterOf(url: string): Promise<number> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
		return parentOf(row?.pid ?? 0);
	} finally {
		await sql.end();
	}
}

/** Signals the postmaster and everything it has started. */
export function signalPostgres(postmaster: number, signal: NodeJS.Signals): void {
	for (const pid of [postmaster, ...childrenOf(postmaster)]) {
		try {
			process.kill(pid, signal);
		} catch {
			// It ended by itself in between.
		}
	}
}
