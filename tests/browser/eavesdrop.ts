// Everything a browser holds or receives for one page: bodies, frames, the document with its scripts, and every kind of storage.
import type { Page } from '@playwright/test';

export interface Eavesdropper {
	/** Places where one of the texts was found, since listening began and as the page stands now. */
	hits(texts: string[]): Promise<string[]>;
	/** Forgets what was received. */
	forget(): void;
	/** How many bodies and frames were received. */
	count(): number;
}

/** Listens from now on; the page should load anew, so that nothing was missed. */
export function eavesdrop(page: Page, who: string): Eavesdropper {
	const received: { place: string; text: Promise<string> }[] = [];
	page.on('response', (response) => {
		const place = `${who} body ${new URL(response.url()).pathname}`;
		const headers = Object.entries(response.headers()).join();
		received.push({
			place,
			text: response.text().then(
				(body) => headers + body,
				// A redirect has no body, and a page that was left takes its bodies along.
				() => headers
			)
		});
	});
	page.on('websocket', (socket) => {
		socket.on('framereceived', ({ payload }) => {
			received.push({ place: `${who} frame`, text: Promise.resolve(payload.toString()) });
		});
	});
	return {
		async hits(texts) {
			const all = [...received, ...(await heldBy(page, who))];
			const found = await Promise.all(
				all.map(async ({ place, text }) => {
					const body = await text;
					return texts.some((wanted) => body.includes(wanted)) ? [place] : [];
				})
			);
			return [...new Set(found.flat())];
		},
		forget: () => void received.splice(0),
		count: () => received.length
	};
}

async function heldBy(page: Page, who: string): Promise<{ place: string; text: Promise<string> }[]> {
	const held = await page.evaluate(async () => {
		const databases = await indexedDB.databases();
		const rows = await Promise.all(
			databases.map(
				({ name }) =>
					new Promise<unknown[]>((resolve) => {
						const opening = indexedDB.open(name ?? '');
						opening.onerror = () => resolve([]);
						opening.onsuccess = () => {
							const database = opening.result;
							const stores = [...database.objectStoreNames];
							if (stores.length === 0) return resolve([]);
							const reading = database.transaction(stores);
							const requests = stores.map((store) => reading.objectStore(store).getAll());
							reading.oncomplete = () => resolve(requests.map(({ result }) => result as unknown));
						};
					})
			)
		);
		const caches = 'caches' in window ? await window.caches.keys() : [];
		return {
			document: document.documentElement.outerHTML,
			storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, rows, caches, document.cookie])
		};
	});
	return Object.entries(held).map(([place, text]) => ({ place: `${who} ${place}`, text: Promise.resolve(text) }));
}
