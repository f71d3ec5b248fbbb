// Fixtures of the browser tests: a house for each worker, pages of people signed in by the real doors, and nothing overheard.
import { test as base, expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { openApp, type App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readAccountByLogin } from '../../src/lib/server/stores/accounts.ts';
import { ContestPlan, type BuiltContest, type ContestWish } from './contest-plan.ts';
import { startHouse } from './house-process.ts';
import { enterAs, enterWithSlip, foundThrough, signInWith } from './signing-in.ts';
import { watchPages, type Noise, type Watch } from './watch-page.ts';

export { expect } from '@playwright/test';
export type { BuiltContest } from './contest-plan.ts';

export const founder = { login: 'to-chuc', displayName: 'Nguyễn Thị Tổ Chức', password: 'một mật khẩu đủ dài' };

export interface House {
	url: string;
	/** The same database, opened in the test's process: for building and for looking. */
	app: App;
	databaseOwnerUrl: string;
	founder: StaffSeat;
	/** A new contest; await it after its steps. */
	contest(wish?: ContestWish): ContestPlan;
	/** The contest this test built last. */
	latest: BuiltContest | null;
	takeFaults(): string[];
}

interface WorkerFixtures {
	house: House;
}

type Enter = (contest?: BuiltContest) => Promise<Page>;
type EnterAs = (who: string, contest?: BuiltContest) => Promise<Page>;

export interface People {
	/** A page of nobody, in a context of its own. */
	asNobody: () => Promise<Page>;
	asOrganiser: () => Promise<Page>;
	/** By the code of the judge: GK01 is the head. */
	asJudge: EnterAs;
	asSecretary: Enter;
	asMc: Enter;
	/** By contestant number, on a phone; each call is another phone. */
	asContestant: EnterAs;
	asScreen: Enter;
}

interface TestFixtures extends People {
	/** What may be heard in this test; everything else fails it. */
	noise: Noise;
	watch: Watch;
	/** All of them, for whoever needs many. */
	people: People;
}

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true };
const desk = { viewport: { width: 1366, height: 768 } };
const projector = { viewport: { width: 1920, height: 1080 } };

export const test = base.extend<TestFixtures, WorkerFixtures>({
	house: [
		async ({ browser }, use) => {
			const server = await startHouse();
			try {
				const app = await openApp(readConfig({ DATABASE_URL: server.databaseUrl }), makeLog('silent'));
				await registerFounder(browser, server.url + server.welcomePath);
				const house: House = {
					url: server.url,
					app,
					databaseOwnerUrl: server.databaseOwnerUrl,
					founder: await founderSeat(app),
					contest: (wish = {}) => new ContestPlan(app, house.founder, wish, (built) => (house.latest = built)),
					latest: null,
					takeFaults: server.takeFaults
				};
				await use(house);
				await app.close();
			} finally {
				expect(await server.stop(), 'exit code of the server').toBe(0);
			}
		},
		{ scope: 'worker', timeout: 60_000 }
	],

	baseURL: async ({ house }, use) => use(house.url),

	watch: [
		async ({ house }, use) => {
			house.latest = null;
			const watch = watchPages(house.url);
			await use(watch);
			expect(watch.unexpected(), 'what pages said and lost').toEqual([]);
			expect(house.takeFaults(), 'what the server logged as errors').toEqual([]);
		},
		{ auto: true }
	],
	noise: async ({ watch }, use) => use(watch),

	context: async ({ context, watch }, use) => {
		watch.add(context, 'page');
		await use(context);
	},

	asNobody: async ({ browser, watch, house }, use) => use(pagesOf(browser, watch, house, 'nobody', desk)),
	asOrganiser: async ({ browser, watch, house }, use) => {
		const open = pagesOf(browser, watch, house, 'organiser', desk);
		await use(async () => {
			const page = await open();
			await signInWith(page, founder.login, founder.password);
			await expect(page).toHaveURL('/');
			return page;
		});
	},
	asJudge: async ({ browser, watch, house }, use) => {
		const open = pagesOf(browser, watch, house, 'judge', tablet);
		await use(async (code, contest = latestOf(house)) => {
			const judge = contest.judges.get(code);
			if (!judge) throw new Error(`no judge ${code}: ${[...contest.judges.keys()].join(' ')}`);
			const page = await open();
			await enterAs(page, judge);
			return page;
		});
	},
	asSecretary: async ({ browser, watch, house }, use) => {
		const open = pagesOf(browser, watch, house, 'secretary', desk);
		await use(async (contest = latestOf(house)) => {
			const page = await open();
			await enterAs(page, await contest.secretary());
			return page;
		});
	},
	asMc: async ({ browser, watch, house }, use) => {
		const open = pagesOf(browser, watch, house, 'mc', tablet);
		await use(async (contest = latestOf(house)) => {
			const page = await open();
			await enterAs(page, await contest.mc());
			return page;
		});
	},
	asContestant: async ({ browser, watch, house }, use) => {
		const open = pagesOf(browser, watch, house, 'contestant', phone);
		await use(async (number, contest = latestOf(house)) => {
			const slip = contest.slips.get(number);
			if (!slip) throw new Error(`no slip of contestant ${number}`);
			const page = await open();
			await enterWithSlip(page, slip.ticket, '/play');
			return page;
		});
	},
	people: async ({ asNobody, asOrganiser, asJudge, asSecretary, asMc, asContestant, asScreen }, use) =>
		use({ asNobody, asOrganiser, asJudge, asSecretary, asMc, asContestant, asScreen }),

	asScreen: async ({ browser, watch, house }, use) => {
		const open = pagesOf(browser, watch, house, 'screen', projector);
		await use(async (contest = latestOf(house)) => {
			const page = await open();
			await enterWithSlip(page, (await contest.screenSlip()).ticket, '/screen');
			return page;
		});
	}
});

/** Each page in a context of its own, so that nobody shares a cookie; Playwright closes them after the test. */
function pagesOf(
	browser: Browser,
	watch: Watch,
	house: House,
	name: string,
	size: BrowserContextOptions
): () => Promise<Page> {
	return async () => {
		const context = await browser.newContext({ ...size, baseURL: house.url });
		watch.add(context, name);
		return context.newPage();
	};
}

function latestOf(house: House): BuiltContest {
	if (!house.latest) throw new Error('this test has built no contest yet: await house.contest()…');
	return house.latest;
}

async function registerFounder(browser: Browser, link: string): Promise<void> {
	const page = await browser.newPage({ locale: 'vi-VN' });
	await foundThrough(page, link, founder);
	await expect(page).toHaveURL(new URL('/', link).href);
	await page.context().close();
}

async function founderSeat(app: App): Promise<StaffSeat> {
	const account = await readAccountByLogin(app.database.drizzle, founder.login);
	if (!account) throw new Error('the first organiser has no account');
	return { kind: 'staff', accountId: account.id, name: account.displayName, isFounder: true, roles: {} };
}
