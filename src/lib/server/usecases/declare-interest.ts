// A judge has an interest in a contestant or a unit: declared by the judge, or by an organiser; from then on the judge does not mark them (R154).
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { may } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { insertInterest, readInterests } from '../stores/interests.ts';
import { readBegun } from '../stores/markers.ts';
import { readContestants, readJudges, readUnits } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readTurns } from '../stores/turns.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const code = z.string().min(1).max(100);
const input = z.strictObject({
	contestId: z.uuid(),
	/** Code of the judge; left out by judges, who declare their own. */
	judge: code.optional(),
	about: z.union([z.strictObject({ contestant: code }), z.strictObject({ unit: code })]),
	reason: reasonText
});

/** Of a contestant whose every sheet the judge has begun already, nothing is declared: two people decide about those (R129). */
export async function declareInterest(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ interestId: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, judge: wanted, about, reason } = read;
	const request = { contestId, permission: 'interests:declare' as const };
	return changeContest(app, seat, request, async ({ db, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const isOwn = (accountId: string | null) => accountId === seat.accountId;
		const judge = (await readJudges(db, contestId)).find((each) =>
			wanted === undefined ? isOwn(each.accountId) : each.code === wanted
		);
		if (!judge) return refuse(wanted === undefined ? 'sheet/not-yours' : 'input/not-found');
		if (!isOwn(judge.accountId) && !may(seat, 'people:edit', contestId)) return refuse('access/not-allowed');
		const subject = await subjectOf(db, contestId, about);
		if (!subject) return refuse('input/not-found');
		const { contestantId, unitId } = subject;
		const isKnown = (await readInterests(db, contestId)).some(
			(each) =>
				each.withdrawnAt === null &&
				each.judgeId === judge.id &&
				each.contestantId === contestantId &&
				each.unitId === unitId
		);
		if (isKnown) return refuse('input/already-exists');
		if ('contestant' in about && (await hasBegunAll(db, contestId, judge.code, about.contestant)))
			return refuse('interest/sheet-begun', { judge: judge.code, number: about.contestant });
		const interestId = await insertInterest(db, {
			contestId,
			judgeId: judge.id,
			contestantId,
			unitId,
			reason,
			declaredBy: seat.name,
			declaredByAccount: seat.accountId,
			declaredAt: new Date(now)
		});
		const told = 'contestant' in about ? { number: about.contestant } : { unit: about.unit };
		const whose = { judgeId: judge.id, contestantId, unitId };
		record('interest-declared', { interestId, judge: judge.code, ...told, ...whose, reason });
		return { interestId };
	});
}

async function subjectOf(
	db: Queryable,
	contestId: string,
	about: z.output<typeof input>['about']
): Promise<{ contestantId: string | null; unitId: string | null } | null> {
	if ('contestant' in about) {
		const found = (await readContestants(db, contestId)).find(({ number }) => number === about.contestant);
		return found ? { contestantId: found.id, unitId: null } : null;
	}
	const found = (await readUnits(db, contestId)).find((unit) => unit.code === about.unit);
	return found ? { contestantId: null, unitId: found.id } : null;
}

async function hasBegunAll(db: Queryable, contestId: string, judge: string, number: string): Promise<boolean> {
	const begun = (await readBegun(db, contestId)).filter((each) => each.judge === judge && each.contestant === number);
	const turns = (await readTurns(db, contestId)).filter(({ contestant }) => contestant.number === number);
	return turns.length > 0 && turns.every(({ stage }) => begun.some((each) => each.stage === stage));
}
