// A desk stays on the screen when news of it is lost on the way: Kit would put its error page there. It must not know what is loaded.

const retryMs = 3_000;
/** Kit's own mark of what it asks for, no part of the page's address. */
const askedParameter = 'x-sveltekit-invalidated';

/** From now on until the function it gives is called. What is asked about other pages fails as ever, and is opened from this device. */
export function loadPatiently(): () => void {
	const before = window.fetch;
	let asked = 0;
	window.fetch = (input, init) => (isThisPage(input) ? ask(input) : before(input, init));
	return () => {
		asked += 1;
		window.fetch = before;
	};

	/** Again and again until it has come whole; only the newest question goes on. */
	async function ask(address: RequestInfo | URL): Promise<Response> {
		const number = ++asked;
		for (;;) {
			try {
				return await begun(await before(address));
			} catch (error) {
				await new Promise((resolve) => setTimeout(resolve, retryMs));
				// Kit shows no failure of what it has asked anew since.
				if (number !== asked) throw error;
			}
		}
	}
}

function isThisPage(input: RequestInfo | URL): boolean {
	const url = new URL(input instanceof Request ? input.url : input, location.href);
	url.searchParams.delete(askedParameter);
	const search = url.searchParams.toString();
	return url.pathname === `${location.pathname}/__data.json` && search === location.search.slice(1);
}

/** The page's own data are its first line; what follows may come later, or never. */
async function begun(response: Response): Promise<Response> {
	if (!response.ok || !response.body) return response;
	const reader = response.body.getReader();
	const pieces: Uint8Array[] = [];
	let isWhole = false;
	while (!isWhole) {
		const { done, value } = await reader.read();
		if (value) pieces.push(value);
		isWhole = done || value.includes(10);
	}
	const body = new ReadableStream<Uint8Array>({
		start: (controller) => pieces.forEach((piece) => controller.enqueue(piece)),
		async pull(controller) {
			const { done, value } = await reader.read();
			if (done) controller.close();
			else controller.enqueue(value);
		}
	});
	return new Response(body, response);
}
