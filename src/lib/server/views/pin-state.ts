// Whether somebody can sign by PIN now; it must not know what is signed.
import type { App } from '../app.ts';
import { mostPinTries, readPinTries } from '../stores/signing-pins.ts';

/** A locked PIN is set anew with the password, like none. */
export type PinState = 'set' | 'none' | 'locked';

export async function pinState(app: App, accountId: string): Promise<PinState> {
	const tries = await readPinTries(app.database.drizzle, accountId);
	if (tries === null) return 'none';
	return tries >= mostPinTries ? 'locked' : 'set';
}
