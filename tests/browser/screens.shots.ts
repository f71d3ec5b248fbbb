// Takes a picture of every screen in every state, at the four sizes, for people to look at; it judges nothing.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { m } from '../../src/lib/paraglide/messages.js';
import { consoleTour } from './console-tour.ts';
import { differencesTour } from './differences-tour.ts';
import { expect, test } from './fixtures.ts';
import { groupsTour } from './groups-tour.ts';
import {
	openConsoleTour,
	openDifferencesTour,
	openGroupsTour,
	openPhoneTour,
	openQuizTour,
	openStageTour
} from './open-tours.ts';
import { cutLine, phoneTour } from './phone-tour.ts';
import { quizTour } from './quiz-tour.ts';
import { stageTour } from './stage-tour.ts';
import { walk, type Look } from './tour.ts';

test.describe.configure({ mode: 'parallel', timeout: 1_800_000 });

const folder = 'screenshots';
const sizes = [
	{ width: 360, height: 640 },
	{ width: 820, height: 1180 },
	{ width: 1366, height: 768 },
	{ width: 1920, height: 1080 }
];

/** The pictures of the README, made anew with `README_IMAGES=1`. */
const inReadme: Record<string, string> = {
	'organiser-organise-contest-rounds-round-its-timer-runs-vi-1366x768': 'console',
	'contestant-play-multiple-running-vi-360x640': 'contestant',
	'screen-screen-its-key-is-revealed-vi-1366x768': 'projector',
	'judge-judge-contest-the-contestant-speaks-light-vi-1366x768': 'judge'
};

/** `SCREENSHOTS='contestant|papers'` takes only the stops whose person and route match. */
const wanted = new RegExp(process.env.SCREENSHOTS ?? '');

/** English on two sizes: its words differ, the layout does not. Printed papers and long lists are taken as far as they go. */
const taking: Look = {
	sizes({ as, route }, language) {
		if (!wanted.test(`${as} ${route}`)) return [];
		return language === 'vi' ? sizes : sizes.filter(({ width }) => width === 360 || width === 1366);
	},
	async at({ page, moment, stop, language, size, ground }) {
		const words = [
			stop.as,
			stop.route,
			stop.search?.replace(/^\?at=/, ''),
			stop.at?.kind,
			stop.act?.name,
			moment,
			ground,
			language,
			`${size.width}x${size.height}`
		];
		const name = words
			.filter(Boolean)
			.join(' ')
			.replace(/[^a-z0-9]+/gi, '-')
			.replace(/^-|-$/g, '');
		await expect(page.getByText(m.common_loading({}, { locale: language }))).toHaveCount(0);
		if (stop.printed && size.width === 1366) {
			await page.emulateMedia({ media: 'print' });
			await page.setViewportSize({ width: 794, height: 1123 });
			await page.screenshot({ path: join(folder, `${name}-printed.png`), fullPage: true });
			await page.emulateMedia({ media: null });
			await page.setViewportSize(size);
		}
		await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', fullPage: size.width < 1000 });
		const image = process.env.README_IMAGES ? inReadme[name] : undefined;
		if (image) await page.screenshot({ path: `docs/images/${image}.jpg`, type: 'jpeg', quality: 80 });
		return [];
	}
};

test.beforeAll(() => void mkdirSync(folder, { recursive: true }));

test('the quiz', async ({ house, noise, people }) => {
	noise.expect(/status of 40[134]/);
	await walk(await openQuizTour(house, people), quizTour, taking);
});

test('the console, before anything is there and in the middle of its acts', async ({ house, noise, people }) => {
	noise.expect(/status of 4\d\d/);
	await walk(await openConsoleTour(house, people), consoleTour, taking);
});

test('the stage', async ({ house, noise, people }) => {
	noise.expect(/status of 401/);
	await walk(await openStageTour(house, people), stageTour, taking);
});

test('stages, panels and given points', async ({ house, people }) => {
	await walk(await openGroupsTour(house, people), groupsTour, taking);
});

test('judges who differ', async ({ house, people }) => {
	await walk(await openDifferencesTour(house, people), differencesTour, taking);
});

test('what a phone meets', async ({ house, noise, people }) => {
	noise.expect(cutLine);
	await walk(await openPhoneTour(house, people), phoneTour(people), taking);
});
