// Closes a trial before every sheet is in: from then on nobody marks it, and the panel sees the spread (R311).
import { z } from 'zod';
import { seatedIn } from '../../contest/calibration/calibration-panel.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { closeCalibrationRow, readCalibration, readSubmittedSamples } from '../stores/calibrations.ts';
import { readJudges } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';

const input = z.strictObject({ contestId: z.uuid(), calibrationId: z.uuid() });

/** Who is to mark the sample does so first: nobody opens the marks of the others to themselves. */
export async function closeCalibration(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ title: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, calibrationId } = read;
	const request = { contestId, permission: 'calibrations:lead' as const };
	return changeContest(app, seat, request, async ({ db, contest, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const found = await readCalibration(db, contestId, calibrationId);
		if (!found) return refuse('input/not-found');
		const part = partOf(contest.rules, found.partCode);
		const judges = await readJudges(db, contestId);
		const own = judges.find(({ accountId }) => accountId === seat.accountId);
		const isToMark = own && part && isJudged(part) && seatedIn(part, [own]).length > 0;
		const submitted = (await readSubmittedSamples(db, contestId)).filter((each) => each.calibrationId === found.id);
		if (isToMark && !submitted.some(({ judgeId }) => judgeId === own.id)) return refuse('calibration/own-first');
		const by = { name: seat.name, accountId: seat.accountId };
		const isFirst = await closeCalibrationRow(db, found.id, { at: new Date(now), by });
		if (!isFirst) return refuse('calibration/closed');
		record('calibration-closed', { calibrationId, part: found.partCode, title: found.title, isWhole: false });
		return { title: found.title };
	});
}
