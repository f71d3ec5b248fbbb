// `hoithi backup` and `hoithi restore`: one checked file out, a new database in; never over an old one.
import { isRefusal } from '#lib/contest/refusal.ts';
import { migrationsFolder, openApp, openDatabaseOf } from '#lib/server/app.ts';
import { restoreBackup, writeBackup } from '#lib/server/backup.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeLog } from '#lib/server/log.ts';
import { refusalMessage } from '#lib/server/refusal-answer.ts';
import { appVersion } from '#lib/server/version.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Always true, or throws. */
export async function backup(file: string): Promise<boolean> {
	const app = await openApp(readConfig(process.env), makeLog('warn'));
	try {
		const before = performance.now();
		const written = await writeBackup(app.database.sql, file, { appVersion });
		say(`${file}: ${written.rows} dòng · rows, ${Math.round(performance.now() - before)} ms`);
		return true;
	} finally {
		await app.close();
	}
}

/** False when the file or the name is refused; then nothing has been made. */
export async function restore(file: string, into: string): Promise<boolean> {
	if (!/^[a-z][a-z0-9_]{0,62}$/.test(into)) {
		say('Tên cơ sở dữ liệu chỉ gồm chữ thường, số, gạch dưới. · A database name has lower-case letters, digits and _.');
		return false;
	}
	const { databaseUrl, ownerUrl, close } = await openDatabaseOf(readConfig(process.env), makeLog('warn'));
	try {
		const target = new URL(ownerUrl ?? databaseUrl);
		target.pathname = `/${into}`;
		const application = ownerUrl ? decodeURIComponent(new URL(databaseUrl).username) : undefined;
		const restored = await restoreBackup(file, target.href, { migrationsFolder, application });
		if (isRefusal(restored)) {
			for (const language of ['vi', 'en'] as const) say(refusalMessage(restored, language));
			return false;
		}
		say(`${into}: ${restored.rows} dòng · rows, ${restored.tables} bảng · tables, ${Math.round(restored.tookMs)} ms`);
		say('Khởi động máy chủ với cơ sở dữ liệu này: xem docs/backup.md · To start the server on it, see docs/backup.md');
		return true;
	} finally {
		await close();
	}
}
