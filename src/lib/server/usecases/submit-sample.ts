// Submitting the own trial sheet by PIN; the last one that is waited for closes the trial (R311). The log names who, never what.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { closeCalibrationRow, readOwnSample, readSubmittedSamples, lockSample } from '../stores/calibrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { ownSample } from './own-sample.ts';
import { readInput } from './read-input.ts';
import { refuseUnfinished } from './sheet-fields.ts';
import { signWithPin } from './sign-with-pin.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	calibrationId: z.uuid(),
	version: z.coerce.number().int().min(0),
	pin: z.string().max(20).default('')
});

export async function submitSample(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ isClosed: boolean }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, calibrationId, version, pin } = read;
	const denied = refuseUnless(seat, 'sheets:mark', contestId) ?? (await signWithPin(app, seat, pin));
	if (denied) return denied;
	const request = { contestId, permission: 'sheets:mark' as const };
	return changeContest(app, seat, request, async ({ db, contest, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const own = await ownSample(db, seat, contest, calibrationId);
		if (isRefusal(own)) return own;
		const { calibration, judge, parts, awaited } = own;
		const sheet = await readOwnSample(db, calibrationId, judge.id);
		if (sheet?.lockedAt) return refuse('sheet/locked');
		if (calibration.closedAt) return refuse('calibration/closed');
		const unfinished = refuseUnfinished(parts, sheet?.marks ?? {}, sheet?.comments ?? {});
		if (!sheet || unfinished) return unfinished ?? refuse('sheet/incomplete', { missing: '', count: 0 });
		const at = new Date(now);
		const isSubmitted = await lockSample(db, { id: sheet.id, version, lockedAt: at, signedBy: seat.accountId });
		if (!isSubmitted) return refuse('sheet/changed-elsewhere');
		const about = { calibrationId, part: calibration.partCode, title: calibration.title };
		record('calibration-submitted', { ...about, judgeId: judge.id, judge: judge.code });
		const submitted = new Set(
			(await readSubmittedSamples(db, contestId))
				.filter((each) => each.calibrationId === calibrationId)
				.map(({ judgeId }) => judgeId)
		);
		const isClosed = awaited.length > 0 && awaited.every(({ id }) => submitted.has(id));
		if (isClosed) {
			await closeCalibrationRow(db, calibrationId, { at, by: null });
			record('calibration-closed', { ...about, isWhole: true });
		}
		return { isClosed };
	});
}
