// Gives the keyboard back after an act: SvelteKit takes the focus off every form it has sent. It must not know any act.
import { tick } from 'svelte';

/** To the next act of the page (`data-next-act`), unless the person has gone elsewhere meanwhile. */
export async function focusNextAct(): Promise<void> {
	await tick();
	const isLost = document.activeElement === null || document.activeElement === document.body;
	if (isLost)
		document.querySelector<HTMLElement>('[data-next-act] button, [data-next-act] a')?.focus({ preventScroll: true });
}
