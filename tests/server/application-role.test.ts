// T-25, V13: what the role of the application may do with each table is what rights.ts says, tried out statement by statement (ADR 0020).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationRole } from '../../src/lib/server/database/embedded-role.ts';
import { grantRights } from '../../src/lib/server/database/grant-rights.ts';
import { migrateDatabase } from '../../src/lib/server/database/migrate.ts';
import { rightsByTable } from '../../src/lib/server/database/rights.ts';
import { readRolePowers } from '../../src/lib/server/database/role-powers.ts';
import { freshDatabase, migrationsFolder, type FreshDatabase } from './fresh-database.ts';

let fresh: FreshDatabase;
/** By name, with its columns. */
let tables: Map<string, string[]>;
/** Tables of which a trigger refuses every change or deletion, as the migrations have made them. */
let keptWhole: string[];
let keptRows: string[];

beforeAll(async () => {
	fresh = await freshDatabase();
	const { sql } = fresh.owner;
	const columns = await sql<{ table: string; columns: string[] }[]>`
		select relname as table, array_agg(attname::text order by attnum) as columns
		from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
		where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') group by 1`;
	tables = new Map(columns.map((row) => [row.table, row.columns]));
	const guards = await sql<{ table: string; guard: string }[]>`
		select tgrelid::regclass::text as table, proname as guard from pg_trigger join pg_proc on pg_proc.oid = tgfoid
		where not tgisinternal and tgtype & 8 = 8`;
	const by = (...names: string[]) => guards.filter(({ guard }) => names.includes(guard)).map(({ table }) => table);
	keptWhole = by('refuse_change');
	keptRows = [...keptWhole, ...by('guard_sheet', 'protect_proposal', 'protect_paper_sheet')];
});
afterAll(() => fresh.drop());

const denied = { code: '42501' };
const whyDenied = (statement: string) =>
	fresh.sql.unsafe(statement).then(
		() => `not refused: ${statement}`,
		(error: { code?: string }) => (error.code === denied.code ? null : `${error.code}: ${statement}`)
	);

/** The statements that were not refused as they should be. */
async function notDenied(statements: string[]): Promise<string[]> {
	return (await Promise.all(statements.map(whyDenied))).filter((why) => why !== null);
}

test('every table has its row in src/lib/server/database/rights.ts', () => {
	expect([...rightsByTable.keys()].sort()).toEqual([...tables.keys()].sort());
});

test('log, marks, answers and whatever else triggers keep are there, and their rows are never taken out nor, where whole, changed', () => {
	expect(keptWhole).toEqual(
		expect.arrayContaining(['contest_event', 'answer', 'paper_entry', 'decision', 'publication'])
	);
	expect(keptRows).toEqual(expect.arrayContaining(['scoresheet', 'proposal', 'paper_sheet']));
	expect(keptRows.filter((table) => rightsByTable.get(table)?.mayRemove)).toEqual([]);
	expect(keptWhole.filter((table) => rightsByTable.get(table)?.changes.length !== 0)).toEqual([]);
});

test('each column of each table is changed, and its rows taken out, only where rights.ts says so', async () => {
	const { sql } = fresh;
	const [allowed, refused]: [string[], string[]] = [[], []];
	for (const [table, columns] of tables) {
		const { changes = [], mayRemove = false } = rightsByTable.get(table) ?? {};
		for (const column of columns)
			(changes.includes(column) ? allowed : refused).push(`update ${table} set "${column}" = default where false`);
		(mayRemove ? allowed : refused).push(`delete from ${table} where false`);
		allowed.push(`select from ${table} where false`, `insert into ${table} select * from ${table} where false`);
	}
	const identity = `insert into answer overriding user value select * from answer where false`;
	for (const statement of allowed)
		await sql.unsafe(statement.startsWith('insert into answer') ? identity : statement).execute();
	expect(await notDenied(refused)).toEqual([]);
	expect(refused.length).toBeGreaterThan(200);
});

test('no table is emptied, altered, dropped, renamed, given away or freed of its triggers', async () => {
	const statements = [...tables.keys()].flatMap((table) => [
		`truncate ${table} cascade`,
		`alter table ${table} disable trigger all`,
		`alter table ${table} disable trigger user`,
		`alter table ${table} add column more int`,
		`alter table ${table} rename to other`,
		`alter table ${table} owner to ${applicationRole}`,
		`alter table ${table} set unlogged`,
		`alter table ${table} enable row level security`,
		`create trigger own before insert on ${table} for each row execute function refuse_change()`,
		`create rule own as on insert to ${table} do instead nothing`,
		`create index on ${table} ((1))`,
		`comment on table ${table} is 'x'`,
		`drop table ${table} cascade`
	]);
	expect(await notDenied(statements)).toEqual([]);
});

test('of what is only ever added no row is locked or taken over by a conflict, and no trigger can be dropped', async () => {
	const guards = await fresh.owner.sql<{ statement: string }[]>`
		select format('drop trigger %I on %s', tgname, tgrelid::regclass) as statement from pg_trigger where not tgisinternal
		union all
		select format('alter function %s owner to current_user', oid::regprocedure) from pg_proc where pronamespace = 'public'::regnamespace
		union all
		select format('drop function %s cascade', oid::regprocedure) from pg_proc where pronamespace = 'public'::regnamespace`;
	const taking = keptWhole.flatMap((table) => {
		const [column] = tables.get(table) ?? [];
		return [
			`select from ${table} for update`,
			`do 'begin lock table ${table} in access exclusive mode; end'`,
			`merge into ${table} using (select 1) on true when matched then delete`,
			`merge into ${table} using (select 1) on true when matched then update set "${column}" = default`
		];
	});
	expect(await notDenied([...guards.map(({ statement }) => statement), ...taking])).toEqual([]);
	expect(guards.length).toBeGreaterThan(30);
});

test.each([
	'set session_replication_role = replica',
	'set local session_replication_role = replica',
	"select set_config('session_replication_role', 'replica', false)",
	'create table own (n int)',
	'create table drizzle.own (n int)',
	// A table of this name would come before the real one wherever a guard looks.
	'create temporary table signing_pin (n int)',
	'create schema own',
	'create extension pg_trgm',
	'create function own() returns int language sql return 1',
	"create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
	'create role own',
	'create database own',
	'set role hoithi',
	'set session authorization hoithi',
	'alter role hoithi password null',
	`alter role ${applicationRole} superuser`,
	`grant pg_read_server_files to ${applicationRole}`,
	'alter system set fsync = off',
	"select pg_read_file('postgresql.conf')",
	"select pg_ls_dir('.')",
	"select lo_import('/etc/hostname')",
	"copy contest_event to program 'cat'",
	"copy contest_event from '/etc/hostname'",
	"copy contest to '/tmp/contest'",
	"select setval('answer_sequence_seq', 1)",
	"update drizzle.__drizzle_migrations set hash = ''",
	'delete from drizzle.__drizzle_migrations',
	"insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 1)"
])('beyond the tables: %s', async (statement) => {
	expect(await whyDenied(statement)).toBeNull();
});

describe('given by the owner', () => {
	const powers = () => readRolePowers(fresh.sql);

	test('the role has no more than it should, the owner is told apart', async () => {
		expect(await powers()).toEqual({ role: applicationRole, beyond: [] });
		expect(await readRolePowers(fresh.owner.sql)).toEqual({ role: 'hoithi', beyond: ['SUPERUSER'] });
	});

	test('what somebody has given it besides is told, and taken away at the next start; what everybody may write too', async () => {
		const { sql } = fresh.owner;
		const name = new URL(fresh.url).pathname.slice(1);
		await sql.unsafe(`grant truncate, trigger on contest_event to ${applicationRole}`);
		await sql.unsafe(`grant update (hash) on contest_event to ${applicationRole}`);
		await sql.unsafe('grant delete on scoresheet to public');
		await sql.unsafe('grant create on schema public to public');
		await sql.unsafe(`grant temporary on database ${name} to public`);
		expect((await powers()).beyond.sort()).toEqual([
			'CREATE ON SCHEMA public',
			'DELETE ON TABLE public.scoresheet',
			`TEMPORARY ON DATABASE ${name}`,
			'TRIGGER ON TABLE public.contest_event',
			'TRUNCATE ON TABLE public.contest_event',
			'UPDATE (hash) ON TABLE public.contest_event'
		]);
		await migrateDatabase(sql, migrationsFolder, applicationRole);
		expect((await powers()).beyond).toEqual([]);
	});

	test('a start with nothing to mend writes nothing', async () => {
		const { sql } = fresh.owner;
		const rows = () => sql`select oid, xmin from pg_class where relnamespace = 'public'::regnamespace order by oid`;
		const before = await rows();
		await grantRights(sql, applicationRole);
		expect(await rows()).toEqual(before);
	});

	test('a table that nobody has named is read and added to, no more', async () => {
		const { sql } = fresh.owner;
		await sql`create table unnamed (n int)`;
		await grantRights(sql, applicationRole);
		await fresh.sql`insert into unnamed values (1)`;
		expect(await fresh.sql`select n from unnamed`).toHaveLength(1);
		expect(await notDenied(['update unnamed set n = 2', 'delete from unnamed'])).toEqual([]);
		await sql`drop table unnamed`;
	});

	test('an owner who is given as the application keeps every right', async () => {
		const { sql } = fresh.owner;
		await grantRights(sql, 'hoithi');
		const [acl] = await sql`select relacl from pg_class where oid = 'scoresheet'::regclass`;
		expect(acl?.relacl).not.toContain('hoithi=ar/hoithi');
		await sql`delete from scoresheet where false`;
	});
});
