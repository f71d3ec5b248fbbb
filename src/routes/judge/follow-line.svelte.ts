// What the judge's desk does when its line comes and goes: sends what waits, loads until it comes, and goes to the sheet that was opened without it.
import { onMount, untrack } from 'svelte';
import { invalidateAll } from '$app/navigation';
import { loadPatiently } from './load-patiently.ts';
import type { SheetsAhead } from './sheets-ahead.svelte.ts';
import type { WaitingDrafts } from './waiting-drafts.svelte.ts';

export interface Line {
	/** The line was there and is gone: what the server knows meanwhile is not known here. */
	readonly isCutOff: boolean;
}

/** Only while a component is made. */
export function followLine(
	connection: () => string,
	ahead: SheetsAhead,
	waiting: WaitingDrafts,
	kept: { keptAt: number | null }
): Line {
	let hasConnected = $state(false);
	const isCutOff = $derived((hasConnected || kept.keptAt !== null) && connection() !== 'connected');
	$effect(() => {
		if (connection() !== 'connected') return;
		hasConnected = true;
		untrack(() => {
			void waiting.send();
			if (ahead.openedId !== null) void ahead.open(ahead.openedId);
			else if (kept.keptAt !== null) void invalidateAll();
		});
	});
	onMount(() => {
		const send = () => void waiting.send();
		send();
		const hurry = loadPatiently();
		window.addEventListener('online', send);
		return () => {
			window.removeEventListener('online', send);
			waiting.stop();
			hurry();
		};
	});
	return {
		get isCutOff() {
			return isCutOff;
		}
	};
}
