// Reads the rows of a table as text in a fixed order and form, counted and hashed; it must not know files.
import { createHash } from 'node:crypto';
import type { Connection, Table } from './catalogue.ts';
import { countLines } from './count-lines.ts';
import type { TableContents } from './manifest.ts';

/** The same data must give the same bytes, whatever the server's settings are. */
const fixedForms = {
	timezone: 'UTC',
	datestyle: 'ISO, YMD',
	intervalstyle: 'postgres',
	bytea_output: 'hex',
	extra_float_digits: '1',
	statement_timeout: '0',
	idle_in_transaction_session_timeout: '0',
	client_encoding: 'UTF8'
};

/** For the transaction only. */
export async function fixForms(sql: Connection): Promise<void> {
	for (const [name, value] of Object.entries(fixedForms)) await sql`select set_config(${name}, ${value}, true)`;
}

const chunkBytes = 64 * 1024;

/** Yields the rows in large pieces; returns what they were. */
export async function* copyOut(sql: Connection, table: Table): AsyncGenerator<Buffer, TableContents> {
	const order = table.key.length > 0 ? ` order by ${table.key.join(', ')}` : '';
	const query = `copy (select ${table.columns.join(', ')} from ${table.name}${order}) to stdout`;
	const hash = createHash('sha256');
	let rows = 0;
	let waiting: Buffer[] = [];
	let waitingBytes = 0;
	const messages = await sql.unsafe(query).readable();
	for await (const message of messages) {
		const bytes = message as Buffer;
		rows += countLines(bytes);
		hash.update(bytes);
		waiting.push(bytes);
		waitingBytes += bytes.length;
		if (waitingBytes < chunkBytes) continue;
		yield Buffer.concat(waiting);
		waiting = [];
		waitingBytes = 0;
	}
	// postgres.js pauses its socket when this stream is full and forgets to go on when the rows end just then: we wake it.
	messages._read(0);
	if (waitingBytes > 0) yield Buffer.concat(waiting);
	return { table: table.name, rows, sha256: hash.digest('hex') };
}
