// The judging contest with a contestant called, three secretaries and what they do with sheets on paper.
import { expect } from 'vitest';
import { formatPoints } from '../../src/lib/contest/points.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import * as schema from '../../src/lib/server/database/schema.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { enterPaperSheet } from '../../src/lib/server/usecases/enter-paper-sheet.ts';
import { moveToPaper } from '../../src/lib/server/usecases/move-to-paper.ts';
import { returnToScreen } from '../../src/lib/server/usecases/return-to-screen.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { settlePaperSheet } from '../../src/lib/server/usecases/settle-paper-sheet.ts';
import { judgingContest } from './judging-contest.ts';
import { lockSigned } from './lock-signed.ts';

export const reason = 'Máy tính bảng hết pin';

/** GK02 is the judge on paper, TS01 the contestant; `one`, `two` and `three` are secretaries. */
export async function paperContest() {
	const world = await judgingContest();
	const { app, contestId, fresh } = world;
	const turnId = world.turns[0]!.id;
	const judgeId = world.judges[1]!.id;
	await runTurn(app, world.organiser, { contestId, turnId, command: { do: 'call' } });
	const [two, three] = [await another('Trần Thị Hai'), await another('Lê Văn Ba')];

	async function another(name: string): Promise<StaffSeat> {
		const db = fresh.database.drizzle;
		const [account] = await db
			.insert(schema.account)
			.values({ login: `thu-ky-${name.length}`, displayName: name, passwordHash: '' })
			.returning();
		await db.insert(schema.membership).values({ contestId, accountId: account!.id, role: 'secretary' });
		return { ...world.secretary, accountId: account!.id, name };
	}

	const full = (changed: Record<string, string> = {}) => ({
		...Object.fromEntries(world.criteria.map(({ code, max }) => [code, formatPoints(max)])),
		...changed
	});
	const marked = { contestId, turnId };
	return {
		...world,
		turnId,
		judgeId,
		one: world.secretary,
		two,
		three,
		full,
		type: (seat: StaffSeat, marks: Record<string, string> = full(), more: object = {}) =>
			enterPaperSheet(app, seat, { ...marked, judgeId, marks, comments: {}, ...more }),
		toPaper: (seat: StaffSeat, version: number, more: object = {}) =>
			moveToPaper(app, seat, { ...marked, version, reason, ...more }),
		toScreen: (seat: StaffSeat, more: object = {}) => returnToScreen(app, seat, { ...marked, reason, ...more }),
		save: (seat: StaffSeat, version: number, marks: Record<string, string>) =>
			saveScoresheet(app, seat, { ...marked, version, marks, comments: {} }),
		lock: (seat: StaffSeat, version: number) => lockSigned(app, seat, { ...marked, version }),
		async settle(seat: StaffSeat, chosen: Record<string, number>, why = 'Đã đối chiếu với phiếu gốc') {
			const [open] = await fresh.sql<{ id: string }[]>`select id from paper_sheet where state = 'open'`;
			return settlePaperSheet(app, seat, { contestId, paperId: open?.id, chosen, reason: why });
		},
		/** The head judge's own sheet is locked: nothing is hidden from them any more. */
		async headIsDone() {
			await saveScoresheet(app, world.head, { ...marked, version: 0, marks: full(), comments: {} });
			expect(isRefusal(await lockSigned(app, world.head, { ...marked, version: 1 }))).toBe(false);
		},
		sheets: () => fresh.sql`
			select revision, origin, locked_at is not null as locked, closed_at is not null as closed, marks, comments
			from scoresheet where judge_id = ${judgeId} order by revision`,
		papers: () => fresh.sql`select * from paper_sheet order by opened_at, id`,
		async logged(kind: string) {
			return (await readEvents(app.database.drizzle, contestId)).filter((event) => event.kind === kind);
		}
	};
}

export type PaperContest = Awaited<ReturnType<typeof paperContest>>;
