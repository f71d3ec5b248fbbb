// Accounts, invitations and memberships: the only SQL about who signs in.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { account, invitation, membership, type StaffRole } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type AccountRow = typeof account.$inferSelect;
export type RolesByContest = Record<string, StaffRole[]>;

export async function readAccountByLogin(db: Queryable, login: string): Promise<AccountRow | null> {
	const [row] = await db.select().from(account).where(eq(account.login, login));
	return row ?? null;
}

export async function readAccount(db: Queryable, id: string): Promise<AccountRow | null> {
	const [row] = await db.select().from(account).where(eq(account.id, id));
	return row ?? null;
}

/** Null when the login is taken. */
export async function insertAccount(db: Queryable, values: typeof account.$inferInsert): Promise<AccountRow | null> {
	const [row] = await db.insert(account).values(values).onConflictDoNothing({ target: account.login }).returning();
	return row ?? null;
}

export async function updatePassword(db: Queryable, id: string, passwordHash: string): Promise<void> {
	await db.update(account).set({ passwordHash }).where(eq(account.id, id));
}

export async function founderExists(db: Queryable): Promise<boolean> {
	const [row] = await db.select({ id: account.id }).from(account).where(eq(account.isFounder, true)).limit(1);
	return row !== undefined;
}

/** Roles of one account. */
export async function rolesByContest(db: Queryable, accountId: string): Promise<RolesByContest> {
	return (await readRolesOf(db, [accountId])).get(accountId) ?? {};
}

/** By account; one without a role is not in it. */
export async function readRolesOf(db: Queryable, accountIds: string[]): Promise<Map<string, RolesByContest>> {
	const byAccount = new Map<string, RolesByContest>();
	if (accountIds.length === 0) return byAccount;
	for (const { accountId, contestId, role } of await db
		.select()
		.from(membership)
		.where(inArray(membership.accountId, accountIds))) {
		const roles = byAccount.get(accountId) ?? {};
		(roles[contestId] ??= []).push(role);
		byAccount.set(accountId, roles);
	}
	return byAccount;
}

/** Staff of a contest with their roles, by name. */
export async function readStaff(
	db: Queryable,
	contestId: string
): Promise<{ accountId: string; login: string; displayName: string; role: StaffRole; hasPassword: boolean }[]> {
	return db
		.select({
			accountId: account.id,
			login: account.login,
			displayName: account.displayName,
			role: membership.role,
			hasPassword: sql<boolean>`${account.passwordHash} <> ''`
		})
		.from(membership)
		.innerJoin(account, eq(account.id, membership.accountId))
		.where(eq(membership.contestId, contestId))
		.orderBy(account.displayName, membership.role);
}

/** By account. */
export async function readDisplayNames(db: Queryable, accountIds: string[]): Promise<Map<string, string>> {
	const rows = await db
		.select({ id: account.id, name: account.displayName })
		.from(account)
		.where(inArray(account.id, accountIds));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether without this account nobody is left who organises and has a password: somebody only invited may never come. */
export function isLastOrganiser(
	staff: { accountId: string; role: StaffRole; hasPassword: boolean }[],
	accountId: string
): boolean {
	return !staff.some((one) => one.role === 'organiser' && one.hasPassword && one.accountId !== accountId);
}

export async function insertInvitation(db: Queryable, values: typeof invitation.$inferInsert): Promise<void> {
	await db.insert(invitation).values(values);
}

/** Unused invitations for the first organiser are void once a new one is printed. */
export async function voidFounderInvitations(db: Queryable): Promise<void> {
	await db.delete(invitation).where(and(isNull(invitation.accountId), isNull(invitation.usedAt)));
}

export async function voidInvitationsOf(db: Queryable, accountId: string): Promise<void> {
	await db.delete(invitation).where(and(eq(invitation.accountId, accountId), isNull(invitation.usedAt)));
}

export type InvitationRow = typeof invitation.$inferSelect;

export async function readInvitation(db: Queryable, secretHash: string): Promise<InvitationRow | null> {
	const [row] = await db.select().from(invitation).where(eq(invitation.secretHash, secretHash));
	return row ?? null;
}

/** Marks the invitation used; false when somebody else has used it in the meantime. */
export async function useInvitation(db: Queryable, secretHash: string, now: Date): Promise<boolean> {
	const rows = await db
		.update(invitation)
		.set({ usedAt: now })
		.where(and(eq(invitation.secretHash, secretHash), isNull(invitation.usedAt)))
		.returning({ hash: invitation.secretHash });
	return rows.length === 1;
}
