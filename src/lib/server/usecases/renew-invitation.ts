// A new one-time link for somebody of a contest who has lost the link or the password.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { isRefusal } from '../../contest/refusal.ts';
import type { Seat } from '../seat.ts';
import { readAccount, rolesByContest } from '../stores/accounts.ts';
import { changeContest } from './change-contest.ts';
import { inviteAccount } from './sign-in.ts';

const input = z.strictObject({ contestId: z.uuid(), accountId: z.uuid() });

/**
 * Only for accounts that belong to contests the asker organises: whoever sets the password is that person everywhere.
 * Founders help themselves at the machine.
 */
export async function renewInvitation(
	app: App,
	seat: Seat,
	given: unknown
): Promise<{ login: string; displayName: string; invitation: string } | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const { contestId, accountId } = read.data;
	const changed = await changeContest(app, seat, { contestId, permission: 'people:edit' }, async ({ db, record }) => {
		const [account, roles] = [await readAccount(db, accountId), await rolesByContest(db, accountId)];
		if (!account || !roles[contestId]) return refuse('input/not-found');
		const organised = seat.kind === 'staff' ? seat.roles : {};
		const elsewhere = Object.keys(roles).some((id) => !organised[id]?.includes('organiser'));
		if (account.isFounder || elsewhere) return refuse('access/not-allowed');
		record('invitation-renewed', { accountId, login: account.login });
		return account;
	});
	if (isRefusal(changed)) return changed;
	const { login, displayName } = changed.result;
	return { login, displayName, invitation: await inviteAccount(app, accountId) };
}
