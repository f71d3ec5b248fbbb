// The organiser says whether rounds take any question of the bank or only those that two people have approved.
import { z } from 'zod';
import { bankPolicies, type BankPolicy } from '../../contest/bank/life.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { updateContest } from '../stores/contests.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';

const input = z.strictObject({ contestId: z.uuid(), policy: z.enum(bankPolicies), expectedVersion: z.int() });

/** R282; rounds that are planned already stay. */
export async function chooseBankPolicy(app: App, seat: Seat, given: unknown): Promise<Changed<BankPolicy> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, policy, expectedVersion } = read;
	const request = { contestId, permission: 'bank:edit' as const, expectedVersion };
	return changeContest(app, seat, request, async ({ db, contest, record }) => {
		if (contest.bankPolicy === policy) return refuse('question/unchanged');
		await updateContest(db, contestId, { bankPolicy: policy });
		record('bank-policy-chosen', { policy });
		return policy;
	});
}
