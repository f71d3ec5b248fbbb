// One headless Chromium without a network, in a folder of its own that goes with it, ended when it takes too long or too much. It must not know pages.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { openBrowserPipe, type BrowserPipe } from './browser-pipe.ts';
import { isTooLarge, killGroup, leastPriority } from './process-group.ts';

/** Time for a hundred certificates on a slow laptop. */
const mostMs = 60_000;
/** Of all its processes together; what they share is counted for each. */
const mostBytes = 1_500 * 1024 * 1024;
const watchMs = 500;

const flags = [
	'--headless',
	'--remote-debugging-pipe',
	'--disable-gpu',
	'--disable-extensions',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage',
	'--no-first-run',
	'--no-default-browser-check',
	// Every request is answered by us; what slips past finds no address.
	'--host-resolver-rules=MAP * ~NOTFOUND',
	'--proxy-server=127.0.0.1:9',
	'--lang=vi'
];

/** Runs `work` with a fresh browser and ends the browser after it, whatever happens. `signal` ends it earlier. */
export async function withBrowser<T>(
	program: string,
	signal: AbortSignal,
	work: (browser: BrowserPipe) => Promise<T>
): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-print-'));
	// Chromium refuses its sandbox to root; it has neither scripts nor a network here.
	const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const child = spawn(program, [...flags, ...asRoot, `--user-data-dir=${folder}`, 'about:blank'], {
		// A group of its own, so that all its processes are ended together.
		detached: true,
		stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
		env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, LANG: 'C.UTF-8' }
	});
	const gone = new Promise<void>((settle) => child.once('close', () => settle()).once('error', () => settle()));
	const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
	const browser = openBrowserPipe(to, from);
	child.once('error', (error) => browser.close(error.message));
	const end = (why: string) => {
		browser.close(why);
		if (child.pid) killGroup(child.pid);
	};
	const timer = setTimeout(() => end('printing took too long'), mostMs);
	const watch = setInterval(
		() => void isTooLarge(child.pid, mostBytes).then((is) => is && end('printing took too much')),
		watchMs
	);
	const stop = () => end('printing was stopped');
	signal.addEventListener('abort', stop, { once: true });
	try {
		if (child.pid) setPriority(child.pid, leastPriority);
		return await work(browser);
	} finally {
		clearTimeout(timer);
		clearInterval(watch);
		signal.removeEventListener('abort', stop);
		end('printing is over');
		await gone;
		await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}
}
