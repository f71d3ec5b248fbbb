// Joining with a printed slip: by the ticket behind its QR or by the short code typed from it.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { makeLimiter } from '../limits.ts';
import { hashSecret } from '../secrets.ts';
import { openSession } from '../sessions.ts';
import { readSlipBy, type SlipHolder } from '../stores/slip-holders.ts';

/** Wrong slips from one address: a whole hall may stand behind one, and hopeless for who guesses codes of 50 bits. */
const codesPerAddress = makeLimiter({ size: 120, refillMs: 2_000 });

const input = z.union([
	z.strictObject({ ticket: z.string().min(22).max(100), address: z.string() }),
	z.strictObject({ code: z.string().max(40), address: z.string() })
]);

/** Of a code as it is hashed. */
export const slipCodeLength = 10;

/** The code as it is hashed: upper case, no blanks or dashes, and the letters people mistake for digits. */
export function normaliseSlipCode(code: string): string {
	return code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** Whose slip this is, without opening a session: so that the phone can ask "is this you?". */
export async function lookUpSlip(app: App, given: unknown): Promise<SlipHolder | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('access/slip-not-valid');
	const slip = read.data;
	if (!codesPerAddress.take(slip.address)) return refuse('access/too-many-tries');
	const holder = await readSlipBy(
		app.database.drizzle,
		'ticket' in slip ? { ticketHash: hashSecret(slip.ticket) } : { codeHash: hashSecret(normaliseSlipCode(slip.code)) }
	);
	if (!holder) return refuse('access/slip-not-valid');
	codesPerAddress.giveBack(slip.address);
	return holder;
}

/** Opens a session for the slip's contestant or screen. */
export async function useSlip(app: App, given: unknown): Promise<{ secret: string; holder: SlipHolder } | Refusal> {
	const holder = await lookUpSlip(app, given);
	if (isRefusal(holder)) return holder;
	const secret = await openSession(app, { slipId: holder.slipId });
	if (holder.contestant) app.news.announceAnswer(holder.contestant.id);
	return { secret, holder };
}
