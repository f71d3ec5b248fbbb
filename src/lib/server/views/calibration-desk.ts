// Trial marking as whoever leads it sees it: the samples, who has submitted, and for the head judge the spread of those that were closed.
import { awaitedFor } from '../../contest/calibration/calibration-panel.ts';
import type { Bilingual, ContestId, PartCode } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { allParts, partOf } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readCalibrations, readSubmittedSamples } from '../stores/calibrations.ts';
import { readContest } from '../stores/contests.ts';
import { readJudges } from '../stores/people.ts';
import { readSpread, type ShownSpread } from './calibration-spread.ts';

export interface LedCalibration {
	id: string;
	title: string;
	part: Bilingual;
	sample: string;
	setBy: string;
	/** ms since the epoch. */
	setAt: number;
	closedAt: number | null;
	/** Null when the last sheet closed it, and while it is open. */
	closedBy: string | null;
	submitted: number;
	/** Whose sheets are waited for. */
	of: number;
	/** Those of them who have not submitted. */
	missing: { code: string; name: string }[];
	/** Only for who weighs the panel, and once it was closed. */
	spread: ShownSpread | null;
}

export interface CalibrationDesk {
	contestId: ContestId;
	/** Parts that judges mark. */
	parts: { code: PartCode; title: Bilingual }[];
	calibrations: LedCalibration[];
	isPublished: boolean;
	can: { seeSpread: boolean };
}

export async function calibrationDesk(app: App, seat: Seat, contestId: ContestId): Promise<CalibrationDesk | Refusal> {
	const denied = refuseUnless(seat, 'calibrations:lead', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [rows, submitted, judges] = await Promise.all([
		readCalibrations(db, contestId),
		readSubmittedSamples(db, contestId),
		readJudges(db, contestId)
	]);
	const seesSpread = may(seat, 'panel:weigh', contestId);
	const calibrations: LedCalibration[] = [];
	for (const row of rows) {
		const part = partOf(contest.rules, row.partCode);
		const awaited = part && isJudged(part) ? awaitedFor(part, judges) : [];
		const isIn = (judgeId: string) =>
			submitted.some((each) => each.calibrationId === row.id && each.judgeId === judgeId);
		const missing = awaited.filter(({ id }) => !isIn(id));
		calibrations.push({
			id: row.id,
			title: row.title,
			part: part?.title ?? { vi: row.partCode, en: row.partCode },
			sample: row.sample,
			setBy: row.setBy,
			setAt: row.setAt.getTime(),
			closedAt: row.closedAt?.getTime() ?? null,
			closedBy: row.closedBy,
			submitted: awaited.length - missing.length,
			of: awaited.length,
			missing: missing.map(({ code, fullName }) => ({ code, name: fullName })),
			spread: seesSpread ? await readSpread(db, contest, row) : null
		});
	}
	return {
		contestId,
		parts: allParts(contest.rules)
			.filter(isJudged)
			.map(({ code, title }) => ({ code, title })),
		calibrations,
		isPublished: contest.publishedAt !== null,
		can: { seeSpread: seesSpread }
	};
}
