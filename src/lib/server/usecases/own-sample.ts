// Which trial sheet is meant: of the person asking, by the account of the seat, where they sit in a panel of the sample's part. It must not know marks.
import { awaitedFor, seatedIn } from '../../contest/calibration/calibration-panel.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { partOf } from '../../contest/rules/rules.ts';
import { sheetParts, type SheetPart } from '../../contest/sheet.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import { readCalibration, type CalibrationRow } from '../stores/calibrations.ts';
import type { ContestRow } from '../stores/contests.ts';
import { readJudges, type JudgeRow } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';

export interface OwnSample {
	calibration: CalibrationRow;
	judge: JudgeRow;
	/** The one part; none while its rubric has not been brought in. */
	parts: SheetPart[];
	/** Whose sheets are waited for: shadow judges and who cannot sign in are not. */
	awaited: JudgeRow[];
}

export async function ownSample(
	db: Queryable,
	seat: Seat,
	contest: ContestRow,
	calibrationId: string
): Promise<OwnSample | Refusal> {
	const calibration = await readCalibration(db, contest.id, calibrationId);
	const part = calibration && partOf(contest.rules, calibration.partCode);
	if (!calibration || !part || !isJudged(part)) return refuse('input/not-found');
	const seated = seatedIn(part, await readJudges(db, contest.id));
	const judge = seated.find(({ accountId }) => seat.kind === 'staff' && accountId === seat.accountId);
	if (!judge) return refuse('sheet/not-yours');
	const parts = sheetParts([part], await readRubrics(db, contest.id));
	return { calibration, judge, parts, awaited: awaitedFor(part, seated) };
}
