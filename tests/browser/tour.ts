// A tour through a contest: moments, each with the pages to open in it, in both languages and on small and large screens.
import { expect, type Page } from '@playwright/test';
import type { BuiltContest } from './contest-plan.ts';
import type { House } from './fixtures.ts';
import { addressOf } from './page-routes.ts';

export type Visitor =
	'nobody' | 'organiser' | 'head' | 'judge' | 'secretary' | 'mc' | 'contestant' | 'screen' | 'contact';

export interface Stop {
	as: Visitor;
	/** As the file system names it. */
	route: string;
	search?: string;
	/** 200 unless told. */
	status?: number;
	/** A paper: also as a printer gets it. */
	printed?: true;
	/** Also on the dark ground. */
	dark?: true;
	/** Values of the route's parameters that differ from the tour's. */
	at?: Record<string, string>;
	/**
	 * What the visitor does or meets there before it is looked at. It leaves the contest as it was, or returns what puts
	 * that right again.
	 */
	act?: { name: string; do: (page: Page) => Promise<void | (() => Promise<unknown>)> };
}

export interface Moment {
	name: string;
	/** Brings the contest there from the moment before. */
	reach: (tour: Tour) => Promise<void>;
	stops: Stop[];
}

export interface Tour {
	house: House;
	contest: BuiltContest;
	/** Values of route parameters: contest, round, ticket, secret, kind. */
	values: Record<string, string>;
	pages: Partial<Record<Visitor, Page>>;
}

export interface Size {
	width: number;
	height: number;
}

/** One stop as it stands on a screen. */
export interface Sight {
	page: Page;
	moment: string;
	stop: Stop;
	language: 'vi' | 'en';
	size: Size;
	/** Only where the stop has two. */
	ground: 'light' | 'dark' | null;
}

/** What a walk is for. */
export interface Look {
	/** None: the stop is left out. */
	sizes(stop: Stop, language: 'vi' | 'en'): Size[];
	/** What is wrong there, in sentences. */
	at(sight: Sight): Promise<string[]>;
}

/** Everything wrong on the way, each with the moment, the page and the person. */
export async function walk(tour: Tour, moments: Moment[], look: Look): Promise<string[]> {
	const wrong: string[] = [];
	for (const { name, reach, stops } of moments) {
		await reach(tour);
		for (const stop of stops)
			for (const each of await visit(tour, name, stop, look)) wrong.push(`${name}: ${stop.as} ${stop.route} ${each}`);
	}
	return wrong;
}

async function visit({ house, values, pages }: Tour, moment: string, stop: Stop, look: Look): Promise<string[]> {
	const page = pages[stop.as];
	if (!page) throw new Error(`nobody has opened a page as ${stop.as}`);
	const wrong: string[] = [];
	for (const language of ['vi', 'en'] as const) {
		const sizes = look.sizes(stop, language);
		if (sizes.length === 0) continue;
		await page.context().addCookies([{ name: 'hoithi_language', value: language, url: house.url }]);
		const path = addressOf(stop.route, { ...values, ...stop.at });
		const answer = await page.goto(path + (stop.search ?? ''));
		expect(answer?.status(), `status of ${path}`).toBe(stop.status ?? 200);
		expect(new URL(page.url()).pathname, `where ${path} leads`).toBe(path);
		await isAlive(page);
		const putRight = await stop.act?.do(page);
		for (const size of sizes) {
			await page.setViewportSize(size);
			for (const ground of stop.dark ? (['light', 'dark'] as const) : [null]) {
				if (ground) await page.evaluate((theme) => void (document.documentElement.dataset.theme = theme), ground);
				const found = await look.at({ page, moment, stop, language, size, ground });
				wrong.push(...found.map((each) => `(${language}, ${size.width} px${ground ? `, ${ground}` : ''}) ${each}`));
			}
		}
		await putRight?.();
	}
	return wrong;
}

type Words = (inputs: object, options: { locale: 'vi' | 'en' }) => string;

/** The first button of that name, in whichever language the page is. */
function buttonOf(page: Page, name: Words) {
	const names = (['vi', 'en'] as const).map((locale) => new RegExp(`^${name({}, { locale })}`));
	const [vi, en] = names.map((each) => page.getByRole('button', { name: each }));
	if (!vi || !en) throw new Error('a name for each language');
	return vi.or(en).first();
}

/** Presses the button of that name; what comes of it goes with the next page. */
export function press(name: Words) {
	return async (page: Page) => {
		await buttonOf(page, name).click();
		await expect(page.locator('.slips, .minutes').first()).toBeVisible();
		return async () => {};
	};
}

/** Presses the first button of that name, which asks something before it does anything. */
export function opensDialog(name: Words) {
	return async (page: Page) => {
		await buttonOf(page, name).click();
		await expect(page.getByRole('dialog')).toBeVisible();
	};
}

/** SvelteKit takes over scrolling when the page has woken up: from then on it shows what it will go on showing. */
async function isAlive(page: Page): Promise<void> {
	await page.waitForFunction(() => history.scrollRestoration === 'manual');
}
