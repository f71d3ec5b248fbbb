// The composition root: builds the one `App` that every use case and view receives; it must not know pages or sockets.
import { join, resolve } from 'node:path';
import type { Clock } from './clock.ts';
import { startDatabaseClock } from './clock.ts';
import type { Config } from './config.ts';
import { startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { migrateAsOwner, migrateDatabase, migrationsFolder } from './database/migrate.ts';
import { openDatabase, type Database } from './database/open-database.ts';
import type { Log } from './log.ts';
import { openMeters, type Meters } from './meters.ts';
import { openNewsDesk, type NewsDesk } from './news.ts';
import { openConverter, type OfficeConverter } from './printing/office-converter.ts';
import { openPrinter, type Printer } from './printing/printer.ts';

export interface App {
	config: Config;
	log: Log;
	database: Database;
	clock: Clock;
	news: NewsDesk;
	meters: Meters;
	/** Null where the machine has no Chromium: then browsers print. */
	printer: Printer | null;
	/** Null where the machine has no LibreOffice: then Word files are only saved. */
	office: OfficeConverter | null;
	/** URL of the database in use, of the role the house works as; a secret. */
	databaseUrl: string;
	/** Asks for a copy of the database soon; what does it is set by the house. */
	requestBackup(reason: string): void;
	/** Ends what this app started, the embedded database last. */
	close(): Promise<void>;
}

export { migrationsFolder };

export interface OpenedDatabase {
	database: Database;
	/** A secret. */
	databaseUrl: string;
	/** Of the owner of the tables; null when no other than that of `databaseUrl` is known. A secret. */
	ownerUrl: string | null;
	/** Ends the connections, then the embedded database if nobody else uses it. */
	close(): Promise<void>;
}

/** The database of `DATABASE_URL`, or the embedded one, started or adopted; as it is, without migrating it. */
export async function openDatabaseOf(config: Config, log: Log): Promise<OpenedDatabase> {
	const embedded = config.databaseUrl
		? null
		: await startEmbeddedPostgres({ directory: join(resolve(config.dataDirectory), 'postgres'), log });
	const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
	const ownerUrl = config.databaseOwnerUrl ?? embedded?.ownerUrl ?? null;
	const database = openDatabase({ url: databaseUrl });
	return {
		database,
		databaseUrl,
		ownerUrl,
		async close() {
			await database.close();
			await embedded?.stop();
		}
	};
}

/** Starts or adopts the database, migrates it and samples its clock. `clock` is given by tests that set the time. */
export async function openApp(config: Config, log: Log, given: { clock?: Clock } = {}): Promise<App> {
	const opened = await openDatabaseOf(config, log);
	const { database, databaseUrl, ownerUrl } = opened;
	try {
		if (ownerUrl) await migrateAsOwner(ownerUrl, migrationsFolder, database.sql);
		else await migrateDatabase(database.sql, migrationsFolder);
	} catch (error) {
		await opened.close();
		throw error;
	}
	const databaseClock = given.clock ? null : await startDatabaseClock(() => readDatabaseTime(database));
	const clock = given.clock ?? databaseClock;
	if (!clock) throw new Error('an app needs a clock');
	return {
		config,
		log,
		database,
		databaseUrl,
		clock,
		news: openNewsDesk(),
		meters: openMeters(),
		printer: openPrinter(config.chromiumPath),
		office: openConverter(config.officeConverter),
		requestBackup: () => {},
		async close() {
			databaseClock?.stop();
			await opened.close();
		}
	};
}

async function readDatabaseTime(database: Database): Promise<number> {
	const [row] = await database.sql<{ ms: number }[]>`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`;
	if (!row) throw new Error('the database gave no time');
	return row.ms;
}
