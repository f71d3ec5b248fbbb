// Marks sheets as the judges of a built contest would, through the house's own use cases; it must not know pages.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { formatPoints } from '../../src/lib/contest/points.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readJudges } from '../../src/lib/server/stores/people.ts';
import { readTurns, type TurnRecord } from '../../src/lib/server/stores/turns.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import type { BuiltContest } from './contest-plan.ts';
import { lockSigned } from '../server/lock-signed.ts';

export interface Panel {
	/** Codes of the judges, the head first. */
	codes: string[];
	turns(): Promise<TurnRecord[]>;
	/** The steps of a turn, in order. */
	run(turnId: string, ...steps: ('call' | 'step-on-stage' | 'start' | 'end')[]): Promise<void>;
	/** Every open criterion gets its maximum less this many steps; the sheet stays a draft. */
	mark(code: string, turnId: string, lessSteps: number, comment?: string): Promise<void>;
	lock(code: string, turnId: string): Promise<void>;
}

export async function panelOf(app: App, { id: contestId, organiser }: BuiltContest): Promise<Panel> {
	const seats = new Map<string, StaffSeat>();
	for (const { code, accountId, fullName, role } of await readJudges(app.database.drizzle, contestId))
		seats.set(code, {
			kind: 'staff',
			accountId: accountId ?? '',
			name: fullName,
			isFounder: false,
			roles: { [contestId]: [role === 'head' ? 'head_judge' : 'judge'] }
		});
	const sheetOf = async (code: string, turnId: string) => {
		const seat = seats.get(code);
		if (!seat) throw new Error(`no judge ${code}`);
		const { sheet } = granted(await judgeDesk(app, seat, contestId, turnId), `desk of ${code}`);
		if (!sheet) throw new Error(`no sheet of ${turnId}`);
		return { seat, sheet };
	};
	return {
		codes: [...seats.keys()],
		turns: () => readTurns(app.database.drizzle, contestId),
		async run(turnId, ...steps) {
			for (const step of steps)
				granted(await runTurn(app, organiser, { contestId, turnId, command: { do: step } }), step);
		},
		async mark(code, turnId, lessSteps, comment) {
			const { seat, sheet } = await sheetOf(code, turnId);
			const criteria = sheet.parts.filter(({ isOpen }) => isOpen).flatMap((part) => part.criteria);
			const marks = Object.fromEntries(
				criteria.map(({ code: criterion, max, step }) => [criterion, formatPoints(Math.max(0, max - step * lessSteps))])
			);
			const comments: Record<string, string> = comment === undefined ? {} : { general: comment };
			const given = { contestId, turnId, version: sheet.version, marks, comments };
			granted(await saveScoresheet(app, seat, given), `sheet of ${code}`);
		},
		async lock(code, turnId) {
			const { seat, sheet } = await sheetOf(code, turnId);
			granted(await lockSigned(app, seat, { contestId, turnId, version: sheet.version }), `lock of ${code}`);
		}
	};
}
