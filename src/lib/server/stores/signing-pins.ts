// The only SQL about signing PINs; it must not know how a PIN is hashed or what it signs.
import { and, eq, lt, sql } from 'drizzle-orm';
import { signingPin } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** After these only the password helps: it sets the PIN anew. */
export const mostPinTries = 5;

/** Tries of the PIN that is set; null when none is. */
export async function readPinTries(db: Queryable, accountId: string): Promise<number | null> {
	const [row] = await db
		.select({ tries: signingPin.tries })
		.from(signingPin)
		.where(eq(signingPin.accountId, accountId));
	return row?.tries ?? null;
}

/** Counts a try before it is made, so that tries at once on several nodes are counted too; null when none is left or no PIN is set. */
export async function takePinTry(db: Queryable, accountId: string): Promise<{ pinHash: string; tries: number } | null> {
	const [row] = await db
		.update(signingPin)
		.set({ tries: sql`${signingPin.tries} + 1` })
		.where(and(eq(signingPin.accountId, accountId), lt(signingPin.tries, mostPinTries)))
		.returning({ pinHash: signingPin.pinHash, tries: signingPin.tries });
	return row ?? null;
}

/** The try did not count: nothing was compared. */
export async function giveBackPinTry(db: Queryable, accountId: string): Promise<void> {
	await db
		.update(signingPin)
		.set({ tries: sql`greatest(${signingPin.tries} - 1, 0)` })
		.where(eq(signingPin.accountId, accountId));
}

/** The right PIN was given: all tries are there again, and within a minute something may be signed (a trigger asks). */
export async function rememberProof(db: Queryable, accountId: string): Promise<void> {
	await db
		.update(signingPin)
		.set({ tries: 0, provedAt: sql`clock_timestamp()` })
		.where(eq(signingPin.accountId, accountId));
}

/** Sets it or replaces it; all tries are there again. */
export async function storePin(db: Queryable, pin: { accountId: string; pinHash: string; setAt: Date }): Promise<void> {
	const { pinHash, setAt } = pin;
	await db
		.insert(signingPin)
		.values(pin)
		.onConflictDoUpdate({ target: signingPin.accountId, set: { pinHash, setAt, tries: 0 } });
}
