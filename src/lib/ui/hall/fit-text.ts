// Makes the letters of a slide as large as its place allows: steps down a list of sizes until nothing overflows.
import type { Attachment } from 'svelte/attachments';

/** One step: custom properties with their values in pixels of the 1920 × 1080 picture. */
export type TextSizes = Readonly<Record<`--${string}`, number>>;

const pixelsPerRem = 16;
/** Below this, larger letters are worth more than a line saved. */
const leastForLines = 48;

/**
 * Tries `steps` from the largest; the last one stays even if it overflows. The next smaller one is better where it saves the
 * heading a line. Measured again when the place or its content changes and when the letters have loaded.
 */
export function fitText(steps: readonly TextSizes[]): Attachment<HTMLElement> {
	return (place) => {
		const overflows = () => place.scrollHeight > place.clientHeight + 1 || place.scrollWidth > place.clientWidth + 1;
		const take = (sizes: TextSizes) => {
			for (const [name, pixels] of Object.entries(sizes)) place.style.setProperty(name, `${pixels / pixelsPerRem}rem`);
		};
		const linesOfHeading = () => {
			const heading = place.querySelector('h1');
			return heading ? Math.round(heading.clientHeight / parseFloat(getComputedStyle(heading).lineHeight)) : 0;
		};
		const fit = () => {
			for (const [at, sizes] of steps.entries()) {
				take(sizes);
				if (overflows()) continue;
				const lines = linesOfHeading();
				const smaller = steps[at + 1];
				if (!smaller || lines < 2 || (Object.values(smaller)[0] ?? 0) < leastForLines) return;
				take(smaller);
				if (linesOfHeading() >= lines) take(sizes);
				return;
			}
		};
		const resized = new ResizeObserver(fit);
		resized.observe(place);
		const changed = new MutationObserver(fit);
		changed.observe(place, { childList: true, characterData: true, subtree: true });
		void document.fonts.ready.then(fit);
		fit();
		return () => {
			resized.disconnect();
			changed.disconnect();
		};
	};
}
