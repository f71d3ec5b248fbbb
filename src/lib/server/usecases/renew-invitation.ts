// A new one-time link for somebody of a contest who has lost the link or the password.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { mayInviteAnew } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readAccount, rolesByContest } from '../stores/accounts.ts';
import { changeContest } from './change-contest.ts';
import { inviteAccount } from './sign-in.ts';

const input = z.strictObject({ contestId: z.uuid(), accountId: z.uuid() });

/** The link's secret is returned once; an earlier link is void. */
export async function renewInvitation(
	app: App,
	seat: Seat,
	given: unknown
): Promise<{ login: string; displayName: string; invitation: string } | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const { contestId, accountId } = read.data;
	const changed = await changeContest(
		app,
		seat,
		{ contestId, permission: 'people:edit', staysPossible: true },
		async ({ db, record }) => {
			const [account, roles] = [await readAccount(db, accountId), await rolesByContest(db, accountId)];
			if (!account || !roles[contestId]) return refuse('input/not-found');
			if (!mayInviteAnew(seat, account, roles)) return refuse('access/not-allowed');
			record('invitation-renewed', { accountId, login: account.login });
			return account;
		}
	);
	if (isRefusal(changed)) return changed;
	const { login, displayName } = changed.result;
	return { login, displayName, invitation: await inviteAccount(app, accountId) };
}
