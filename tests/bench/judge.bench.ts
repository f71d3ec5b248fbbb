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

interface Opening {
	/** The sheet is shown and its fields take marks. */
	shownMs: number;
	/** A tap on a band is in its field, whether or not scripts run yet. */
	usableMs: number;
	/** Scripts run. */
	runsMs: number;
	wholeKib: number;
}

interface Figures {
	first: Opening;
	/** With what the browser kept of the first. */
	second: Opening;
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
			for (let run = 0; run < runs; run++) figures.push(await openTwice(browser, world, run));
			console.log(`${slowDown} × slower processor, 400 kbit/s, 400 ms; medians of ${runs} (greatest):`);
			for (const which of ['first', 'second'] as const) {
				const of = (name: keyof Opening) => figures.map((each) => each[which][name]);
				say(`${which} opening, until marks can be typed`, of('shownMs'), 'ms');
				say(`${which} opening, until a tap counts`, of('usableMs'), 'ms');
				say(`${which} opening, until scripts run`, of('runsMs'), 'ms');
				say(`${which} opening, bytes with every sheet`, of('wholeKib'), 'KiB');
			}
			const kept = figures.flatMap(({ keptMs }) => keptMs);
			say(`tap → «Đã lưu trên máy», ${kept.length} taps`, kept, 'ms');
		} finally {
			await browser.close();
			await world.close();
			await postgres.end();
		}
	}
};

function say(what: string, values: number[], unit: string): void {
	console.log(`  ${what.padEnd(44)} ${quantile(values, 0.5).toFixed(0)} ${unit} (${Math.max(...values).toFixed(0)})`);
}

/** Another device with an empty cache each time. */
async function openTwice(browser: Browser, world: MarkingWorld, run: number): Promise<Figures> {
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
	const first = await openDesk(page, `${origin}/judge/${world.contestId}`);
	await page.close();
	const again = await context.newPage();
	const second = await openDesk(again, `${origin}/judge/${world.contestId}`);
	const keptMs: number[] = [];
	for (let criterion = 1; criterion <= 6; criterion++) keptMs.push(await tapUntilKept(again, criterion));
	await context.close();
	return { first, second, keptMs };
}

async function openDesk(page: Page, address: string): Promise<Opening> {
	const session = await page.context().newCDPSession(page);
	let loaded = 0;
	session.on('Network.loadingFinished', ({ encodedDataLength }) => void (loaded += encodedDataLength));
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', line);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
	const from = performance.now();
	const since = () => performance.now() - from;
	await page.goto(address, { waitUntil: 'commit' });
	await page.locator('input[name^="mark."]').first().waitFor();
	const shownMs = since();
	await tapUntilItCounts(page);
	const usableMs = since();
	await page.locator('form.sheet:not([data-early])').waitFor();
	const runsMs = since();
	await page.waitForLoadState('load');
	return { shownMs, usableMs, runsMs, wholeKib: loaded / 1024 };
}

/** A tap on a band of the first criterion that is not chosen, again with every frame, until its mark is in the field. */
function tapUntilItCounts(page: Page): Promise<void> {
	return page.evaluate(
		() =>
			new Promise<void>((done) => {
				const tap = () => {
					const band = document.querySelector<HTMLButtonElement>('.bands button:not(:disabled, [aria-pressed="true"])');
					const field = band?.closest('section')?.querySelector('input');
					const before = field?.value;
					band?.click();
					if (field && field.value !== before) return done();
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
