// Senders of bad packets: each holds a line, sends one bad frame after another and comes back when it is cut.
import { openLine, type Line } from '../load/line.ts';
import { helloText, socketPath } from '../load/wire.ts';
import { badFrame } from './mutations.ts';

export interface BadSender {
	readonly sent: number;
	/** How often the server has ended the line. */
	readonly cuts: number;
	/** Sends until so many are out; resolves then. */
	run(): Promise<void>;
}

const framesAtOnce = 20;

export function makeBadSender(given: { origin: string; cookie: string; frames: number; random(): number }): BadSender {
	let sent = 0;
	let cuts = 0;
	return {
		get sent() {
			return sent;
		},
		get cuts() {
			return cuts;
		},
		run: () =>
			new Promise((done) => {
				let line: Line | null = null;
				const send = () => {
					for (let count = 0; count < framesAtOnce && line?.isOpen && sent < given.frames; count++, sent++)
						line.sendRaw(badFrame(given.random));
					if (sent < given.frames) return void (line?.isOpen && setImmediate(send));
					line?.cut();
					done();
				};
				const connect = () => {
					line = openLine(
						{ origin: given.origin, path: socketPath, headers: { origin: given.origin, cookie: given.cookie } },
						{
							onText(text) {
								if (text.startsWith('0')) line?.send(helloText());
								// Admitted: what it sends from now on reaches the handlers.
								if (text.startsWith('42["stage"')) send();
							},
							onEnd() {
								cuts++;
								if (sent < given.frames) setTimeout(connect, 5);
							}
						}
					);
				};
				connect();
			})
	};
}
