// Prints a page of papers as the person who asks is answered; both the single PDF and the archive come through here.
import { isRefusal, type Refusal } from '#lib/contest/refusal.ts';
import { printPaper } from '#lib/server/usecases/print-paper.ts';

interface Printing {
	locals: App.Locals;
	fetch: typeof globalThis.fetch;
	contestId: string;
	/** Path and query of the page. */
	path: string;
}

/** The page as it was answered where this person may not open it, or it is not there: that is not printed. */
export async function printPage({
	locals,
	fetch,
	contestId,
	path
}: Printing): Promise<{ html: string; printed: Uint8Array | Refusal } | { answer: Response }> {
	const page = await fetch(path);
	if (!page.ok) return { answer: page };
	const html = await page.arrayBuffer();
	const printed = await printPaper(locals.app, locals.seat, {
		contestId,
		path,
		async ask(asked) {
			if (asked === path) return { status: 200, type: 'text/html; charset=utf-8', bytes: new Uint8Array(html) };
			const answer = await fetch(asked);
			const type = answer.headers.get('content-type') ?? 'application/octet-stream';
			return { status: answer.status, type, bytes: new Uint8Array(await answer.arrayBuffer()) };
		}
	});
	return { html: new TextDecoder().decode(html), printed };
}

/** Null where it cannot be printed now. */
export async function printedPage(printing: Printing): Promise<Uint8Array | null> {
	const page = await printPage(printing);
	return 'answer' in page || isRefusal(page.printed) ? null : page.printed;
}
