// `hoithi contest archive`: a whole contest as one ZIP, for who owns the machine; it prints no papers, and writes over no file.
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { isRefusal, type Refusal } from '#lib/contest/refusal.ts';
import { openApp, type App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeLog } from '#lib/server/log.ts';
import { refusalMessage } from '#lib/server/refusal-answer.ts';
import type { Seat } from '#lib/server/seat.ts';
import { archiveContest } from '#lib/server/usecases/archive-contest.ts';
import { contestArchive } from '#lib/server/views/contest-archive.ts';

const seat: Seat = { kind: 'house', name: 'command-line' };

/** False when it is refused; then no file is left. */
export async function archive(contestId: string, file: string): Promise<boolean> {
	const app = await openApp(readConfig(process.env), makeLog('warn'));
	try {
		const refusal = await writeArchive(app, contestId, file);
		if (!refusal) process.stdout.write(`${file}\n`);
		else for (const language of ['vi', 'en'] as const) process.stdout.write(`${refusalMessage(refusal, language)}\n`);
		return refusal === null;
	} finally {
		await app.close();
	}
}

export async function writeArchive(app: App, contestId: string, file: string): Promise<Refusal | null> {
	const target = await open(file, 'wx', 0o600);
	try {
		const taken = await archiveContest(app, seat, { contestId });
		const made = isRefusal(taken) ? taken : await contestArchive(app, seat, { taken, papers: null, language: 'vi' });
		if (!isRefusal(made)) {
			await pipeline(Readable.fromWeb(made.body as ReadableStream<Uint8Array>), target.createWriteStream());
			return null;
		}
		await rm(file);
		return made;
	} catch (error) {
		await rm(file, { force: true });
		throw error;
	} finally {
		await target.close();
	}
}
