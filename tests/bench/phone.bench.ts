// `npm run bench -- phone 5 200`: the contestant's page on a slow phone and a weak line, in a real browser; then its memory over many questions.
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { startEmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { chromium as installedChromium, chromiumFlags, findProgram } from '../machine/programs.ts';
import { prepareHall, type Hall } from '../load/hall.ts';
import { quantile } from '../load/quantile.ts';
import type { Bench } from './bench.ts';
import { useOneQuestion } from './one-question.ts';
import { tapAndWatch } from './tap-and-watch.ts';

const slowDown = 4;
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const readAt = [20, 100, 200];
/** Until the page's script runs, and while the question is not open, options say that they are disabled. */
const option = 'main button[aria-pressed][aria-disabled="false"]';

export const bench: Bench = {
	name: 'phone',
	nodeFlags: [],
	async measure(args) {
		const runs = Number(args[0] ?? 5);
		const questions = Number(args[1] ?? 200);
		const folder = await mkdtemp(join(tmpdir(), 'hoithi-phone-'));
		const postgres = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: makeLog('warn') });
		const app = await openApp(
			readConfig({ DATABASE_URL: postgres.url, DATABASE_OWNER_URL: postgres.ownerUrl }),
			makeLog('silent')
		);
		const port = String(await freePort());
		const node = await startServerProcess({ DATABASE_URL: postgres.url, PORT: port, LOG_LEVEL: 'silent' });
		const browser = await chromium.launch({
			executablePath: findProgram(installedChromium) ?? '/usr/bin/chromium',
			args: chromiumFlags
		});
		try {
			const hall = await prepareHall(app, [node.origin], runs + 1, 20);
			await useOneQuestion(postgres.ownerUrl, hall.roundId, runs + questions);
			await hall.act('open-lobby');
			await ask(hall);
			await measureTaps(browser, hall, runs);
			await measureMemory(browser, hall, questions);
		} finally {
			await browser.close();
			await node.stop();
			await app.close();
			await postgres.stop();
			await rm(folder, { recursive: true, force: true });
		}
	}
};

async function ask(hall: Hall): Promise<void> {
	await hall.act('show-question');
	await hall.act('start-timer');
}

async function settle(hall: Hall): Promise<void> {
	if ((await hall.phase()).phase === 'running') await hall.act('close');
	while ((await hall.phase()).phase !== 'closed') await new Promise((resolve) => setTimeout(resolve, 20));
}

async function openPhone(browser: Browser, hall: Hall, index: number): Promise<{ page: Page; session: CDPSession }> {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		locale: 'vi-VN',
		isMobile: true,
		hasTouch: true
	});
	const seat = hall.seats[index];
	const [name = '', value = ''] = seat?.cookie.split('=') ?? [];
	await context.addCookies([{ name, value, url: seat?.origins[0] ?? '' }]);
	const page = await context.newPage();
	return { page, session: await context.newCDPSession(page) };
}

/** Each run is another phone with an empty cache, in the middle of a question of its own. */
async function measureTaps(browser: Browser, hall: Hall, runs: number): Promise<void> {
	const [loads, feedbacks, receipts, bytes]: [number[], number[], number[], number[]] = [[], [], [], []];
	for (let run = 0; run < runs; run++) {
		const { page, session } = await openPhone(browser, hall, run);
		let loaded = 0;
		session.on('Network.loadingFinished', ({ encodedDataLength }) => void (loaded += encodedDataLength));
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', line);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
		const from = performance.now();
		await page.goto(`${hall.seats[run]?.origins[0]}/play`, { waitUntil: 'commit' });
		await page.locator(option).first().waitFor();
		loads.push(performance.now() - from);
		bytes.push(loaded / 1024);
		const { feedbackMs, receiptMs } = await tapAndWatch(page);
		feedbacks.push(feedbackMs);
		receipts.push(receiptMs);
		await page.context().close();
		await settle(hall);
		await ask(hall);
	}
	console.log(`${slowDown} × slower processor, 400 kbit/s, 400 ms; medians of ${runs} (greatest):`);
	say('first load, until options can be tapped', loads, 'ms');
	say('bytes until then', bytes, 'KiB');
	say('tap → feedback', feedbacks, 'ms');
	say('tap → receipt', receipts, 'ms');
}

function say(what: string, values: number[], unit: string): void {
	console.log(`  ${what.padEnd(42)} ${quantile(values, 0.5).toFixed(0)} ${unit} (${Math.max(...values).toFixed(0)})`);
}

/** One phone answers question after question; the heap is read after a forced collection. */
async function measureMemory(browser: Browser, hall: Hall, questions: number): Promise<void> {
	const { page, session } = await openPhone(browser, hall, hall.seats.length - 1);
	await page.goto(`${hall.seats[0]?.origins[0]}/play`);
	await session.send('HeapProfiler.enable');
	console.log(`memory over ${questions} questions, JS heap after a forced collection:`);
	for (let number = 1; number <= questions; number++) {
		await page.locator(option).first().waitFor();
		await tapAndWatch(page);
		if (readAt.includes(number) || number === questions) {
			await session.send('HeapProfiler.collectGarbage');
			const { usedSize } = await session.send('Runtime.getHeapUsage');
			console.log(`  question ${String(number).padStart(3)}  ${(usedSize / 2 ** 20).toFixed(2)} MiB`);
		}
		await settle(hall);
		if (number < questions) await ask(hall);
	}
}
