// Goes from sheet to sheet also where the network is gone, from the judge's own sheets that came with the page; it must not know what is on them.
import { onMount } from 'svelte';
import { goto, preloadData } from '$app/navigation';
import { page } from '$app/state';
import type { DeskSheet } from './desk-sheet.ts';

/** A server that has not answered by then is taken for gone, and the sheet is opened from this device. */
const patienceMs = 2_000;

export class SheetsAhead {
	/** Every sheet of the judge in this stage, as the server last told. */
	sheets = $state.raw<DeskSheet[]>([]);
	/** The one opened from this device; null while the address says it. */
	openedId = $state<string | null>(null);
	/** The one being asked for. */
	wantedId = $state<string | null>(null);

	/** Only while a component is made. Kit asks the server about every address, so its own navigation never begins without one. */
	constructor() {
		onMount(() => {
			document.addEventListener('click', this.#clicked, true);
			return () => document.removeEventListener('click', this.#clicked, true);
		});
	}

	readonly #clicked = (event: MouseEvent) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		const turnId = new URLSearchParams(link?.getAttribute('href') ?? '').get('turn');
		const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
		if (turnId === null || !isPlain || !this.find(turnId)) return;
		event.preventDefault();
		void this.open(turnId);
	};

	/** A kept page may have been opened by the address of another sheet than the one it was kept with. */
	take(sheets: DeskSheet[], shownId: string | undefined): void {
		this.sheets = sheets;
		const wanted = page.url.searchParams.get('turn');
		if (wanted !== null && wanted !== shownId && this.openedId === null && this.find(wanted)) this.openedId = wanted;
	}

	find(turnId: string): DeskSheet | undefined {
		return this.sheets.find(({ turn }) => turn.turnId === turnId);
	}

	/** From the server if it answers. */
	async open(turnId: string): Promise<void> {
		this.wantedId = turnId;
		const href = `?turn=${turnId}`;
		const isThere = await Promise.race([
			preloadData(page.url.pathname + href).then(
				// Without an answer Kit hands back the data of the page that is open.
				(loaded) => loaded.type === 'loaded' && turnIn(loaded.data) === turnId,
				() => false
			),
			new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs))
		]);
		if (this.wantedId !== turnId) return;
		if (isThere) await goto(href, { keepFocus: true, noScroll: true });
		this.openedId = isThere ? null : turnId;
		this.wantedId = null;
		const sheet = document.getElementById('sheet');
		if (sheet && sheet.getBoundingClientRect().top < 0) sheet.scrollIntoView();
	}
}

function turnIn(data: Record<string, unknown>): string | undefined {
	return (data as { desk?: { sheet?: DeskSheet | null } }).desk?.sheet?.turn.turnId;
}
