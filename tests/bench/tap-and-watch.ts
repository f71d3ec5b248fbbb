// Taps an option inside the page and notes on the page's own clock when it looks chosen and when it is said to be saved.
import type { Page } from '@playwright/test';

export interface Tapped {
	/** From the tap to the frame that shows it, and to the words of the receipt, ms. */
	feedbackMs: number;
	receiptMs: number;
}

/** For options that are chosen by one tap; an ordering or numeric question is left alone. */
export function tapAndWatch(page: Page): Promise<Tapped> {
	return page.evaluate(
		() =>
			new Promise<Tapped>((done) => {
				const button = document.querySelector<HTMLButtonElement>(
					'main button[aria-pressed="false"][aria-disabled="false"]'
				);
				if (!button) throw new Error('there is nothing to tap');
				let feedbackMs = 0;
				const from = performance.now();
				const look = () => {
					const isChosen = document.querySelector('main button[aria-pressed="true"]') !== null;
					if (isChosen && feedbackMs === 0) feedbackMs = performance.now() - from;
					const isSaved = /Đã lưu lúc \d/.test(document.querySelector('main')?.innerText ?? '');
					if (isChosen && isSaved) done({ feedbackMs, receiptMs: performance.now() - from });
					else requestAnimationFrame(look);
				};
				button.click();
				requestAnimationFrame(look);
			})
	);
}
