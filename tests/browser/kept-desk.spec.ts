// A judge's desk over HTTPS: installable, opened again without a network after its tab was closed, marked on, sent later; gone after signing out.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { generate } from 'selfsigned';
import { m } from '../../src/lib/paraglide/messages.js';
import { openApp, type App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { readAccountByLogin } from '../../src/lib/server/stores/accounts.ts';
import { ContestPlan, type BuiltContest } from './contest-plan.ts';
import { expect, founder, test } from './fixtures.ts';
import { startHouse, type HouseProcess } from './house-process.ts';
import { enterAs, foundThrough, signInWith } from './signing-in.ts';

let folder: string;
let house: HouseProcess;
let app: App;
let browser: Browser;
let contest: BuiltContest;
let at: string;

test.beforeAll(async ({ launchOptions }) => {
	folder = await mkdtemp(join(tmpdir(), 'hoithi-certificate-'));
	const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }]
	});
	const files = { TLS_CERT_FILE: join(folder, 'certificate.pem'), TLS_KEY_FILE: join(folder, 'key.pem') };
	await writeFile(files.TLS_CERT_FILE, cert);
	await writeFile(files.TLS_KEY_FILE, key);
	house = await startHouse(files);
	app = await openApp(readConfig({ DATABASE_URL: house.databaseUrl }), makeLog('silent'));
	at = `https://localhost:${new URL(house.url).port}`;
	// A service worker is refused where the certificate is not trusted, whatever a page of Playwright may ignore.
	const args = [...(launchOptions.args ?? []), '--ignore-certificate-errors'];
	browser = await chromium.launch({ ...launchOptions, args });
	const page = await (await newContext()).newPage();
	await foundThrough(page, at + house.welcomePath, founder);
	await expect(page).toHaveURL(`${at}/`);
	const account = await readAccountByLogin(app.database.drizzle, founder.login);
	const seat = { kind: 'staff' as const, accountId: account?.id ?? '', name: '', isFounder: true, roles: {} };
	contest = await new ContestPlan(app, seat, { template: 'ba-phan' }, () => {}).sample().keeping(2).lots();
	await page.context().close();
});

test.afterAll(async () => {
	await browser.close();
	await app.close();
	expect(await house.stop()).toBe(0);
	await rm(folder, { recursive: true });
});

const newContext = () =>
	browser.newContext({
		baseURL: at,
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		ignoreHTTPSErrors: true,
		viewport: { width: 1024, height: 768 },
		hasTouch: true
	});

const field = (page: Page, code: string) => page.locator(`input[name="mark.${code}"]`);
const saved = (page: Page) => page.getByText(/^Đã lưu nháp lúc/);

/** By what the browser itself keeps. */
const keptPaths = (page: Page) =>
	page.evaluate(async () => {
		const paths: string[] = [];
		for (const name of await caches.keys())
			for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
		return paths;
	});

async function storedMarks(): Promise<unknown[]> {
	const rows = await app.database.sql`
		select marks from scoresheet s join turn t on t.id = s.turn_id where t.contest_id = ${contest.id} order by t.position`;
	return rows.map(({ marks }) => marks);
}

test('the desk is installed, closed, opened without a network, marked on, and sends everything when the line is back', async () => {
	const context = await newContext();
	const judge = contest.judges.get('GK02')!;
	let page = await context.newPage();
	await enterAs(page, judge);
	await page.goto('/judge');
	await expect(page).toHaveURL(new RegExp(`/judge/${contest.id}\\?turn=`));

	await test.step('installable: manifest, icons and a worker for judges only', async () => {
		const href = await page.locator('link[rel="manifest"]').getAttribute('href');
		const manifest = (await (await page.request.get(href!)).json()) as {
			start_url: string;
			icons: { src: string }[];
		};
		expect(manifest.start_url).toBe('/judge');
		for (const { src } of manifest.icons) expect((await page.request.get(src)).ok(), src).toBe(true);
		const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
		expect(scope).toBe(`${at}/judge`);
		const session = await context.newCDPSession(page);
		const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
		// A test's context is a private window, in which nothing is ever installed; the Chromium without windows installs nothing and finds nothing.
		expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
		expect(manifest).toMatchObject({
			name: expect.stringContaining('Hội thi'),
			display: 'standalone',
			scope: '/'
		});
		expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toBe('activated');
	});

	await test.step('what is kept is this one page and files of its build', async () => {
		await expect.poll(() => keptPaths(page)).toContain(`/judge/${contest.id}`);
		const others = (await keptPaths(page)).filter((path) => !path.startsWith('/_app/immutable/'));
		expect(others).toEqual([`/judge/${contest.id}`]);
	});

	await test.step('confirmed marks, then marks without a network, then a closed tab', async () => {
		await field(page, 'DC1').fill('1');
		await field(page, 'DC2').fill('2');
		await expect(saved(page)).toBeVisible();
		await expect.poll(storedMarks).toEqual([{ DC1: 100, DC2: 200 }]);
		await context.setOffline(true);
		await field(page, 'DC2').fill('3');
		await expect(page.getByText(m.judge_waiting_marks({ count: 1 }), { exact: true })).toBeVisible();
		await page.close();
	});

	await test.step('opened again: own marks, confirmed and not, and marking goes on', async () => {
		page = await context.newPage();
		await page.goto('/judge');
		await expect(page.getByText(/^Chưa có mạng: trang này được giữ trên máy/)).toBeVisible();
		await expect(field(page, 'DC1')).toHaveValue('1,00');
		await expect(field(page, 'DC2')).toHaveValue(/^3(,00)?$/);
		await field(page, 'DC3').fill('1,5');
		await expect(page.getByText(m.judge_waiting_marks({ count: 2 }), { exact: true })).toBeVisible();
		await expect(page.getByRole('dialog')).toHaveCount(0);
	});

	await test.step('the line is back', async () => {
		await context.setOffline(false);
		await expect(page.getByText(/điểm chờ gửi/)).toHaveCount(0);
		await expect(page.getByText(/^Chưa có mạng/)).toHaveCount(0);
		await expect(saved(page)).toBeVisible();
		expect(await storedMarks()).toEqual([{ DC1: 100, DC2: 300, DC3: 150 }]);
	});

	await test.step('a newer build takes over with its page, and only then', async () => {
		await page.evaluate(async (path) => {
			const old = await caches.open('hoithi-desk-earlier-build');
			await old.put('/_app/immutable/earlier.js', new Response('1'));
			await old.put(path, new Response('<html lang="vi">the page of an earlier build</html>'));
		}, `/judge/${contest.id}`);
		await page.reload();
		await expect(page.getByText('the page of an earlier build')).toHaveCount(0);
		await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
		expect(await keptPaths(page)).not.toContain('/_app/immutable/earlier.js');
	});

	await test.step('signed out: nothing opens, nothing of the judge is left but what was not sent', async () => {
		await page.getByRole('button', { name: m.account_sign_out() }).click();
		await expect(page).toHaveURL(`${at}/`);
		expect(await keptPaths(page)).toEqual([]);
		expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('stored')))).toEqual([]);
		await context.setOffline(true);
		await expect(page.goto(`/judge/${contest.id}`)).rejects.toThrow();
		await context.setOffline(false);
		await signInWith(page, judge.login, judge.password);
		await expect(page).toHaveURL(`${at}/`);
	});
	await context.close();
});

test('phones have no worker and keep nothing', async () => {
	const context = await newContext();
	const page = await context.newPage();
	await page.goto('/join');
	expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
	expect(await page.locator('link[rel="manifest"]').count()).toBe(0);
	expect(await keptPaths(page)).toEqual([]);
	await context.close();
});
