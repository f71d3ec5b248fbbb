// Signing by PIN (ADR 0013): setting it with the password, and proving with it who sits at the device; a PIN is never logged or stored.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { makeLimiter } from '../limits.ts';
import { hashPassword, verifyPassword } from '../passwords.ts';
import type { Seat } from '../seat.ts';
import { readAccount } from '../stores/accounts.ts';
import {
	giveBackPinTry,
	mostPinTries,
	readPinTries,
	rememberProof,
	storePin,
	takePinTry
} from '../stores/signing-pins.ts';

const pinText = z.string().regex(/^\d{4,6}$/);
const input = z.strictObject({ pin: pinText, password: z.string().min(1).max(200) });

/** As for signing in: ten tries in fifteen minutes, a good one gives them back. */
const passwordTries = makeLimiter({ size: 10, refillMs: 90_000 });

/** Sets or replaces the asker's own PIN. */
export async function setSigningPin(app: App, seat: Seat, given: unknown): Promise<true | Refusal> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const read = input.safeParse(given);
	if (!read.success) return refuse('signature/pin-not-valid', {}, 'pin');
	const { pin, password } = read.data;
	if (isEasyPin(pin)) return refuse('signature/pin-too-easy', {}, 'pin');
	const { accountId } = seat;
	if (!passwordTries.take(accountId)) return refuse('access/too-many-tries');
	const db = app.database.drizzle;
	const account = await readAccount(db, accountId);
	const isUsable = account !== null && account.passwordHash !== '' && !account.disabledAt;
	const matches = await verifyPassword(isUsable ? account.passwordHash : null, password);
	if (isRefusal(matches)) return matches;
	if (!matches) return refuse('signature/wrong-password', {}, 'password');
	passwordTries.forget(accountId);
	const pinHash = await hashPassword(pin);
	if (isRefusal(pinHash)) return pinHash;
	await storePin(db, { accountId, pinHash, setAt: new Date(app.clock.now()) });
	return true;
}

/** Null when the PIN is the asker's own. */
export async function signWithPin(app: App, seat: Seat, given: unknown): Promise<Refusal | null> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const { accountId } = seat;
	const db = app.database.drizzle;
	const tries = await readPinTries(db, accountId);
	if (tries === null) return refuse('signature/no-pin', {}, 'pin');
	const pin = pinText.safeParse(given);
	if (!pin.success) return refuse('signature/pin-not-valid', {}, 'pin');
	const taken = await takePinTry(db, accountId);
	if (!taken) return refuse('signature/pin-locked', {}, 'pin');
	const matches = await verifyPassword(taken.pinHash, pin.data);
	if (isRefusal(matches)) {
		await giveBackPinTry(db, accountId);
		return matches;
	}
	if (matches) {
		await rememberProof(db, accountId);
		return null;
	}
	const left = mostPinTries - taken.tries;
	return left > 0 ? refuse('signature/wrong-pin', { left }, 'pin') : refuse('signature/pin-locked', {}, 'pin');
}

/** One figure over and over, or a run up or down. */
function isEasyPin(pin: string): boolean {
	return /^(\d)\1+$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin);
}
