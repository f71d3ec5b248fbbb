// Speaks with one Chromium over the two pipes it is started with (Chrome DevTools Protocol); it must not know what it is asked for.
import type { Readable, Writable } from 'node:stream';

type Params = Record<string, unknown>;

export interface BrowserPipe {
	/** Rejects when the browser says no or goes away. */
	send<T = Params>(method: string, params?: Params, sessionId?: string): Promise<T>;
	/** Calls back for each event of that name. */
	on(method: string, listener: (params: Params) => void): void;
	/** Rejects whatever waits for an answer. */
	close(why: string): void;
}

interface Message {
	id?: number;
	method?: string;
	params?: Params;
	result?: Params;
	error?: { message: string };
}

export function openBrowserPipe(to: Writable, from: Readable): BrowserPipe {
	const waiting = new Map<number, { settle: (result: Params) => void; fail: (error: Error) => void }>();
	const listeners = new Map<string, ((params: Params) => void)[]>();
	let last = 0;
	let rest: Buffer[] = [];

	function take({ id, method, params = {}, result = {}, error }: Message): void {
		if (id === undefined) {
			for (const listener of listeners.get(method ?? '') ?? []) listener(params);
			return;
		}
		const asked = waiting.get(id);
		waiting.delete(id);
		if (error) asked?.fail(new Error(error.message));
		else asked?.settle(result);
	}

	function close(why: string): void {
		for (const { fail } of waiting.values()) fail(new Error(why));
		waiting.clear();
	}

	// Messages end with a nought byte; a large one comes in many pieces.
	from.on('data', (piece: Buffer) => {
		let begin = 0;
		for (let end = piece.indexOf(0); end >= 0; end = piece.indexOf(0, begin)) {
			rest.push(piece.subarray(begin, end));
			take(JSON.parse(Buffer.concat(rest).toString('utf8')) as Message);
			rest = [];
			begin = end + 1;
		}
		rest.push(piece.subarray(begin));
	});
	from.on('close', () => close('the browser has gone'));
	to.on('error', () => close('the browser has gone'));

	return {
		send: <T>(method: string, params: Params = {}, sessionId?: string) =>
			new Promise<T>((settle, fail) => {
				last += 1;
				waiting.set(last, { settle: settle as (result: Params) => void, fail });
				to.write(`${JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
			}),
		on: (method, listener) => void listeners.set(method, [...(listeners.get(method) ?? []), listener]),
		close
	};
}
