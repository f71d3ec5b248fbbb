// Locks and reopens sheets for tests that are about something else than the PIN: everybody has the same one.
import { hashPassword } from '../../src/lib/server/passwords.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { Seat } from '../../src/lib/server/seat.ts';
import { readPinTries, storePin } from '../../src/lib/server/stores/signing-pins.ts';
import { lockScoresheet } from '../../src/lib/server/usecases/lock-scoresheet.ts';
import { reopenScoresheet } from '../../src/lib/server/usecases/reopen-scoresheet.ts';
import { ok } from './setup-world.ts';

export const pin = '7294';
const hashed = hashPassword(pin);

export async function givePin(app: App, accountId: string): Promise<void> {
	const db = app.database.drizzle;
	if ((await readPinTries(db, accountId)) === null)
		await storePin(db, { accountId, pinHash: ok(await hashed), setAt: new Date(app.clock.now()) });
}

export async function reopenSigned(app: App, seat: Seat, given: object): ReturnType<typeof reopenScoresheet> {
	if (seat.kind === 'staff') await givePin(app, seat.accountId);
	return reopenScoresheet(app, seat, { ...given, pin });
}

export async function lockSigned(app: App, seat: Seat, given: object): ReturnType<typeof lockScoresheet> {
	if (seat.kind === 'staff') await givePin(app, seat.accountId);
	return lockScoresheet(app, seat, { ...given, pin });
}
