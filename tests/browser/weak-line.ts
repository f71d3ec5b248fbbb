// The line between one page and the house, to be cut and mended: requests fail, sockets close, new ones do not open.
import type { Page } from '@playwright/test';

export interface Line {
	/** Out of reach of the Wi-Fi: what is open closes, nothing goes out. */
	cut(): Promise<void>;
	mend(): Promise<void>;
}

/** Reloads the page once, so that its socket runs over the line. */
export async function lineOf(page: Page): Promise<Line> {
	let isCut = false;
	const open = new Set<() => void>();
	await page.routeWebSocket(/\/socket\.io\//, async (socket) => {
		if (isCut) {
			await socket.close();
			return;
		}
		const server = socket.connectToServer();
		const close = () => {
			open.delete(close);
			void server.close();
			void socket.close();
		};
		open.add(close);
	});
	await page.reload();
	return {
		async cut() {
			isCut = true;
			await page.context().setOffline(true);
			for (const close of [...open]) close();
		},
		async mend() {
			isCut = false;
			await page.context().setOffline(false);
		}
	};
}
