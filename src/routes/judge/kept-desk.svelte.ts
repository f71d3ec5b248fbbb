// This desk as the browser keeps it for a time without a network: asks the service worker to, and shows confirmed marks on a page that is older than they are.
import { onMount } from 'svelte';
import { version } from '$app/environment';
import type { DeskSheet } from './desk-sheet.ts';
import { placeOf } from './local-draft.ts';
import { readStoredCopy } from './stored-copy.ts';

const keptAt = (): number | null => Number(globalThis.document?.documentElement.dataset.keptAt ?? 0) || null;

export class KeptDesk {
	/** When the page on the screen was kept, ms; null when the server gave it, and before scripts run. */
	keptAt = $state<number | null>(null);
	/** Over HTTPS a closed desk opens again without a network; over the plain LAN it does not. */
	opensAgain = $state(true);
	readonly #contestId: string;
	readonly #judgeId: string;
	#isKept = keptAt() !== null;
	#last: { desk: object; submitted: number } | null = null;

	/** Only while a component is made. `whole`: everything the page brings with it has arrived. */
	constructor(contestId: string, judgeId: string, whole: () => Promise<unknown>) {
		this.#contestId = contestId;
		this.#judgeId = judgeId;
		onMount(() => {
			this.keptAt = keptAt();
			// Not on localhost: there is no network to lose.
			this.opensAgain = location.protocol === 'https:' && 'serviceWorker' in navigator;
			if (!this.opensAgain) return;
			void navigator.serviceWorker.register('/service-worker.js', { scope: '/judge' }).catch(() => {});
			void whole().then(
				() => this.keep(),
				() => {}
			);
		});
	}

	/** The newer of the page's sheet and the copy of this device; the server's own page is never older. */
	newest(sheet: DeskSheet | null): DeskSheet | null {
		const copy =
			sheet && this.#isKept ? readStoredCopy(placeOf(this.#contestId, this.#judgeId, sheet.turn.turnId)) : null;
		return sheet && copy && copy.version > sheet.version ? { ...sheet, ...copy } : sheet;
	}

	/** The page as it is now takes the place of the one that was kept before. */
	async keep(): Promise<void> {
		if (!this.opensAgain || this.keptAt !== null) return;
		const { active } = await navigator.serviceWorker.ready;
		const files = performance
			.getEntriesByType('resource')
			.map(({ name }) => new URL(name).pathname)
			.filter((path) => path.startsWith('/_app/immutable/'));
		active?.postMessage({ address: location.pathname + location.search, version, files: [...new Set(files)] });
	}

	/** Called with every desk the server gives: newer than a kept page, and to be kept anew when a sheet was submitted. */
	follow(desk: object, submitted: number): void {
		const before = this.#last;
		this.#last = { desk, submitted };
		if (!before) return;
		if (before.desk !== desk && this.#isKept) {
			this.#isKept = false;
			this.keptAt = null;
			delete document.documentElement.dataset.keptAt;
			void this.keep();
		} else if (before.submitted !== submitted) void this.keep();
	}
}
