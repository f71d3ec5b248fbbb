// A contest whose sheets may all be marked, a real server before it, judges with sessions, and a trigger that notes every state a sheet ever had.
import { startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { openApp, type App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { hashSecret, makeSecret } from '../../src/lib/server/secrets.ts';
import { sessionCookie } from '../../src/lib/server/sessions.ts';
import { insertAccount } from '../../src/lib/server/stores/accounts.ts';
import { insertSession } from '../../src/lib/server/stores/sessions.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { ContestPlan } from '../browser/contest-plan.ts';
import { freshDatabase } from '../server/fresh-database.ts';
import { ok } from '../server/setup-world.ts';

export interface MarkingJudge {
	id: string;
	code: string;
	/** Turns this judge marks. */
	turnIds: string[];
	/** A session of another device each time. */
	cookie(): Promise<string>;
}

export interface MarkingWorld {
	app: App;
	node: ServerProcess;
	contestId: string;
	judges: MarkingJudge[];
	close(): Promise<void>;
}

const dayMs = 86_400_000;

export async function markingWorld(contestants: number): Promise<MarkingWorld> {
	const fresh = await freshDatabase();
	const app = await openApp(readConfig({ DATABASE_URL: fresh.url }), makeLog('silent'));
	const { sql, drizzle } = app.database;
	const owner = fresh.owner.sql;
	const account = await insertAccount(drizzle, { login: 'to-chuc', displayName: 'Người tổ chức', passwordHash: '' });
	const founder = {
		kind: 'staff' as const,
		accountId: account?.id ?? '',
		name: 'Người tổ chức',
		isFounder: true,
		roles: {}
	};
	const contest = await new ContestPlan(app, founder, { template: 'ba-phan' }, () => {})
		.sample()
		.keeping(contestants)
		.lots();
	const turns = await sql<{ id: string }[]>`select id from turn where contest_id = ${contest.id} order by position`;
	for (const { id: turnId } of turns)
		for (const command of ['call', 'step-on-stage', 'start', 'end'])
			ok(await runTurn(app, contest.organiser, { contestId: contest.id, turnId, command: { do: command } }));
	await owner`create table stored_state (
		number bigint generated always as identity, turn_id uuid, judge_id uuid, version int, operation uuid, marks jsonb, comments jsonb)`;
	await owner`grant select on stored_state to public`;
	await owner`create function note_state() returns trigger language plpgsql security definer as $$ begin
		insert into stored_state (turn_id, judge_id, version, operation, marks, comments)
		values (new.turn_id, new.judge_id, new.version, new.operation, new.marks, new.comments); return new; end $$`;
	await owner`create trigger note_state after insert or update of version on scoresheet for each row execute function note_state()`;
	const people = await sql<{ id: string; code: string; account: string }[]>`
		select id, code, account_id as account from judge where contest_id = ${contest.id} order by code`;
	const node = await startServerProcess({ DATABASE_URL: fresh.url, LOG_LEVEL: 'silent' });
	return {
		app,
		node,
		contestId: contest.id,
		judges: people.map(({ id, code, account: accountId }) => ({
			id,
			code,
			turnIds: turns.map((turn) => turn.id),
			async cookie() {
				const secret = makeSecret();
				const until = new Date(Date.now() + dayMs);
				await insertSession(drizzle, { id: hashSecret(secret), accountId, expiresAt: until, endsAt: until });
				return `${sessionCookie(false).name}=${secret}`;
			}
		})),
		async close() {
			node.process.kill('SIGKILL');
			await app.close();
			await fresh.drop();
		}
	};
}
