// A contest of three parts with a panel of three and three contestants in running order, on a database and a clock of its own.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatPoints } from '../../src/lib/contest/points.ts';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import type { Criterion } from '../../src/lib/contest/rubric.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import * as schema from '../../src/lib/server/database/schema.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { openMeters } from '../../src/lib/server/meters.ts';
import { openNewsDesk, type News } from '../../src/lib/server/news.ts';
import type { Seat, StaffSeat } from '../../src/lib/server/seat.ts';
import type { lockScoresheet } from '../../src/lib/server/usecases/lock-scoresheet.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { lockSigned } from './lock-signed.ts';
import { ok } from './setup-world.ts';

export const firstInstant = Date.UTC(2021, 6, 15, 1, 0, 0);

interface SampleCriterion {
	code: string;
	name: string;
	max: number;
	step: number;
	bands: { label: string; min: number; max: number; descriptor: string }[];
}

export interface JudgingContest {
	app: App;
	fresh: FreshDatabase;
	contestId: string;
	/** In running order. */
	turns: { id: string; number: string }[];
	judges: { id: string; seat: StaffSeat }[];
	/** GK01 is the head judge; the others are members. */
	head: StaffSeat;
	member: StaffSeat;
	other: StaffSeat;
	secretary: StaffSeat;
	organiser: StaffSeat;
	/** Every criterion with its maximum in hundredths, in the order of the sheet. */
	criteria: Criterion[];
	/** What was announced, in order. */
	news: News[];
	setTime(at: number): void;
}

export async function judgingContest(): Promise<JudgingContest> {
	const fresh = await freshDatabase();
	let at = firstInstant;
	const news = openNewsDesk();
	const heard: News[] = [];
	news.subscribe((each) => heard.push(each));
	const app: App = {
		config: readConfig({}),
		log: makeLog('silent'),
		database: fresh.database,
		databaseUrl: fresh.url,
		clock: { now: () => at },
		news,
		meters: openMeters(),
		printer: null,
		office: null,
		requestBackup: () => {},
		close: () => fresh.drop()
	};
	const db = fresh.database.drizzle;
	const [contest] = await db
		.insert(schema.contest)
		.values({
			name: 'Hội thi thử',
			organiser: 'Đảng uỷ Khối',
			heldOn: '2021-07-15',
			joinCode: '100200',
			rules: ruleTemplates['ba-phan'],
			hall: { show: 'live' }
		})
		.returning();
	const contestId = contest!.id;
	const rubrics = sampleRubrics();
	await db.insert(schema.rubric).values(rubrics.map((rubric) => ({ contestId, ...rubric })));

	const seats = await Promise.all(
		(['head_judge', 'judge', 'judge', 'secretary', 'organiser'] as const).map((role, index) =>
			staffSeat(fresh, contestId, role, index)
		)
	);
	const [head, member, other, secretary, organiser] = seats as [StaffSeat, StaffSeat, StaffSeat, StaffSeat, StaffSeat];
	const judgeRows = await db
		.insert(schema.judge)
		.values(
			[head, member, other].map((seat, index) => ({
				contestId,
				code: `GK0${index + 1}`,
				fullName: seat.name,
				role: index === 0 ? ('head' as const) : ('member' as const),
				accountId: seat.accountId
			}))
		)
		.returning();
	return {
		app,
		fresh,
		contestId,
		turns: await threeTurns(fresh, contestId),
		judges: [head, member, other].map((seat, index) => ({ id: judgeRows[index]!.id, seat })),
		head,
		member,
		other,
		secretary,
		organiser,
		criteria: rubrics.flatMap((rubric) => rubric.criteria),
		news: heard,
		setTime: (next) => {
			at = next;
		}
	};
}

export function fullMarks({ criteria }: Pick<JudgingContest, 'criteria'>): Record<string, string> {
	return Object.fromEntries(criteria.map(({ code, max }) => [code, formatPoints(max)]));
}

/** The first contestant has been called, and the sheets of that turn as judges fill them. */
export interface CalledTurn {
	turnId: string;
	save: (
		seat: Seat,
		version: number,
		marks: Record<string, string>,
		comments?: Record<string, string>
	) => ReturnType<typeof saveScoresheet>;
	lock: (seat: Seat, version: number) => ReturnType<typeof lockScoresheet>;
	/** Every mark the highest, saved and signed. */
	lockFull: (seat: Seat) => Promise<void>;
}

export async function callFirst(world: JudgingContest): Promise<CalledTurn> {
	const { app, contestId, organiser } = world;
	const turnId = world.turns[0]!.id;
	ok(await runTurn(app, organiser, { contestId, turnId, command: { do: 'call' } }));
	const save: CalledTurn['save'] = (seat, version, marks, comments = {}) =>
		saveScoresheet(app, seat, { contestId, turnId, version, marks, comments });
	const lock: CalledTurn['lock'] = (seat, version) => lockSigned(app, seat, { contestId, turnId, version });
	return {
		turnId,
		save,
		lock,
		async lockFull(seat) {
			ok(await save(seat, 0, fullMarks(world)));
			ok(await lock(seat, 1));
		}
	};
}

async function staffSeat(
	fresh: FreshDatabase,
	contestId: string,
	role: schema.StaffRole,
	index: number
): Promise<StaffSeat> {
	const [account] = await fresh.database.drizzle
		.insert(schema.account)
		.values({ login: `staff${index}`, displayName: `Người ${index}`, passwordHash: '' })
		.returning();
	await fresh.database.drizzle.insert(schema.membership).values({ contestId, accountId: account!.id, role });
	return {
		kind: 'staff',
		accountId: account!.id,
		name: account!.displayName,
		isFounder: false,
		roles: { [contestId]: [role] }
	};
}

async function threeTurns(fresh: FreshDatabase, contestId: string): Promise<{ id: string; number: string }[]> {
	const db = fresh.database.drizzle;
	const [unit] = await db
		.insert(schema.unit)
		.values({ contestId, code: 'DV01', name: 'Đảng bộ Văn phòng' })
		.returning();
	const people = await db
		.insert(schema.contestant)
		.values(
			['TS01', 'TS02', 'TS03'].map((number) => ({
				contestId,
				number,
				fullName: `Nguyễn Thị ${number}`,
				familyName: 'Nguyễn',
				middleName: 'Thị',
				givenName: number,
				unitId: unit!.id
			}))
		)
		.returning();
	const [situation] = await db
		.insert(schema.situation)
		.values({ contestId, code: 'TH01', text: 'Mất điện giữa buổi', pointsOfAnswer: 'Bình tĩnh' })
		.returning();
	const rows = await db
		.insert(schema.turn)
		.values(
			people.map((person, index) => ({
				contestId,
				contestantId: person.id,
				position: index + 1,
				situationId: situation!.id
			}))
		)
		.returning();
	return rows.map((row, index) => ({ id: row.id, number: people[index]!.number }));
}

function sampleRubrics(): { code: string; name: string; maxPoints: number; criteria: Criterion[] }[] {
	const file = resolve('src/lib/formats/sample/rubric.json');
	const { rubrics } = JSON.parse(readFileSync(file, 'utf8')) as {
		rubrics: { code: string; name: string; max: number; criteria: SampleCriterion[] }[];
	};
	const hundredths = (points: number) => Math.round(points * 100);
	return rubrics.map(({ code, name, max, criteria }) => ({
		code,
		name,
		maxPoints: hundredths(max),
		criteria: criteria.map((criterion) => ({
			...criterion,
			min: 0,
			weight: 100,
			noteRequired: 'never' as const,
			max: hundredths(criterion.max),
			step: hundredths(criterion.step),
			bands: criterion.bands.map((band) => ({ ...band, min: hundredths(band.min), max: hundredths(band.max) }))
		}))
	}));
}
