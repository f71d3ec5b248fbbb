// What has to hold on every page, whatever it shows: axe, language, one heading, a title, words of the catalogue, nothing cut off sideways.
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** WCAG 2.2 at AA, all that is automatic, and axe's own good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Axe = typeof axe;
const axeScript = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

const catalogue = 'src/words/vi';
const messageKeys = new Set(
	readdirSync(catalogue).flatMap((file) =>
		Object.keys(JSON.parse(readFileSync(`${catalogue}/${file}`, 'utf8')) as object)
	)
);

/** What is wrong with the page as it stands, in sentences; empty when nothing is. Axe is the slow part. */
export async function inspectPage(page: Page, language: 'vi' | 'en', withAxe: boolean): Promise<string[]> {
	const wrong = withAxe ? await seenByAxe(page) : [];
	const { lang, title, headings, words, overflow } = await page.evaluate(() => {
		const named = [...document.querySelectorAll('[aria-label], [placeholder], [alt], [title]')].flatMap((element) =>
			['aria-label', 'placeholder', 'alt', 'title'].map((name) => element.getAttribute(name) ?? '')
		);
		const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
		return {
			lang: document.documentElement.lang,
			title: document.title,
			headings: [...document.querySelectorAll('h1')].map(({ textContent }) => textContent.trim()),
			words: [document.title, document.body.innerText, ...named].join('\n'),
			overflow: scrollWidth - clientWidth
		};
	});
	if (lang !== language) wrong.push(`lang is "${lang}"`);
	if (title.trim() === '') wrong.push('no title');
	if (headings.length !== 1 || headings[0] === '') wrong.push(`not one heading: ${JSON.stringify(headings)}`);
	if (overflow > 0) wrong.push(`${overflow} px too wide`);
	for (const [word] of words.matchAll(/[a-z][a-z0-9]*(_[a-z0-9]+)+/g))
		if (messageKeys.has(word)) wrong.push(`a message key instead of words: ${word}`);
	return wrong;
}

/** What axe finds, in sentences. */
export async function seenByAxe(page: Page): Promise<string[]> {
	// A button half way from one colour to another is judged when it has arrived.
	await page.evaluate(() =>
		Promise.allSettled(
			document
				.getAnimations()
				.filter((each) => each instanceof CSSTransition)
				.map(({ finished }) => finished)
		)
	);
	await page.evaluate(axeScript);
	const violations = await page.evaluate(async (runOnly) => {
		const { axe } = globalThis as unknown as { axe: Axe };
		return (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations;
	}, tags);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, target, failureSummary = '' }) => {
			const why = failureSummary.split('\n').slice(1).join(' ').trim();
			return `${id} at ${target.join(' ')} ${html.slice(0, 160)}: ${why}`;
		})
	);
}
