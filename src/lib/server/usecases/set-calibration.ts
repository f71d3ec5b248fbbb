// Before a part begins, the head judge or an organiser puts a sample before its judges, to be marked on trial; it must not know any mark.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import { insertCalibration, readCalibrations } from '../stores/calibrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { lineText } from './setup-input.ts';

const sampleText = z
	.string()
	.max(8000)
	.refine((text) => text.isWellFormed() && !text.includes('\u0000'))
	.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
	.pipe(z.string().min(1).max(4000));
const input = z.strictObject({
	contestId: z.uuid(),
	part: z.string().min(1).max(40),
	title: lineText(60),
	sample: sampleText
});

/** The part must have its rubric: without criteria there is nothing to mark. Two samples of a contest never have one title. */
export async function setCalibration(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ calibrationId: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, part: partCode, title, sample } = read;
	const request = { contestId, permission: 'calibrations:lead' as const };
	return changeContest(app, seat, request, async ({ db, contest, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const part = partOf(contest.rules, partCode);
		if (!part || !isJudged(part)) return refuse('input/not-valid', {}, 'part');
		const hasRubric = (await readRubrics(db, contestId)).some(({ code }) => code === part.rubric);
		if (!hasRubric) return refuse('calibration/no-rubric', { part: part.title }, 'part');
		const isKnown = (await readCalibrations(db, contestId)).some((each) => each.title === title);
		if (isKnown) return refuse('input/already-exists', {}, 'title');
		const calibrationId = await insertCalibration(db, {
			contestId,
			partCode,
			title,
			sample,
			setBy: seat.name,
			setByAccount: seat.accountId,
			setAt: new Date(now)
		});
		record('calibration-set', { calibrationId, part: partCode, title, sample });
		return { calibrationId };
	});
}
