// A contest of two stages: attendance given by the organisers, then the four best before two panels in two sessions.
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { Criterion } from '../../src/lib/contest/rubric.ts';
import { stagedRules } from '../staged-rules.ts';
import * as schema from '../../src/lib/server/database/schema.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { insertAccount } from '../../src/lib/server/stores/accounts.ts';
import { drawLots } from '../../src/lib/server/usecases/draw-lots.ts';
import { freezeLots } from '../../src/lib/server/usecases/freeze-lots.ts';
import { givePoints } from '../../src/lib/server/usecases/give-points.ts';
import { givenDesk } from '../../src/lib/server/views/given-desk.ts';
import { updateContest } from '../../src/lib/server/stores/contests.ts';
import { withRoles, type World } from './setup-world.ts';

export interface StagedContest {
	contestId: string;
	organiser: StaffSeat;
	secretary: StaffSeat;
	/** Ids of TS01…TS06 by number, two of each unit. */
	people: Map<string, string>;
	/** Seats of GK01 (head, CM), GK02 (CM), GK03 (KG) and GK04 (in no panel) by code. */
	judges: Map<string, StaffSeat>;
	/** Points for attendance, as typed, by number. */
	give(points: Record<string, string>, reason?: string): ReturnType<typeof givePoints>;
	/** Freezes the list of an order (stage, session and whatever else differs) and draws it, or says the first no. */
	draw(given: Record<string, unknown>): ReturnType<typeof drawLots>;
	/** The newest line of the log. */
	lastLine(): Promise<{ kind: string; payload: Record<string, unknown> }>;
}

/** Those who go on by these are TS02, TS05, TS03 and TS04. */
export const pointsForAll = { TS01: '10', TS02: '40', TS03: '30', TS04: '20', TS05: '35,25', TS06: '5' };

export async function stagedContest(world: World): Promise<StagedContest> {
	const { contestId, organiser } = await world.contest();
	const db = world.fresh.database.drizzle;
	await updateContest(db, contestId, { rules: stagedRules });
	await db.insert(schema.rubric).values({ contestId, code: 'TT', name: 'Thuyết trình', maxPoints: 2000, criteria });
	const units = await db
		.insert(schema.unit)
		.values(['DV01', 'DV02', 'DV03'].map((code) => ({ contestId, code, name: `Đơn vị ${code}` })))
		.returning();
	const people = await db
		.insert(schema.contestant)
		.values(
			['TS01', 'TS02', 'TS03', 'TS04', 'TS05', 'TS06'].map((number, at) => ({
				contestId,
				number,
				fullName: `Nguyễn Thị ${number}`,
				familyName: 'Nguyễn',
				middleName: 'Thị',
				givenName: number,
				category: 'T',
				unitId: units[Math.floor(at / 2)]!.id
			}))
		)
		.returning();
	const judges = new Map<string, StaffSeat>();
	for (const [code, panels] of [
		['GK01', ['CM']],
		['GK02', ['CM']],
		['GK03', ['KG']],
		['GK04', []]
	] as const) {
		const login = `${code}-${contestId}`.toLowerCase();
		const account = await insertAccount(db, { login, displayName: `Giám khảo ${code}`, passwordHash: '' });
		const role = code === 'GK01' ? 'head' : 'member';
		await db.insert(schema.judge).values({
			contestId,
			code,
			fullName: `Giám khảo ${code}`,
			role,
			panels: [...panels],
			accountId: account!.id
		});
		const seat = { ...organiser, accountId: account!.id, name: `Giám khảo ${code}` };
		judges.set(code, withRoles(seat, contestId, role === 'head' ? ['judge', 'head_judge'] : ['judge']));
	}
	const secretary = withRoles(organiser, contestId, ['secretary']);
	const idOf = new Map(people.map(({ number, id }) => [number, id]));
	return {
		contestId,
		organiser,
		secretary,
		people: idOf,
		judges,
		give: async (points, reason = '') => {
			const desk = await givenDesk(world.app, secretary, contestId, 'CC');
			const seen = new Map(isRefusal(desk) ? [] : desk.rows.map(({ number, version }) => [number, version]));
			return givePoints(world.app, secretary, {
				contestId,
				part: 'CC',
				given: Object.entries(points).map(([number, text]) => ({
					contestantId: idOf.get(number),
					points: text,
					reason,
					version: seen.get(number) ?? 0
				}))
			});
		},
		async draw({ stage, session, ...given }) {
			const place = { contestId, kind: 'order', stage, session };
			const frozen = await freezeLots(world.app, secretary, { ...place, ...given });
			if (isRefusal(frozen)) return frozen;
			const witnesses = ['7', '21', '3'].map((said, at) => ({ name: `Đại biểu ${at + 1}`, said }));
			return drawLots(world.app, secretary, { ...place, witnesses });
		},
		async lastLine() {
			const [line] = await world.fresh
				.sql`select kind, payload from contest_event where contest_id = ${contestId} order by sequence desc limit 1`;
			return line as unknown as { kind: string; payload: Record<string, unknown> };
		}
	};
}

/** TT1 from 1 to 5, counted twice, with a note below 2; TT2 from 0 to 10. */
const criteria: Criterion[] = [
	{ code: 'TT1', name: 'Nội dung', min: 100, max: 500, step: 50, weight: 200, noteRequired: { below: 200 }, bands: [] },
	{ code: 'TT2', name: 'Phong cách', min: 0, max: 1000, step: 50, weight: 100, noteRequired: 'never', bands: [] }
];
