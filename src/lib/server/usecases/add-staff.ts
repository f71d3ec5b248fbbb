// Gives somebody a role in a contest; a new person gets an account and a one-time link to set the password.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { insertAccount, readAccountByLogin } from '../stores/accounts.ts';
import { grantRole } from '../stores/contests.ts';
import { changeContest } from './change-contest.ts';
import { firstField, lineText, loginText } from './setup-input.ts';
import { inviteAccount } from './sign-in.ts';

/** Judges are appointed from the list of the panel instead, because marking needs a seat on it. */
const input = z.strictObject({
	contestId: z.uuid(),
	login: loginText,
	displayName: lineText(120),
	role: z.enum(['organiser', 'secretary', 'mc'])
});

export interface AddedStaff {
	accountId: string;
	login: string;
	displayName: string;
	/** Secret of the invitation link, shown once; null when the person has an account already. */
	invitation: string | null;
}

export async function addStaff(app: App, seat: Seat, given: unknown): Promise<AddedStaff | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, login, displayName, role } = read.data;
	const changed = await changeContest(
		app,
		seat,
		{ contestId, permission: 'people:edit', staysPossible: true },
		async ({ db, record }) => {
			const known = await readAccountByLogin(db, login);
			const account = known ?? (await insertAccount(db, { login, displayName, passwordHash: '' }));
			if (!account) return refuse('input/already-exists', {}, 'login');
			await grantRole(db, contestId, account.id, role);
			record('staff-added', { accountId: account.id, login, role });
			return { account, isNew: !known };
		}
	);
	if (isRefusal(changed)) return changed;
	const { account, isNew } = changed.result;
	return {
		accountId: account.id,
		login: account.login,
		displayName: account.displayName,
		invitation: isNew ? await inviteAccount(app, account.id) : null
	};
}
