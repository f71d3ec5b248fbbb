// One act gives every member of the panel an account, a role and an invitation slip to print.
import { z } from 'zod';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { insertAccount } from '../stores/accounts.ts';
import { grantRole, removeRole } from '../stores/contests.ts';
import { giveJudgeAccount, readJudges, type JudgeRow } from '../stores/people.ts';
import { changeContest, type Change } from './change-contest.ts';
import { inviteAccount } from './sign-in.ts';

const input = z.strictObject({ contestId: z.uuid() });

export interface AppointedJudge {
	judgeId: string;
	accountId: string;
	code: string;
	name: string;
	login: string;
	/** Secret of the invitation link, shown once. */
	invitation: string;
}

/** Judges who have an account already are left as they are; their roles follow the list. */
export async function appointJudges(app: App, seat: Seat, given: unknown): Promise<AppointedJudge[] | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const changed = await changeContest(
		app,
		seat,
		{ contestId: read.data.contestId, permission: 'people:edit' },
		appointAll
	);
	if (isRefusal(changed)) return changed;
	const appointed: AppointedJudge[] = [];
	for (const judge of changed.result)
		appointed.push({ ...judge, invitation: await inviteAccount(app, judge.accountId) });
	return appointed;
}

/** Accounts and roles inside a change that is under way; the invitations are made after the commit. */
export async function appointAll(change: Change): Promise<Omit<AppointedJudge, 'invitation'>[] | Refusal> {
	const { db, contest, record } = change;
	const judges = await readJudges(db, contest.id);
	if (judges.length === 0) return refuse('contest/no-judges');
	const appointed: Omit<AppointedJudge, 'invitation'>[] = [];
	for (const judge of judges) {
		const account = judge.accountId === null ? await openAccount(change, judge) : null;
		const accountId = judge.accountId ?? account?.id;
		if (!accountId) throw new Error(`judge ${judge.code} got no account`);
		await grantRole(db, contest.id, accountId, 'judge');
		if (judge.role === 'head') await grantRole(db, contest.id, accountId, 'head_judge');
		else await removeRole(db, contest.id, accountId, 'head_judge');
		if (account)
			appointed.push({ judgeId: judge.id, accountId, code: judge.code, name: judge.fullName, login: account.login });
	}
	record('judges-appointed', { judges: appointed.map(({ code, login }) => ({ code, login })) });
	return appointed;
}

/** The login is the judge's code; when another contest has taken it, the join code is added. */
async function openAccount({ db, contest }: Change, judge: JudgeRow) {
	const code = foldVietnamese(judge.code).replace(/[^a-z0-9]+/g, '-');
	for (const login of [code.padEnd(2, '0'), `${code}-${contest.joinCode}`]) {
		const account = await insertAccount(db, { login, displayName: judge.fullName, passwordHash: '' });
		if (!account) continue;
		await giveJudgeAccount(db, judge.id, account.id);
		return account;
	}
	throw new Error(`no free login for judge ${judge.code}`);
}
