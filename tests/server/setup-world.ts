// A world for the tests of set-up: an app on a fresh database, a founder, a contest, and seats of every kind.
import { createContest } from '../../src/lib/server/usecases/create-contest.ts';
import { drawLots } from '../../src/lib/server/usecases/draw-lots.ts';
import { freezeLots } from '../../src/lib/server/usecases/freeze-lots.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { App } from '../../src/lib/server/app.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { openMeters } from '../../src/lib/server/meters.ts';
import { openNewsDesk, type News } from '../../src/lib/server/news.ts';
import type { StaffRole } from '../../src/lib/server/database/schema.ts';
import { anonymous, type Seat, type StaffSeat } from '../../src/lib/server/seat.ts';
import { insertAccount } from '../../src/lib/server/stores/accounts.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';

export interface World {
	app: App;
	fresh: FreshDatabase;
	founder: StaffSeat;
	news: News[];
	/** Sets the clock, ms since the epoch. */
	setNow(ms: number): void;
	/** A contest of the template and the seat of its organiser. */
	contest(template?: string): Promise<{ contestId: string; organiser: StaffSeat }>;
	close(): Promise<void>;
}

export async function setupWorld(): Promise<World> {
	const fresh = await freshDatabase();
	const desk = openNewsDesk();
	const news: News[] = [];
	desk.subscribe((item) => void news.push(item));
	let now = Date.UTC(2026, 10, 24, 1, 0, 0);
	const app: Pick<App, 'database' | 'databaseUrl' | 'clock' | 'news' | 'meters' | 'log'> = {
		database: fresh.database,
		databaseUrl: fresh.url,
		clock: { now: () => now },
		news: desk,
		meters: openMeters(),
		log: makeLog('silent')
	};
	const account = await insertAccount(fresh.database.drizzle, {
		login: 'founder',
		displayName: 'Người sáng lập',
		passwordHash: 'x',
		isFounder: true
	});
	if (!account) throw new Error('no founder');
	const founder: StaffSeat = {
		kind: 'staff',
		accountId: account.id,
		name: account.displayName,
		isFounder: true,
		roles: {}
	};
	return {
		app: app as App,
		fresh,
		founder,
		news,
		setNow: (ms) => void (now = ms),
		async contest(template = 'kien-thuc-thuyet-trinh') {
			const made = await createContest(app as App, founder, {
				template,
				name: 'Hội thi báo cáo viên giỏi',
				organiser: 'Đảng ủy Khối',
				place: 'Hội trường lớn',
				heldOn: '2026-12-01'
			});
			if (isRefusal(made)) throw new Error(made.refused);
			return { contestId: made.contestId, organiser: withRoles(founder, made.contestId, ['organiser']) };
		},
		close: () => fresh.drop()
	};
}

export function withRoles(seat: StaffSeat, contestId: string, roles: StaffRole[]): StaffSeat {
	return { ...seat, isFounder: false, roles: { [contestId]: roles } };
}

/** Seats that may set nothing up. */
export function outsiders(founder: StaffSeat, contestId: string): Record<string, Seat> {
	const id = '00000000-0000-7000-8000-000000000000';
	return {
		anonymous,
		judge: withRoles(founder, contestId, ['judge']),
		headJudge: withRoles(founder, contestId, ['head_judge']),
		mc: withRoles(founder, contestId, ['mc']),
		contestant: { kind: 'contestant', slipId: id, contestId, contestantId: id, epoch: 0 },
		screen: { kind: 'screen', slipId: id, contestId },
		organiserOfAnother: withRoles(founder, id, ['organiser'])
	};
}

/** The result, or the test fails with the refusal. */
export function ok<T>(value: T): Exclude<T, { refused: string }> {
	if (isRefusal(value))
		throw new Error(`refused: ${value.refused} ${JSON.stringify(value.details)} ${value.field ?? ''}`);
	return value as Exclude<T, { refused: string }>;
}

/** The running order, with one witness. */
export async function drawOrder({ app }: World, seat: StaffSeat, contestId: string): Promise<void> {
	ok(await freezeLots(app, seat, { contestId, kind: 'order' }));
	ok(await drawLots(app, seat, { contestId, kind: 'order', witnesses: [{ name: 'A', said: '7' }] }));
}
