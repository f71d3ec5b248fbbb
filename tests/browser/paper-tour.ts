// The moments of a sheet that is marked on paper after all others are locked: screen, paper, typed once, typed twice, settled.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { paperCode } from '../../src/lib/contest/paper-sheet.ts';
import { formatPoints } from '../../src/lib/contest/points.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readJudges } from '../../src/lib/server/stores/people.ts';
import { readTurns } from '../../src/lib/server/stores/turns.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { enterPaperSheet } from '../../src/lib/server/usecases/enter-paper-sheet.ts';
import { moveToPaper } from '../../src/lib/server/usecases/move-to-paper.ts';
import { settlePaperSheet } from '../../src/lib/server/usecases/settle-paper-sheet.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { differencesDesk } from '../../src/lib/server/views/paper-differences.ts';
import { reopenSigned } from '../server/lock-signed.ts';
import type { Moment, Stop, Tour } from './tour.ts';

const entry: Stop = { as: 'secretary', route: '/secretary/[contest]/papers/[code]' };
const list: Stop = { as: 'secretary', route: '/secretary/[contest]/papers' };
const differing: Stop = { as: 'head', route: '/judge/[contest]/papers' };
const desk: Stop = { as: 'judge', route: '/judge/[contest]', dark: true };

/** GK02's sheet of whoever is first in the order, and the people around it. */
async function sheetOnPaper({ house: { app }, contest: { id: contestId }, values }: Tour) {
	const db = app.database.drizzle;
	const [head, judge] = await readJudges(db, contestId);
	const [turn] = await readTurns(db, contestId);
	if (!head || !judge || !turn) throw new Error('no sheet to bring to paper');
	values.code = paperCode(turn.id, judge.id);
	const seatOf = ({ accountId, fullName }: typeof judge, role: 'head_judge' | 'judge'): StaffSeat => ({
		kind: 'staff',
		accountId: accountId ?? '',
		name: fullName,
		isFounder: false,
		roles: { [contestId]: [role] }
	});
	const sheet = { contestId, turnId: turn.id, judgeId: judge.id };
	return { app, sheet, head: seatOf(head, 'head_judge'), judge: seatOf(judge, 'judge') };
}

async function typeAs(tour: Tour, displayName: string, lessSteps: number): Promise<void> {
	const { app, sheet, judge } = await sheetOnPaper(tour);
	const { contestId } = sheet;
	const login = `thu-ky-${displayName.length}`;
	const { accountId } = granted(
		await addStaff(app, tour.contest.organiser, { contestId, login, displayName, role: 'secretary' }),
		'secretary'
	);
	const seat: StaffSeat = {
		kind: 'staff',
		accountId,
		name: displayName,
		isFounder: false,
		roles: { [contestId]: ['secretary'] }
	};
	const { sheet: shown } = granted(await judgeDesk(app, judge, contestId, sheet.turnId), 'desk');
	const criteria = shown?.parts.flatMap((part) => part.criteria) ?? [];
	const marks = Object.fromEntries(
		criteria.map(({ code, max, step }, at) => [code, formatPoints(at < 2 ? max - lessSteps * step : max)])
	);
	granted(await enterPaperSheet(app, seat, { ...sheet, marks, comments: {} }), 'typed');
}

export const paperMoments: Moment[] = [
	{
		name: 'a sheet is open again on the screen',
		reach: async (tour) => {
			const { app, sheet, head } = await sheetOnPaper(tour);
			granted(await reopenSigned(app, head, { ...sheet, reason: 'Máy tính bảng của giám khảo hỏng' }), 'reopen');
		},
		stops: [entry, list]
	},
	{
		name: 'it is on paper',
		reach: async (tour) => {
			const { app, sheet, judge } = await sheetOnPaper(tour);
			const { contestId, turnId } = sheet;
			const { sheet: shown } = granted(await judgeDesk(app, judge, contestId, turnId), 'desk');
			const moved = { contestId, turnId, version: shown?.version, reason: 'Máy tính bảng hết pin giữa buổi' };
			granted(await moveToPaper(app, judge, moved), 'paper');
		},
		stops: [desk, entry, list, { as: 'head', route: '/judge/[contest]/panel' }]
	},
	{
		name: 'one secretary has typed it',
		reach: (tour) => typeAs(tour, 'Trần Thị Minh Nguyệt', 1),
		stops: [entry, list, differing]
	},
	{
		name: 'another has typed it differently',
		reach: (tour) => typeAs(tour, 'Lê Văn Hai', 2),
		stops: [entry, list, { ...differing, dark: true }]
	},
	{
		name: 'the head judge has settled it',
		reach: async (tour) => {
			const { app, sheet, head } = await sheetOnPaper(tour);
			const { contestId } = sheet;
			const [paper] = granted(await differencesDesk(app, head, contestId), 'differences').papers;
			const chosen = Object.fromEntries(paper?.differences.map(({ code }) => [code, 1]) ?? []);
			const asked = { contestId, paperId: paper?.paperId, chosen, reason: 'Đã đối chiếu với phiếu gốc' };
			granted(await settlePaperSheet(app, head, asked), 'settle');
		},
		stops: [desk, entry, list]
	}
];
