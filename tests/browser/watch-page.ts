// Notes everything a page should not say or lose: console errors, uncaught errors, failed requests to the house.
import type { BrowserContext } from '@playwright/test';

export interface Noise {
	/** What fits is expected in this test, such as the errors of a line that was cut on purpose. */
	expect(pattern: RegExp): void;
	/** What was heard and not expected. */
	unexpected(): string[];
}

export interface Watch extends Noise {
	add(context: BrowserContext, name: string): void;
}

/** Requests that a navigation made pointless; the page never misses them. */
const aborted = /net::ERR_ABORTED/;

export function watchPages(houseUrl: string): Watch {
	const heard: string[] = [];
	const expected: RegExp[] = [];
	const note = (name: string, what: string) => void heard.push(`${name}: ${what}`);
	return {
		expect: (pattern) => void expected.push(pattern),
		unexpected: () => heard.filter((line) => !expected.some((pattern) => pattern.test(line))),
		add(context, name) {
			context.on('console', (message) => {
				if (message.type() === 'error') note(name, `console: ${message.text()} (${message.location().url})`);
			});
			context.on('weberror', (error) => note(name, `uncaught: ${error.error().stack ?? error.error().message}`));
			context.on('requestfailed', (request) => {
				const reason = request.failure()?.errorText ?? '';
				if (request.url().startsWith(houseUrl) && !aborted.test(reason))
					note(name, `request: ${request.method()} ${request.url()} ${reason}`);
			});
			context.on('response', (response) => {
				if (response.url().startsWith(houseUrl) && response.status() >= 500)
					note(name, `response: ${response.status()} ${response.url()}`);
			});
		}
	};
}
