// The only file that knows Lucia: opening, reading and ending sessions, and the seat a session gives.
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import type { App } from './app.ts';
import { hashSecret, makeSecret } from './secrets.ts';
import { anonymous, type Seat } from './seat.ts';
import { readAccount, rolesByContest } from './stores/accounts.ts';
import { admitDevice } from './stores/devices.ts';
import type { Queryable } from './stores/queryable.ts';
import {
	deleteSessionsEndedBefore,
	insertSession,
	prolongSession,
	readLiveSession,
	revokeSession,
	revokeSessionsOf,
	type SessionContact,
	type SessionHolder,
	type SlipRow
} from './stores/sessions.ts';

declare module 'lucia' {
	interface Register {
		Lucia: SlipLucia;
		DatabaseSessionAttributes: SlipAttributes;
	}
}

/** What is read with a session anyway: asking for the slip or the contact again would cost each returning phone a query more. */
interface SlipAttributes {
	slip: SlipRow | null;
	/** Of the slip's device. */
	epoch: number;
	contact: SessionContact | null;
}
type SlipLucia = Lucia<SlipAttributes>;

/** A session lives twelve hours after its last renewal and never longer than this from its beginning. */
const wholeLifeMs = 36 * 3_600_000;

function holderKey(holder: SessionHolder): string {
	if ('accountId' in holder) return `account:${holder.accountId}`;
	return 'slipId' in holder ? `slip:${holder.slipId}` : `contact:${holder.contactId}`;
}

function holderOf(key: string): SessionHolder {
	const [kind, id = ''] = key.split(':');
	if (kind === 'account') return { accountId: id };
	return kind === 'slip' ? { slipId: id } : { contactId: id };
}

/** `now` is the house's clock: who joined when is measured with it. */
function adapterFor(db: Queryable, now: () => number): Adapter {
	return {
		async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
			const found = await readLiveSession(db, sessionId);
			if (!found || found.session.endsAt.getTime() <= Date.now()) return [null, null];
			const { accountId, slipId, contactId, expiresAt } = found.session;
			const userId = holderKey(accountId ? { accountId } : slipId ? { slipId } : { contactId: contactId ?? '' });
			const attributes = { slip: found.slip, epoch: found.session.epoch ?? 0, contact: found.contact };
			return [
				{ id: sessionId, userId, expiresAt, attributes },
				{ id: userId, attributes: {} }
			];
		},
		getUserSessions: () => Promise.reject(new Error('sessions are never listed')),
		async setSession(session) {
			const endsAt = new Date(Date.now() + wholeLifeMs);
			const holder = holderOf(session.userId);
			const epoch = 'slipId' in holder ? await admitDevice(db, holder.slipId, new Date(now())) : null;
			await insertSession(db, { id: session.id, expiresAt: session.expiresAt, endsAt, epoch, ...holder });
		},
		updateSessionExpiration: (sessionId, expiresAt) => prolongSession(db, sessionId, expiresAt),
		deleteSession: (sessionId) => revokeSession(db, sessionId, new Date()),
		deleteUserSessions: (userId) => revokeSessionsOf(db, holderOf(userId), new Date()),
		deleteExpiredSessions: () => deleteSessionsEndedBefore(db, new Date())
	};
}

const lucias = new WeakMap<App, SlipLucia>();

function luciaOf(app: App): SlipLucia {
	let lucia = lucias.get(app);
	if (!lucia) {
		lucia = new Lucia(
			adapterFor(app.database.drizzle, () => app.clock.now()),
			{
				sessionExpiresIn: new TimeSpan(12, 'h'),
				getSessionAttributes: ({ slip, epoch, contact }) => ({ slip, epoch, contact })
			}
		);
		lucias.set(app, lucia);
	}
	return lucia;
}

/** Opens a session and returns the secret for the cookie; only its SHA-256 is stored. */
export async function openSession(app: App, holder: SessionHolder): Promise<string> {
	const secret = makeSecret();
	await luciaOf(app).createSession(
		holderKey(holder),
		{ slip: null, epoch: 0, contact: null },
		{ sessionId: hashSecret(secret) }
	);
	return secret;
}

/** The id under which the session of this secret is stored: safe to keep in memory, useless as a cookie. */
export const sessionIdOf = hashSecret;

export async function endSession(app: App, secret: string): Promise<void> {
	await luciaOf(app).invalidateSession(hashSecret(secret));
}

/** The seat of a cookie's secret; anonymous when it is missing, expired, revoked or unknown. */
export async function seatOf(app: App, secret: string | undefined): Promise<Seat> {
	if (!secret || secret.length > 100) return anonymous;
	const { session } = await luciaOf(app).validateSession(hashSecret(secret));
	if (!session) return anonymous;
	const db = app.database.drizzle;
	const holder = holderOf(session.userId);
	if ('accountId' in holder) {
		const account = await readAccount(db, holder.accountId);
		if (!account || account.disabledAt) return anonymous;
		return {
			kind: 'staff',
			accountId: account.id,
			name: account.displayName,
			isFounder: account.isFounder,
			roles: await rolesByContest(db, account.id)
		};
	}
	const { slip, epoch, contact } = session;
	if (contact) {
		const { id: contactId, unitName, name, ...whose } = contact;
		return { kind: 'contact', contactId, ...whose, name: name || unitName };
	}
	if (!slip) return anonymous;
	const { id: slipId, contestId, contestantId } = slip;
	return contestantId
		? { kind: 'contestant', slipId, contestId, contestantId, epoch }
		: { kind: 'screen', slipId, contestId };
}

/** HTTPS has a cookie no other host can set; plain LAN addresses need another name and no Secure. */
export function sessionCookie(isHttps: boolean): {
	name: string;
	options: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean; maxAge: number };
} {
	return {
		name: isHttps ? '__Host-hoithi' : 'hoithi_lan',
		options: { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps, maxAge: wholeLifeMs / 1000 }
	};
}
