// A finished quiz of five questions and four contestants whose places can be worked out by hand, with people of every role.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import { isRefusal, type Refusal } from '../../src/lib/contest/refusal.ts';
import type { App } from '../../src/lib/server/app.ts';
import * as schema from '../../src/lib/server/database/schema.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { proposeDecision } from '../../src/lib/server/usecases/propose-decision.ts';
import { publishResult } from '../../src/lib/server/usecases/publish-result.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver } from './results-data.ts';

export interface DecidingContest {
	app: App;
	contestId: string;
	name: string;
	/** Two organisers, the head judge, another judge, a secretary, the MC. */
	first: StaffSeat;
	second: StaffSeat;
	head: StaffSeat;
	judge: StaffSeat;
	secretary: StaffSeat;
	mc: StaffSeat;
}

/** What everybody chose at C1 … C5; the key of each is A. Right: TS01 4, TS02 3, TS03 2, TS04 1. */
const chosen: Record<string, string> = { TS01: 'AAAAD', TS02: 'AADDA', TS03: 'AADDB', TS04: 'ADDDB' };

/** Of what the tests decide. */
export const voidC5: DecisionContent = { kind: 'void', question: 'C5' };
export const pointsOff: DecisionContent = {
	kind: 'points',
	stage: 'HT',
	part: null,
	contestant: 'TS01',
	points: -2500
};

export interface DecidingWorld {
	fresh: FreshDatabase;
	app: App;
	/** Another one for each test. */
	contest: DecidingContest;
}

/** One database for the tests of a file. */
export function decidingWorld(): DecidingWorld {
	const world = {} as DecidingWorld;
	beforeAll(async () => {
		world.fresh = await freshDatabase();
		world.app = appOver(world.fresh);
	});
	afterAll(() => world.fresh.drop());
	beforeEach(async () => void (world.contest = await decidingContest(world.app)));
	return world;
}

let contests = 0;

export async function decidingContest(app: App): Promise<DecidingContest> {
	const db = app.database.drizzle;
	const nth = ++contests;
	const name = `Hội thi thử ${nth}`;
	const rules = structuredClone(ruleTemplates['chi-trac-nghiem']);
	for (const stage of rules.stages) {
		stage.tieBreaks = [{ kind: 'head-judge' }];
		for (const part of stage.parts)
			if (part.kind === 'quiz') {
				part.questionCount = 5;
				part.scoring = { kind: 'fixed', points: 2000, wrong: 0, blank: 0 };
			}
	}
	const [contest] = await db
		.insert(schema.contest)
		.values({
			name,
			organiser: 'Đảng uỷ Khối',
			heldOn: '2021-07-15',
			joinCode: String(200_000 + nth),
			rules,
			hall: { show: 'live' }
		})
		.returning();
	const contestId = contest?.id ?? '';
	await playQuiz(app, contestId);
	const seat = async (login: string, displayName: string, role: schema.StaffRole): Promise<StaffSeat> => {
		const [account] = await db
			.insert(schema.account)
			.values({ login: `${login}-${nth}`, displayName, passwordHash: '' })
			.returning();
		const accountId = account?.id ?? '';
		await db.insert(schema.membership).values({ contestId, accountId, role });
		return { kind: 'staff', accountId, name: displayName, isFounder: false, roles: { [contestId]: [role] } };
	};
	return {
		app,
		contestId,
		name,
		first: await seat('mot', 'Nguyễn Văn Một', 'organiser'),
		second: await seat('hai', 'Trần Thị Hai', 'organiser'),
		head: await seat('truong', 'Lê Văn Trưởng', 'head_judge'),
		judge: await seat('giam', 'Phạm Thị Giám', 'judge'),
		secretary: await seat('thu-ky', 'Hoàng Thị Thư', 'secretary'),
		mc: await seat('dan', 'Vũ Văn Dẫn', 'mc')
	};
}

async function playQuiz(app: App, contestId: string): Promise<void> {
	const db = app.database.drizzle;
	const [unit] = await db
		.insert(schema.unit)
		.values({ contestId, code: 'DV01', name: 'Đảng bộ Văn phòng' })
		.returning();
	const people = await db
		.insert(schema.contestant)
		.values(
			Object.keys(chosen).map((number) => ({
				contestId,
				number,
				fullName: `Nguyễn Thị ${number}`,
				familyName: 'Nguyễn',
				middleName: 'Thị',
				givenName: number,
				unitId: unit?.id ?? ''
			}))
		)
		.returning();
	const [round] = await db
		.insert(schema.round)
		.values({ contestId, partCode: 'KT', title: 'Vòng thi', position: 1, phase: 'finished', graceMs: 1000 })
		.returning();
	const roundId = round?.id ?? '';
	const options = ['A', 'B', 'C', 'D'].map((id) => ({ id, text: `Phương án ${id}` }));
	for (let at = 0; at < 5; at++) {
		const [question] = await db
			.insert(schema.question)
			.values({ contestId, code: `C${at + 1}`, kind: 'single', text: `Câu ${at + 1}`, options, seconds: 20 })
			.returning();
		const questionId = question?.id ?? '';
		const correct = { kind: 'options' as const, options: ['A'] };
		await db.insert(schema.questionKey).values({ questionId, key: { correct, tolerance: '', explanation: '' } });
		const sealedAt = new Date(0);
		const asked = { roundId, questionId, position: at, mayChange: true, allowedMs: 20_000, graceMs: 1000, sealedAt };
		await db.insert(schema.roundQuestion).values(asked);
		await db.insert(schema.answer).values(
			people.map(({ id: contestantId, number }) => ({
				contestId,
				roundId,
				questionId,
				contestantId,
				operation: crypto.randomUUID(),
				ordinal: 1,
				choice: { kind: 'options' as const, options: [chosen[number]?.[at] ?? ''] },
				receivedAt: new Date(5000),
				usedMs: 5000
			}))
		);
	}
	// An unasked question: its key must not come out of anything here.
	const [spare] = await db
		.insert(schema.question)
		.values({ contestId, code: 'C9', kind: 'single', text: 'Câu 9', options, seconds: 20 })
		.returning();
	const correct = { kind: 'options' as const, options: ['D'] };
	await db
		.insert(schema.questionKey)
		.values({ questionId: spare?.id ?? '', key: { correct, tolerance: '', explanation: '' } });
}

export const correctKey = (question: string, option: string): DecisionContent => ({
	kind: 'key',
	question,
	key: { correct: { kind: 'options', options: [option] }, tolerance: '', alsoCorrect: [] }
});

export const reason = 'Theo biên bản rà soát đáp án';

type Asked = { content: DecisionContent } | { takesBack: number };

export async function preview({ app, contestId }: DecidingContest, seat: StaffSeat, asked: Asked) {
	return previewDecision(app, seat, { contestId, asked, reason });
}

/** Previewed and proposed by the same person; the id of the proposal. */
export async function propose(contest: DecidingContest, seat: StaffSeat, asked: Asked): Promise<string> {
	const { app, contestId } = contest;
	const { seen } = granted(await preview(contest, seat, asked));
	return granted(await proposeDecision(app, seat, { contestId, asked, reason, seen })).result.proposalId;
}

/** What this person has before them when they open the page of decisions. */
export async function seenBy(
	{ app, contestId }: DecidingContest,
	seat: StaffSeat,
	proposalId: string
): Promise<string> {
	const desk = granted(await decisionsDesk(app, seat, contestId));
	return desk.open.find(({ id }) => id === proposalId)?.seen ?? '';
}

export async function confirm(contest: DecidingContest, seat: StaffSeat, proposalId: string) {
	const { app, contestId } = contest;
	const seen = await seenBy(contest, seat, proposalId);
	return confirmDecision(app, seat, { contestId, proposalId, seen: seen || '0'.repeat(64) });
}

/** "1 TS01 80,00" for everybody, in order. */
export async function places({ app, contestId }: DecidingContest): Promise<string[]> {
	const standings = await readStandings(app, contestId);
	return (standings?.tables[0]?.rows ?? []).map(({ rank, number, total }) => `${rank} ${number} ${total}`);
}

export function granted<T>(value: T | Refusal): T {
	if (isRefusal(value))
		throw new Error(`refused: ${value.refused} ${value.field ?? ''} ${JSON.stringify(value.details)}`);
	return value;
}

export async function publish({ app, contestId, name, first }: DecidingContest) {
	const version = (await readContest(app.database.drizzle, contestId))?.version;
	return publishResult(app, first, { contestId, expectedVersion: version, confirmName: name });
}
