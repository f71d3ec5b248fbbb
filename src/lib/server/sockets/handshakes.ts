// How often an address and a session may connect; a venue's phones share one address, a session is one device with a few tabs.
import type { IncomingMessage } from 'node:http';
import { makeLimiter, type Limiter } from '../limits.ts';

/** A hall of five thousand phones behind one address comes back at once; after that two hundred a second. */
const perAddress = { size: 6_000, refillMs: 5 };
/** A phone that loses its line in every other second, and a few tabs. */
const perSession = { size: 30, refillMs: 1_000 };

export interface Handshakes {
	/** True when this request may go on; takes a token of both. */
	take(request: IncomingMessage): boolean;
}

export function limitHandshakes(now?: () => number): Handshakes {
	const addresses: Limiter = makeLimiter(perAddress, now);
	const sessions: Limiter = makeLimiter(perSession, now);
	return {
		take({ headers, socket }) {
			const isAddressGood = addresses.take(socket.remoteAddress ?? '');
			// The whole header stands for the session: nothing here has to know which cookie is which.
			return isAddressGood && sessions.take(headers.cookie ?? '');
		}
	};
}
