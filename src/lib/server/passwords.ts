// Passwords with argon2id behind a semaphore, so that a wave of sign-ins never starves the show.
import { hash, verify } from '@node-rs/argon2';
import { refuse, type Refusal } from '../contest/refusal.ts';

/** OWASP's parameters: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };
const atOnce = 2;
const longestQueue = 50;

let running = 0;
const waiting: (() => void)[] = [];

async function behindSemaphore<T>(work: () => Promise<T>): Promise<T | Refusal> {
	if (running >= atOnce) {
		if (waiting.length >= longestQueue) return refuse('server/busy');
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else {
		running++;
	}
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running--;
	}
}

export function hashPassword(password: string): Promise<string | Refusal> {
	return behindSemaphore(() => hash(password.normalize('NFC'), parameters));
}

/** A hash nobody's password has, so that an unknown login takes as long as a known one. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LW5vYm9keS0wMA$0nbnQ1PkhzXNkpVJXpLF1SGXqP1jPbVQPmGHnxnlR9c';

/** Compares; with no stored hash it does the same work and says false. */
export function verifyPassword(storedHash: string | null, password: string): Promise<boolean | Refusal> {
	return behindSemaphore(async () => {
		const matches = await verify(storedHash ?? nobodysHash, password.normalize('NFC')).catch(() => false);
		return storedHash !== null && matches;
	});
}
