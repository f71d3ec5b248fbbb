// Saving a draft of a judge's own trial sheet, as sheets that count are saved: over the version the device has seen, once however often it is sent.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { holdOpenCalibration, readOwnSample, storeSample, type CalibrationSheetRow } from '../stores/calibrations.ts';
import { readContest } from '../stores/contests.ts';
import { ownSample } from './own-sample.ts';
import { readInput } from './read-input.ts';
import type { SavedSheet } from './save-scoresheet.ts';
import { readComments, readMarks, sheetFields } from './sheet-fields.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	calibrationId: z.uuid(),
	version: z.coerce.number().int().min(0),
	operation: z.uuid().nullable().default(null),
	...sheetFields
});

export async function saveSample(app: App, seat: Seat, given: unknown): Promise<SavedSheet | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, calibrationId, version, operation } = read;
	const denied = refuseUnless(seat, 'sheets:mark', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const own = contest ? await ownSample(db, seat, contest, calibrationId) : refuse('input/not-found');
	if (isRefusal(own)) return own;
	// Nobody is called for a sample: every part of it is open.
	const marks = readMarks(own.parts, 'ended', read.marks);
	if (isRefusal(marks)) return marks;
	const comments = readComments(own.parts, read.comments, ['private']);
	if (isRefusal(comments)) return comments;
	const savedAt = new Date(app.clock.now());
	return db.transaction(async (whole) => {
		if (!(await holdOpenCalibration(whole, calibrationId))) return refuse('calibration/closed');
		const stored = await readOwnSample(whole, calibrationId, own.judge.id);
		if (stored?.lockedAt) return refuse('sheet/locked');
		if (stored && isSameSave(stored, operation)) return asSaved(stored);
		const saved = await storeSample(whole, {
			calibrationId,
			judgeId: own.judge.id,
			version,
			operation,
			savedAt,
			marks: { ...stored?.marks, ...marks },
			comments: { ...stored?.comments, ...comments }
		});
		if (saved !== null) return { version: saved, savedAt: savedAt.getTime() };
		// The same save came twice at once, and the other was written.
		const now = await readOwnSample(whole, calibrationId, own.judge.id);
		return now && isSameSave(now, operation) ? asSaved(now) : refuse('sheet/changed-elsewhere');
	});
}

function isSameSave({ operation }: CalibrationSheetRow, wanted: string | null): boolean {
	return wanted !== null && operation === wanted;
}

function asSaved({ version, savedAt }: CalibrationSheetRow): SavedSheet {
	return { version, savedAt: savedAt.getTime() };
}
