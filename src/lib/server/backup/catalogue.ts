// Which tables, columns and sequences a database has, asked of Postgres itself so that no list can fall behind; it must not know their meaning.
import type postgres from 'postgres';

export interface Table {
	/** Quoted, with its schema: goes into SQL as it is. */
	name: string;
	/** Quoted columns that carry data: generated ones are left to Postgres. */
	columns: string[];
	/** Quoted columns of the primary key: rows are copied in this order, so that equal data give equal bytes. */
	key: string[];
}

/** Any connection or transaction. */
export type Connection = postgres.Sql | postgres.TransactionSql;

/** All tables of schema `public`, each after those it refers to. */
export async function readTables(sql: Connection): Promise<Table[]> {
	const tables = await sql<(Table & { refersTo: string[] })[]>`
		select format('%I.%I', n.nspname, c.relname) as name,
			array(
				select quote_ident(attname) from pg_attribute
				where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
			) as columns,
			array(
				select quote_ident(a.attname) from pg_index i, unnest(i.indkey) with ordinality as k(attnum, place)
				join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
				where i.indrelid = c.oid and i.indisprimary order by k.place
			) as key,
			array(
				select distinct format('%I.%I', rn.nspname, r.relname) from pg_constraint f
				join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
				where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
			) as "refersTo"
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = 'public' and c.relkind = 'r' order by 1`;
	const ordered: Table[] = [];
	const seen = new Set<string>();
	const visit = (table: (typeof tables)[number]): void => {
		if (seen.has(table.name)) return;
		seen.add(table.name);
		for (const other of tables) if (table.refersTo.includes(other.name)) visit(other);
		ordered.push({ name: table.name, columns: table.columns, key: table.key });
	};
	for (const table of tables) visit(table);
	return ordered;
}

export async function readSequences(sql: Connection): Promise<{ sequence: string; value: string }[]> {
	return sql<{ sequence: string; value: string }[]>`
		select format('%I.%I', schemaname, sequencename) as sequence, last_value::text as value
		from pg_sequences where schemaname = 'public' and last_value is not null order by 1`;
}
