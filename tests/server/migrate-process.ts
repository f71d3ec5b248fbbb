// A process of its own that migrates the database it is given; several are started at once by a test.
import postgres from 'postgres';
import { migrateDatabase } from '../../src/lib/server/database/migrate.ts';

const [, , url, folder] = process.argv;
if (!url || !folder) throw new Error('to be forked with a url and a folder');
const sql = postgres(url, { max: 1 });
await migrateDatabase(sql, folder);
await sql.end();
