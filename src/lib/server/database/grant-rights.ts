// Gives the application's role the rights of rights.ts and takes away what goes beyond; it must not know who that role is or what tables mean.
import type postgres from 'postgres';
import { rightsByTable } from './rights.ts';

type Connection = postgres.Sql | postgres.TransactionSql;

/** Reading is no danger to what is kept, and an administrator may have shut others out of the database. */
const neverTaken = /^(SELECT|USAGE|CONNECT) /;

/** Run by the owner after every migration, one process at a time. What is as it should be is left alone: it costs three questions. */
export async function grantRights(owner: postgres.Sql, role: string): Promise<void> {
	await owner.begin(async (sql) => {
		// Whoever owns the tables has every right on them; taking some away would lock them out of their own.
		if (await isOwner(sql, role)) return;
		const wanted = await wantedRights(sql);
		const granted = await readGranted(sql, role);
		const own = new Set(granted.filter(({ isPublic }) => !isPublic).map(({ right }) => right));
		for (const { right, isPublic, holder } of granted)
			if ((isPublic || !wanted.has(right)) && !neverTaken.test(right))
				await sql.unsafe(`revoke ${right} from ${holder}`);
		const [named] = await sql<{ quoted: string }[]>`select quote_ident(${role}) as quoted`;
		for (const right of wanted) if (!own.has(right)) await sql.unsafe(`grant ${right} to ${named?.quoted ?? ''}`);
	});
}

async function isOwner(sql: Connection, role: string): Promise<boolean> {
	const [found] = await sql`
		select from pg_roles r where rolname = ${role} and (rolsuper or exists (
			select from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(r.oid, c.relowner, 'MEMBER')))`;
	return found !== undefined;
}

/** As they stand between GRANT and TO: `UPDATE (marks) ON TABLE public.scoresheet`. */
export async function wantedRights(sql: Connection): Promise<Set<string>> {
	const relations = await sql<
		{ table: string; quoted: string; columns: Record<string, string>; isSequence: boolean }[]
	>`
		select c.relname as table, format('%I.%I', n.nspname, c.relname) as quoted, c.relkind = 'S' as "isSequence",
			(select jsonb_object_agg(attname, quote_ident(attname)) from pg_attribute where attrelid = c.oid and attnum > 0) as columns
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = 'public' and c.relkind in ('r', 'p', 'S') order by 1`;
	const wanted = relations.flatMap(({ table, quoted, columns, isSequence }) => {
		// A backup notes how far each has counted.
		if (isSequence) return [`SELECT ON SEQUENCE ${quoted}`];
		const { changes, mayRemove } = rightsByTable.get(table) ?? { changes: [], mayRemove: false };
		return [
			`SELECT ON TABLE ${quoted}`,
			`INSERT ON TABLE ${quoted}`,
			...changes.map((column) => `UPDATE (${columns[column] ?? column}) ON TABLE ${quoted}`),
			...(mayRemove ? [`DELETE ON TABLE ${quoted}`] : [])
		];
	});
	return new Set([
		'USAGE ON SCHEMA public',
		'USAGE ON SCHEMA drizzle',
		'SELECT ON TABLE drizzle.__drizzle_migrations',
		...wanted
	]);
}

interface Granted {
	right: string;
	/** Quoted, or PUBLIC: what everybody may, the role may too. */
	holder: string;
	isPublic: boolean;
}

async function readGranted(sql: Connection, role: string): Promise<Granted[]> {
	return sql<Granted[]>`
		with holder as (
			select oid, quote_ident(rolname) as holder from pg_roles where rolname = ${role} union all select 0, 'PUBLIC'
		), relation as (
			select c.oid, c.relacl, case c.relkind when 'S' then 'SEQUENCE' else 'TABLE' end || format(' %I.%I', n.nspname, c.relname) as name
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname in ('public', 'drizzle') and c.relkind in ('r', 'p', 'v', 'm', 'S')
		), object as (
			select name, relacl as acl, '' as columns from relation
			union all
			select name, attacl, format(' (%I)', attname) from relation join pg_attribute on attrelid = oid where attacl is not null
			union all
			select format('SCHEMA %I', nspname), nspacl, '' from pg_namespace where nspname in ('public', 'drizzle')
			union all
			select format('DATABASE %I', datname), coalesce(datacl, acldefault('d', datdba)), ''
			from pg_database where datname = current_database()
		)
		select privilege_type || columns || ' ON ' || name as right, holder, holder.oid = 0 as "isPublic"
		from object cross join aclexplode(acl) join holder on holder.oid = grantee`;
}
