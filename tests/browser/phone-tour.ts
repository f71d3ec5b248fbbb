// The tour through what happens to one phone: its line is lost, its answer is wrong or missing, another phone comes.
import type { Page } from '@playwright/test';
import { expect, type People } from './fixtures.ts';
import { lineOf } from './weak-line.ts';
import type { Moment, Stop, Tour } from './tour.ts';

/** What a browser says about a line that is cut. */
export const cutLine = /net::|WebSocket|Failed to (load|fetch)/;

const play: Stop = { as: 'contestant', route: '/play' };
/** Those not chosen: a tap on a saved answer sends nothing. */
const answers = (page: Page) => page.getByRole('main').locator('button[aria-pressed="false"]');

/** The answer stays on the phone, and the line comes back afterwards. */
async function tapWithoutLine(page: Page): Promise<() => Promise<void>> {
	const line = await lineOf(page);
	await expect(answers(page).last()).toHaveAttribute('aria-disabled', 'false');
	await line.cut();
	await answers(page).last().click();
	await expect(page.locator('.safety.kept')).toBeVisible();
	return async () => {
		await line.mend();
		await expect(page.locator('.safety.saved')).toBeVisible();
	};
}

async function openQuestion({ contest }: Tour): Promise<void> {
	await contest.run({ do: 'show-question' });
	await contest.run({ do: 'start-timer' });
	await contest.run({ do: 'extend', byMs: 600_000 });
}

export const phoneTour = (people: People): Moment[] => [
	{
		name: 'a question runs, with extra time',
		reach: async (tour) => {
			await tour.contest.run({ do: 'open-lobby' });
			await openQuestion(tour);
		},
		stops: [play, { ...play, act: { name: 'the line is lost', do: tapWithoutLine } }]
	},
	{
		name: 'another phone has come',
		reach: async () => void (await people.asContestant('TS01')),
		stops: [play]
	},
	{
		name: 'the answer was wrong',
		reach: async ({ contest }) => {
			await contest.closeQuestion();
			await contest.run({ do: 'reveal' });
		},
		stops: [play]
	},
	{
		name: 'the next question is closed without an answer',
		reach: async (tour) => {
			await openQuestion(tour);
			await tour.contest.closeQuestion();
		},
		stops: [play]
	},
	{
		name: 'its key is revealed to who did not answer',
		reach: ({ contest }) => contest.run({ do: 'reveal' }),
		stops: [play]
	}
];
