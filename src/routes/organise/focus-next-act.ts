// After an act: gives the keyboard back, which SvelteKit takes off every form it has sent, and lets one press be one act. It must not know any act.
import { tick } from 'svelte';

/** As long as the second press of a double click may take. */
const settlesInMs = 600;

/** The button stays in its place while its act changes: the second press of a double click must not be the next act. */
export async function settleAct(): Promise<void> {
	await focusNextAct();
	await new Promise((resolve) => setTimeout(resolve, settlesInMs));
}

/** For the button of the next act: a key held down is one press. */
export function pressOnce(event: KeyboardEvent): void {
	if (event.repeat) event.preventDefault();
}

/** To the next act of the page (`data-next-act`), unless the person has gone elsewhere meanwhile. */
async function focusNextAct(): Promise<void> {
	await tick();
	const isLost = document.activeElement === null || document.activeElement === document.body;
	if (isLost)
		document.querySelector<HTMLElement>('[data-next-act] button, [data-next-act] a')?.focus({ preventScroll: true });
}
