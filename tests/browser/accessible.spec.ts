// Every page of the product in every state of a contest: accessible, in both languages, on the smallest screens and on large ones.
import { consoleTour } from './console-tour.ts';
import { differencesTour } from './differences-tour.ts';
import { expect, test } from './fixtures.ts';
import { groupsTour } from './groups-tour.ts';
import { inspectPage } from './inspect-page.ts';
import { pageRoutes } from './page-routes.ts';
import { cutLine, phoneTour } from './phone-tour.ts';
import { quizTour } from './quiz-tour.ts';
import { stageTour } from './stage-tour.ts';
import { walk, type Look, type Visitor } from './tour.ts';
import {
	openConsoleTour,
	openDifferencesTour,
	openGroupsTour,
	openPhoneTour,
	openQuizTour,
	openStageTour
} from './open-tours.ts';

test.describe.configure({ mode: 'parallel', timeout: 600_000 });

const [small, desk] = [
	{ width: 360, height: 640 },
	{ width: 1366, height: 768 }
];
const large: Partial<Record<Visitor, { width: number; height: number }>> = {
	judge: { width: 1024, height: 768 },
	mc: { width: 1024, height: 768 },
	screen: { width: 1920, height: 1080 }
};
/** The narrowest phones there are. */
const narrow = { width: 320, height: 640 };
const smallest = (as: Visitor) => (as === 'nobody' || as === 'contestant' ? narrow : small);

/**
 * Axe looks at structure and colours, which languages share: the small screen in Vietnamese, the large one in English.
 * A page that the same person meets again in another state of the contest is looked at in one of the languages, in turn.
 */
function inspecting(): Look {
	const met = new Map<string, number>();
	return {
		sizes({ as, route }, language) {
			// The walk asks for Vietnamese first, then for English.
			const times = (met.get(`${as} ${route}`) ?? 0) + (language === 'vi' ? 1 : 0);
			met.set(`${as} ${route}`, times);
			const isTurn = times === 1 || (times % 2 === 0) === (language === 'vi');
			return isTurn ? [smallest(as), large[as] ?? desk] : [];
		},
		at: ({ page, language, stop, size }) =>
			inspectPage(page, language, (language === 'vi') === (size.width === smallest(stop.as).width))
	};
}

test('the tours visit every page of the product', () => {
	const visited = new Set(
		[...quizTour, ...stageTour, ...groupsTour, ...differencesTour].flatMap(({ stops }) =>
			stops.map(({ route }) => route)
		)
	);
	expect(pageRoutes().filter((route) => !visited.has(route))).toEqual([]);
});

test('a contest with a quiz, from its plan to its standings', async ({ house, noise, people }) => {
	noise.expect(/status of 40[134]/);
	expect(await walk(await openQuizTour(house, people), quizTour, inspecting())).toEqual([]);
});

test('the console, before anything is there and in the middle of its acts', async ({ house, noise, people }) => {
	noise.expect(/status of 4\d\d/);
	expect(await walk(await openConsoleTour(house, people), consoleTour, inspecting())).toEqual([]);
});

test('a judged contest, from its first turn to its published result', async ({ house, noise, people }) => {
	noise.expect(/status of 401/);
	expect(await walk(await openStageTour(house, people), stageTour, inspecting())).toEqual([]);
});

test('a contest of two stages with panels, sessions and given points', async ({ house, people }) => {
	expect(await walk(await openGroupsTour(house, people), groupsTour, inspecting())).toEqual([]);
});

test('judges who differ, until the minutes of it', async ({ house, people }) => {
	expect(await walk(await openDifferencesTour(house, people), differencesTour, inspecting())).toEqual([]);
});

test('a phone that loses its line, its time and its place', async ({ house, noise, people }) => {
	noise.expect(cutLine);
	expect(await walk(await openPhoneTour(house, people), phoneTour(people), inspecting())).toEqual([]);
});
