// What the role of a connection could do to the record beyond what the house needs of it; it must not know what is said about it.
import type postgres from 'postgres';
import { wantedRights } from './grant-rights.ts';

export interface RolePowers {
	role: string;
	/** In SQL's words, the mightiest first; empty for a role that can do no more than rights.ts says. */
	beyond: string[];
}

export async function readRolePowers(sql: postgres.Sql): Promise<RolePowers> {
	const [about] = await sql<{ role: string; isSuperuser: boolean; isOwner: boolean; attributes: string[] }[]>`
		select rolname as role, rolsuper as "isSuperuser",
			array_remove(array[
				case when rolcreaterole then 'CREATEROLE' end, case when rolcreatedb then 'CREATEDB' end,
				case when rolreplication then 'REPLICATION' end, case when rolbypassrls then 'BYPASSRLS' end
			], null) as attributes,
			exists (
				select from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where n.nspname in ('public', 'drizzle') and c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'MEMBER')
			) as "isOwner"
		from pg_roles where rolname = current_user`;
	if (!about) throw new Error('the database does not say who we are');
	const { role, attributes } = about;
	// Whoever is either may do all the rest.
	if (about.isSuperuser) return { role, beyond: ['SUPERUSER'] };
	if (about.isOwner) return { role, beyond: ['OWNER', ...attributes] };
	const wanted = await wantedRights(sql);
	const rights = await readEffective(sql);
	return { role, beyond: [...attributes, ...rights.filter((right) => !wanted.has(right))] };
}

/** Of itself, by another role it belongs to, or because everybody may. */
async function readEffective(sql: postgres.Sql): Promise<string[]> {
	const rows = await sql<{ right: string }[]>`
		with relation as (
			select c.oid, format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname in ('public', 'drizzle') and c.relkind in ('r', 'p')
		)
		select 'MEMBER OF ' || rolname as right from pg_roles where rolname <> current_user and pg_has_role(oid, 'MEMBER')
		union all
		select 'SET session_replication_role' where has_parameter_privilege('session_replication_role', 'SET')
		union all
		select may || ' ON DATABASE ' || current_database() from unnest(array['CREATE', 'TEMPORARY']) may
		where has_database_privilege(current_database(), may)
		union all
		select 'CREATE ON SCHEMA ' || nspname from pg_namespace where nspname !~ '^pg_' and has_schema_privilege(oid, 'CREATE')
		union all
		select may || ' ON TABLE ' || name from relation, unnest(array['INSERT', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) may
		where has_table_privilege(oid, may)
		union all
		select format('UPDATE (%I) ON TABLE %s', attname, name) from relation join pg_attribute on attrelid = relation.oid
		where attnum > 0 and not attisdropped and has_column_privilege(relation.oid, attnum, 'UPDATE')`;
	return rows.map(({ right }) => right);
}
