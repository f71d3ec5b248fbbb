// The one place that listens to a socket's events: every event is limited, parsed by its use case, answered, and cannot throw out.
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { openBucket } from '../limits.ts';
import { refusalAnswer } from '../refusal-answer.ts';
import { hearAsked, type Reply } from './asked-events.ts';
import type { HoithiSocket } from './socket-types.ts';

/** What an event gives: a result or a refusal; `arrivedAt` is the house's time of arrival. */
export type EventAnswer = (input: unknown, arrivedAt: number) => Promise<object | Refusal>;

/** A phone that behaves sends a few events a second; this leaves room for reconnecting and for fast fingers. */
const perSocket = { size: 60, refillMs: 50 };
/** Events beyond that, in a row, before the connection is cut: a fifth of a second of a flood. */
const mostExcess = 200;

export function answerEvents(
	app: App,
	socket: HoithiSocket,
	language: 'vi' | 'en',
	answers: Record<string, EventAnswer>
): void {
	const byName = new Map(Object.entries(answers));
	const bucket = openBucket(perSocket);
	let excess = 0;
	const hear = (event: unknown[], reply: Reply | null) => {
		const arrivedAt = app.clock.now();
		const isWithin = bucket.take();
		// A flood is cut, whether it asks for answers or not; one event too many is only told.
		if (isWithin) excess = 0;
		else if (++excess > mostExcess) return void socket.disconnect(true);
		if (!reply) return;
		const tell = (result: object | Refusal) =>
			reply(isRefusal(result) ? { refused: refusalAnswer(result, language) } : { done: result });
		if (!isWithin) return tell(refuse('server/busy'));
		const [name, input] = event;
		const answer = typeof name === 'string' ? byName.get(name) : undefined;
		if (!answer || event.length !== 2) return tell(refuse('input/not-valid'));
		answer(input, arrivedAt).then(tell, (error: unknown) => {
			app.log.error({ err: error, event: name }, 'an event failed');
			tell(refuse('server/fault'));
		});
	};
	hearAsked(socket, hear);
	// What asks for no answer.
	socket.onAny((...event: unknown[]) => hear(event, null));
}
