// What was declared of a judge's interest is taken back, by somebody who neither declared it nor is the judge (R154).
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { mayTakeBackInterest } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readInterests, withdrawInterestRow } from '../stores/interests.ts';
import { readJudges } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({ contestId: z.uuid(), interestId: z.uuid(), reason: reasonText });

export async function withdrawInterest(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ judge: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, interestId, reason } = read;
	const request = { contestId, permission: 'interests:withdraw' as const };
	return changeContest(app, seat, request, async ({ db, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const found = (await readInterests(db, contestId)).find(({ id }) => id === interestId);
		if (!found) return refuse('input/not-found');
		const judge = (await readJudges(db, contestId)).find(({ id }) => id === found.judgeId);
		const people = { declaredBy: found.declaredByAccount, judge: judge?.accountId };
		if (!mayTakeBackInterest(seat.accountId, people)) return refuse('interest/same-person');
		const isFirst = await withdrawInterestRow(db, interestId, {
			withdrawnBy: seat.name,
			withdrawnByAccount: seat.accountId,
			withdrawnAt: new Date(now),
			withdrawnReason: reason
		});
		if (!isFirst) return refuse('input/not-found');
		const told = found.contestantNumber === null ? { unit: found.unitCode } : { number: found.contestantNumber };
		record('interest-withdrawn', { interestId, judge: found.judgeCode, ...told, reason });
		return { judge: found.judgeCode };
	});
}
