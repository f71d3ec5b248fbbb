// Trial marking as the judges of a built contest would do it, through the house's own use cases; it must not know pages.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { formatPoints } from '../../src/lib/contest/points.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readJudges } from '../../src/lib/server/stores/people.ts';
import { saveSample } from '../../src/lib/server/usecases/save-sample.ts';
import { setCalibration } from '../../src/lib/server/usecases/set-calibration.ts';
import { submitSample } from '../../src/lib/server/usecases/submit-sample.ts';
import { ownSamples } from '../../src/lib/server/views/own-samples.ts';
import { givePin, pin } from '../server/lock-signed.ts';
import type { BuiltContest } from './contest-plan.ts';

export async function setSample(app: App, { id: contestId, organiser }: BuiltContest, title: string): Promise<string> {
	const sample = 'Bài thuyết trình mẫu, chiếu tại phòng họp tầng 2: https://phim.example.vn/bai-mau-1.';
	const wish = { contestId, part: 'TT', title, sample };
	return granted(await setCalibration(app, organiser, wish), 'sample').result.calibrationId;
}

/** Every judge but `without` submits, each some steps below the one before. */
export async function submitSamples(app: App, contest: BuiltContest, id: string, without?: string): Promise<void> {
	const judges = await readJudges(app.database.drizzle, contest.id);
	for (const [at, { code, accountId, fullName: name, role }] of judges.entries()) {
		if (code === without || accountId === null) continue;
		const roles = { [contest.id]: [role === 'head' ? ('head_judge' as const) : ('judge' as const)] };
		const seat: StaffSeat = { kind: 'staff', accountId, name, isFounder: false, roles };
		const { chosen } = granted(await ownSamples(app, seat, contest.id, id), `samples of ${code}`);
		const criteria = chosen?.sheet.parts.flatMap((part) => part.criteria) ?? [];
		const marks = Object.fromEntries(
			criteria.map(({ code: criterion, max, step }) => [criterion, formatPoints(max - step * (at % 4))])
		);
		const asked = { contestId: contest.id, calibrationId: id };
		granted(await saveSample(app, seat, { ...asked, version: 0, marks, comments: {} }), `sample of ${code}`);
		await givePin(app, accountId);
		granted(await submitSample(app, seat, { ...asked, version: 1, pin }), `submitted by ${code}`);
	}
}
