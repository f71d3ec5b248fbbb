// Signing in with login and password, and setting a password through an invitation.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { makeLimiter } from '../limits.ts';
import { hashPassword, verifyPassword } from '../passwords.ts';
import { hashSecret, makeSecret } from '../secrets.ts';
import { openSession } from '../sessions.ts';
import {
	insertAccount,
	insertInvitation,
	readAccount,
	readAccountByLogin,
	readInvitation,
	updatePassword,
	useInvitation,
	voidFounderInvitations,
	voidInvitationsOf,
	founderExists
} from '../stores/accounts.ts';
import { revokeSessionsOf } from '../stores/sessions.ts';

/** Ten tries per account in fifteen minutes; a good sign-in gives them back. */
const triesPerAccount = makeLimiter({ size: 10, refillMs: 90_000 });
/** A venue sits behind one address: the outer limit is wide. */
const triesPerAddress = makeLimiter({ size: 300, refillMs: 1_000 });

const loginText = z
	.string()
	.transform((text) => text.normalize('NFC').trim().toLowerCase())
	.pipe(z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/));
const passwordText = z.string().min(8).max(200);
const nameText = z
	.string()
	.transform((text) => text.normalize('NFC').trim().replace(/\s+/g, ' '))
	.pipe(z.string().min(1).max(120));

const signInInput = z.strictObject({ login: loginText, password: z.string().min(1).max(200), address: z.string() });

/** The secret of a new session. Known and unknown logins are refused in the same words after the same work. */
export async function signIn(app: App, input: unknown): Promise<{ secret: string } | Refusal> {
	const read = signInInput.safeParse(input);
	if (!read.success) return refuse('access/unknown-login');
	const { login, password, address } = read.data;
	if (!triesPerAddress.take(address) || !triesPerAccount.take(login)) return refuse('access/too-many-tries');
	const account = await readAccountByLogin(app.database.drizzle, login);
	const isUsable = account !== null && account.passwordHash !== '' && !account.disabledAt;
	const matches = await verifyPassword(isUsable ? account.passwordHash : null, password);
	if (isRefusal(matches)) return matches;
	if (!matches || !account) return refuse('access/unknown-login');
	triesPerAccount.forget(login);
	return { secret: await openSession(app, { accountId: account.id }) };
}

const dayMs = 86_400_000;
/** How long an invitation to an account can be used. */
export const invitationMs = 30 * dayMs;

/** A one-time secret with which the first organiser makes an account; null once there is one. */
export async function inviteFounder(app: App): Promise<string | null> {
	const db = app.database.drizzle;
	if (await founderExists(db)) return null;
	const secret = makeSecret();
	await voidFounderInvitations(db);
	await insertInvitation(db, { secretHash: hashSecret(secret), expiresAt: new Date(app.clock.now() + dayMs) });
	return secret;
}

/** A one-time secret with which the holder of an account sets a password; earlier ones are void. */
export async function inviteAccount(app: App, accountId: string): Promise<string> {
	const db = app.database.drizzle;
	const secret = makeSecret();
	await voidInvitationsOf(db, accountId);
	await insertInvitation(db, {
		secretHash: hashSecret(secret),
		accountId,
		expiresAt: new Date(app.clock.now() + invitationMs)
	});
	return secret;
}

export interface Invitation {
	/** Login of the account whose password is set; null when the first organiser chooses one. */
	login: string | null;
	displayName: string | null;
}

/** What the page of an invitation link shows, or why the link is of no use any more. */
export async function readInvitationLink(app: App, secret: string): Promise<Invitation | Refusal> {
	const db = app.database.drizzle;
	const found = await readInvitation(db, hashSecret(secret));
	if (!found || found.usedAt || found.expiresAt.getTime() < app.clock.now()) return refuse('access/link-used');
	if (!found.accountId) return { login: null, displayName: null };
	const account = await readAccount(db, found.accountId);
	return account ? { login: account.login, displayName: account.displayName } : refuse('access/link-used');
}

const acceptInput = z.strictObject({
	secret: z.string().min(20).max(100),
	login: loginText.optional(),
	displayName: nameText.optional(),
	password: passwordText
});

/** Makes the first organiser's account, or sets the password of the invited one, and signs in. */
export async function acceptInvitation(app: App, input: unknown): Promise<{ secret: string } | Refusal> {
	const read = acceptInput.safeParse(input);
	if (!read.success) return refuse('input/not-valid', {}, String(read.error.issues[0]?.path[0] ?? 'password'));
	const { secret, login, displayName, password } = read.data;
	const invitation = await readInvitationLink(app, secret);
	if (isRefusal(invitation)) return invitation;
	if (invitation.login === null && (!login || !displayName))
		return refuse('input/not-valid', {}, login ? 'displayName' : 'login');
	if (login && (await readAccountByLogin(app.database.drizzle, login)))
		return refuse('input/already-exists', {}, 'login');
	const passwordHash = await hashPassword(password);
	if (isRefusal(passwordHash)) return passwordHash;
	const accountId = await app.database.drizzle.transaction(async (db) => {
		const secretHash = hashSecret(secret);
		if (!(await useInvitation(db, secretHash, new Date(app.clock.now())))) return refuse('access/link-used');
		const row = await readInvitation(db, secretHash);
		if (row?.accountId) {
			await updatePassword(db, row.accountId, passwordHash);
			await revokeSessionsOf(db, { accountId: row.accountId }, new Date(app.clock.now()));
			return row.accountId;
		}
		const account = await insertAccount(db, {
			login: login ?? '',
			displayName: displayName ?? '',
			passwordHash,
			isFounder: true
		});
		return account?.id ?? refuse('input/already-exists', {}, 'login');
	});
	if (isRefusal(accountId)) return accountId;
	return { secret: await openSession(app, { accountId }) };
}
