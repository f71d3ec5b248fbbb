// `npm run bench -- judge 5 50`: a judge's desk on an old tablet and a weak line, in a real browser: until the first tap counts, and from a tap to «Đã lưu trên máy».
import { chromium, type Browser, type Page } from '@playwright/test';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import { quantile } from '../load/quantile.ts';
import { chromium as installedChromium, chromiumFlags, findProgram } from '../machine/programs.ts';
import { markingWorld, type MarkingWorld } from '../marking/marking-world.ts';
import { useCluster } from '../server/fresh-database.ts';
import type { Bench } from './bench.ts';

const slowDown = 4;
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

interface Figures {
	/** The sheet is shown and its fields take marks: what is typed before scripts run is kept. */
	shownMs: number;
	shownKib: number;
	/** Scripts run. */
	usableMs: number;
	usableKib: number;
	wholeKib: number;
	keptMs: number[];
}

export const bench: Bench = {
	name: 'judge',
	nodeFlags: [],
	async measure(args) {
		const runs = Number(args[0] ?? 5);
		const postgres = await openOwnPostgres();
		useCluster(postgres);
		const world = await markingWorld(Number(args[1] ?? 50));
		const executablePath = findProgram(installedChromium) ?? '/usr/bin/chromium';
		const browser = await chromium.launch({ executablePath, args: chromiumFlags });
		try {
			const figures: Figures[] = [];
			for (let run = 0; run < runs; run++) figures.push(await openDesk(browser, world, run));
			console.log(`${slowDown} × slower processor, 400 kbit/s, 400 ms; medians of ${runs} (greatest):`);
			say('empty cache, until marks can be typed', pick(figures, 'shownMs'), 'ms');
			say('bytes until then', pick(figures, 'shownKib'), 'KiB');
			say('empty cache, until a tap counts', pick(figures, 'usableMs'), 'ms');
			say('bytes until then', pick(figures, 'usableKib'), 'KiB');
			say('bytes with every sheet for a dead network', pick(figures, 'wholeKib'), 'KiB');
			const kept = figures.flatMap(({ keptMs }) => keptMs);
			say(`tap → «Đã lưu trên máy», ${kept.length} taps`, kept, 'ms');
		} finally {
			await browser.close();
			await world.close();
			await postgres.end();
		}
	}
};

const pick = (figures: Figures[], name: Exclude<keyof Figures, 'keptMs'>) => figures.map((each) => each[name]);

function say(what: string, values: number[], unit: string): void {
	console.log(`  ${what.padEnd(44)} ${quantile(values, 0.5).toFixed(0)} ${unit} (${Math.max(...values).toFixed(0)})`);
}

/** Another device with an empty cache each time. */
async function openDesk(browser: Browser, world: MarkingWorld, run: number): Promise<Figures> {
	const { origin } = world.node;
	const judge = world.judges[run % world.judges.length]!;
	const context = await browser.newContext({
		viewport: { width: 820, height: 1180 },
		locale: 'vi-VN',
		isMobile: true,
		hasTouch: true
	});
	const [name = '', value = ''] = (await judge.cookie()).split('=');
	await context.addCookies([{ name, value, url: origin }]);
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	let loaded = 0;
	session.on('Network.dataReceived', ({ encodedDataLength }) => void (loaded += encodedDataLength));
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', line);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
	const from = performance.now();
	await page.goto(`${origin}/judge/${world.contestId}`, { waitUntil: 'commit' });
	await page.locator('input[name^="mark."]').first().waitFor();
	const [shownMs, shownKib] = [performance.now() - from, loaded / 1024];
	await tapUntilItCounts(page);
	const [usableMs, usableKib] = [performance.now() - from, loaded / 1024];
	await page.waitForLoadState('load');
	const keptMs: number[] = [];
	for (let criterion = 1; criterion <= 6; criterion++) keptMs.push(await tapUntilKept(page, criterion));
	await context.close();
	return { shownMs, shownKib, usableMs, usableKib, wholeKib: loaded / 1024, keptMs };
}

/** A tap on the first band of the first criterion, again with every frame, until it looks chosen. */
function tapUntilItCounts(page: Page): Promise<void> {
	return page.evaluate(
		() =>
			new Promise<void>((done) => {
				const tap = () => {
					const band = document.querySelector<HTMLButtonElement>('.bands button:not(:disabled)');
					if (band?.getAttribute('aria-pressed') === 'true') return done();
					band?.click();
					requestAnimationFrame(tap);
				};
				tap();
			})
	);
}

/** By the page's own clock, until the frame that says it. */
function tapUntilKept(page: Page, criterion: number): Promise<number> {
	return page.evaluate(
		(at) =>
			new Promise<number>((done) => {
				const words = () => document.querySelector('.state [role="status"]')?.textContent ?? '';
				const tap = () => {
					if (!/Đã lưu nháp lúc/.test(words())) return requestAnimationFrame(tap);
					const from = performance.now();
					const look = () => {
						if (/Đã lưu trên máy/.test(words())) done(performance.now() - from);
						else requestAnimationFrame(look);
					};
					document.querySelectorAll('.bands')[at]?.querySelector('button')?.click();
					requestAnimationFrame(look);
				};
				tap();
			}),
		criterion
	);
}
