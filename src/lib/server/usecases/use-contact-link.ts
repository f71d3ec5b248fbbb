// A contact comes in by the link the organisers gave to the unit; it opens again on any device until the organisers end it.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { makeLimiter } from '../limits.ts';
import { hashSecret } from '../secrets.ts';
import { openSession } from '../sessions.ts';
import { readContactByLink } from '../stores/contacts.ts';

/** Wrong links from one address; hopeless for who guesses 256 bits. */
const linksPerAddress = makeLimiter({ size: 60, refillMs: 2_000 });

const input = z.strictObject({ link: z.string().min(22).max(100), address: z.string() });

export type LinkHolder = NonNullable<Awaited<ReturnType<typeof readContactByLink>>>;

/** Whose link this is, without opening a session: so that a forwarded link says first for whom it is. */
export async function lookUpContactLink(app: App, given: unknown): Promise<LinkHolder | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('access/link-not-valid');
	const { link, address } = read.data;
	if (!linksPerAddress.take(address)) return refuse('access/too-many-tries');
	const holder = await readContactByLink(app.database.drizzle, hashSecret(link));
	if (!holder) return refuse('access/link-not-valid');
	linksPerAddress.giveBack(address);
	return holder;
}

export async function useContactLink(app: App, given: unknown): Promise<{ secret: string } | Refusal> {
	const holder = await lookUpContactLink(app, given);
	if (isRefusal(holder)) return holder;
	return { secret: await openSession(app, { contactId: holder.contactId }) };
}
