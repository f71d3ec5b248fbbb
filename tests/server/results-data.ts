// Makes whole contests for the tests of results: people, rounds, answers, turns and locked sheets by a seeded chance.
import { sql } from 'drizzle-orm';
import { isJudged, isQuiz, type QuizPart } from '../../src/lib/contest/rules/parts.ts';
import { allParts, type Rules } from '../../src/lib/contest/rules/rules.ts';
import { ruleTemplates, type TemplateCode } from '../../src/lib/contest/rules/templates.ts';
import type { Marks, Rubric } from '../../src/lib/contest/rubric.ts';
import type { Choice, QuestionKind } from '../../src/lib/contest/question.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import * as table from '../../src/lib/server/database/schema.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { openMeters } from '../../src/lib/server/meters.ts';
import { openNewsDesk } from '../../src/lib/server/news.ts';
import type { Seat } from '../../src/lib/server/seat.ts';
import type { FreshDatabase } from './fresh-database.ts';

export function appOver(fresh: FreshDatabase): App {
	const config = readConfig({ LOG_LEVEL: 'silent' });
	return {
		config,
		log: makeLog('silent'),
		database: fresh.database,
		databaseUrl: fresh.url,
		clock: { now: () => Date.UTC(2026, 6, 20, 8, 0, 0) },
		news: openNewsDesk(),
		meters: openMeters(),
		printer: null,
		office: null,
		requestBackup: () => {},
		close: async () => {}
	};
}

export function staff(contestId: string, role: table.StaffRole): Seat {
	const accountId = '01890000-0000-7000-8000-000000000001';
	return { kind: 'staff', accountId, name: 'Trần Thị Thử', isFounder: false, roles: { [contestId]: [role] } };
}

/** A small seeded generator (mulberry32): the same seed makes the same contest. */
export function chance(seed: number): (most: number) => number {
	let state = seed >>> 0;
	return (most) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
	};
}

/** Rubrics like the sample's, with maxima that do not divide evenly into the parts. */
export const rubrics: Rubric[] = [
	rubric('DC', [400, 600, 400, 600]),
	rubric('TT', [1000, 1500, 800, 700, 500, 500]),
	rubric('TH', [900, 1100, 1000])
];

function rubric(code: string, maxima: number[]): Rubric {
	const criteria = maxima.map((max, at) => ({
		code: `${code}${at + 1}`,
		name: `Tiêu chí ${at + 1}`,
		min: 0,
		max,
		step: 25,
		weight: 100,
		noteRequired: 'never' as const,
		bands: []
	}));
	return { code, name: `Phiếu ${code}`, max: maxima.reduce((sum, max) => sum + max, 0), criteria };
}

export interface MadeContest {
	contestId: string;
	name: string;
	people: { id: string; number: string }[];
	judges: string[];
	turns: string[];
}

export interface Wish {
	template: TemplateCode;
	seed: number;
	people?: number;
	judges?: number;
	/** Changes the rules of the template. */
	rules?: (rules: Rules) => Rules;
	/** Leaves this many sheets as drafts. */
	drafts?: number;
}

const start = Date.UTC(2026, 6, 20, 1, 0, 0);

/** By the owner: much of it is past, and nobody of the house writes a past. */
export async function makeContest({ owner: { drizzle: db } }: FreshDatabase, wish: Wish): Promise<MadeContest> {
	const next = chance(wish.seed);
	const rules = (wish.rules ?? ((same) => same))(structuredClone(ruleTemplates[wish.template]));
	const name = `Hội thi thử ${wish.template} ${wish.seed}`;
	const [contest] = await db
		.insert(table.contest)
		.values({
			name,
			organiser: 'Ban Tổ chức',
			place: 'Quảng Ninh',
			heldOn: '2026-07-20',
			joinCode: String(100_000 + wish.seed),
			rules,
			hall: { show: 'live' }
		})
		.returning();
	const contestId = contest?.id ?? '';
	const [unit] = await db.insert(table.unit).values({ contestId, code: 'DV01', name: 'Đảng bộ Sở Thử' }).returning();
	const people = await db
		.insert(table.contestant)
		.values(
			Array.from({ length: wish.people ?? 12 }, (_, at) => ({
				contestId,
				number: `TS${String(at + 1).padStart(2, '0')}`,
				fullName: `Nguyễn Văn Thứ ${at + 1}`,
				familyName: 'Nguyễn',
				middleName: 'Văn',
				givenName: `Thứ ${at + 1}`,
				unitId: unit?.id ?? ''
			}))
		)
		.returning({ id: table.contestant.id, number: table.contestant.number });
	const judges = (
		await db
			.insert(table.judge)
			.values(
				Array.from({ length: wish.judges ?? 7 }, (_, at) => ({
					contestId,
					code: `GK0${at + 1}`,
					fullName: `Giám khảo ${at + 1}`,
					role: at === 0 ? ('head' as const) : ('member' as const)
				}))
			)
			.returning()
	).map(({ id }) => id);
	const made: MadeContest = { contestId, name, people, judges, turns: [] };
	for (const part of allParts(rules).filter(isQuiz)) await playQuiz(db, made, part, next);
	if (allParts(rules).some(isJudged)) await markTurns(db, made, wish.drafts ?? 0, next);
	return made;
}

type Db = App['database']['drizzle'];

async function playQuiz(db: Db, made: MadeContest, part: QuizPart, next: (most: number) => number) {
	const kinds = ['single', 'multiple', 'truefalse', 'numeric', 'ordering'] as const;
	const options = ['A', 'B', 'C', 'D'].map((id) => ({ id, text: `Phương án ${id}` }));
	const [round] = await db
		.insert(table.round)
		.values({
			contestId: made.contestId,
			partCode: part.code,
			title: 'Vòng kiến thức',
			position: 1,
			phase: 'finished',
			graceMs: 1000
		})
		.returning();
	const roundId = round?.id ?? '';
	for (let position = 0; position < part.questionCount; position++) {
		const kind = kinds[position % kinds.length] ?? 'single';
		const [question] = await db
			.insert(table.question)
			.values({
				contestId: made.contestId,
				code: `C${position + 1}`,
				kind,
				text: `Câu ${position + 1}`,
				options: kind === 'numeric' ? [] : options,
				seconds: 20
			})
			.returning();
		const questionId = question?.id ?? '';
		const right = choices[kind].right;
		await db
			.insert(table.questionKey)
			.values({ questionId, key: { correct: right, tolerance: kind === 'numeric' ? '0.5' : '', explanation: '' } });
		const allowedMs = 20_000 + 5000 * next(3);
		await db.insert(table.roundQuestion).values({
			roundId,
			questionId,
			position,
			mayChange: true,
			allowedMs,
			graceMs: 1000,
			sealedAt: new Date(start),
			revealedAt: new Date(start)
		});
		const answers: (typeof table.answer.$inferInsert)[] = [];
		for (const { id: contestantId } of made.people) {
			const tries = next(3);
			for (let ordinal = 1; ordinal <= tries; ordinal++) {
				const isRight = next(100) < 60;
				const usedMs = 500 + next(allowedMs);
				const wrong = choices[kind].wrong;
				const choice = isRight ? (next(2) ? right : choices[kind].alsoRight) : (wrong[next(wrong.length)] ?? right);
				answers.push({
					contestId: made.contestId,
					roundId,
					questionId,
					contestantId,
					operation: crypto.randomUUID(),
					ordinal,
					choice,
					receivedAt: new Date(start + usedMs),
					usedMs
				});
			}
		}
		if (answers.length > 0) await db.insert(table.answer).values(answers);
	}
}

const pick = (...ids: string[]): Choice => ({ kind: 'options', options: ids });
const number = (value: string): Choice => ({ kind: 'number', value });
const choices: Record<QuestionKind, { right: Choice; alsoRight: Choice; wrong: Choice[] }> = {
	single: { right: pick('B'), alsoRight: pick('B'), wrong: [pick('A'), pick('D')] },
	multiple: {
		right: pick('A', 'C'),
		alsoRight: pick('C', 'A'),
		wrong: [pick('A'), pick('A', 'B', 'C'), pick('B', 'D')]
	},
	truefalse: { right: pick('A'), alsoRight: pick('A'), wrong: [pick('B')] },
	numeric: {
		right: number('12.25'),
		alsoRight: number('12.75'),
		wrong: [number('12.76'), number('-12.25'), number('11.7')]
	},
	ordering: {
		right: pick('B', 'A', 'D', 'C'),
		alsoRight: pick('B', 'A', 'D', 'C'),
		wrong: [pick('A', 'B', 'D', 'C'), pick('C', 'D', 'A', 'B')]
	},
	matching: {
		right: { kind: 'pairs', pairs: { A: '1', B: '2' } },
		alsoRight: { kind: 'pairs', pairs: { B: '2', A: '1' } },
		wrong: [{ kind: 'pairs', pairs: { A: '2', B: '2' } }]
	},
	text: {
		right: { kind: 'text', value: 'Hòa bình' },
		alsoRight: { kind: 'text', value: ' hoà bình. ' },
		wrong: [{ kind: 'text', value: 'hoa bình' }]
	}
};

async function markTurns(db: Db, made: MadeContest, drafts: number, next: (most: number) => number) {
	let left = drafts;
	for (const [at, { id: contestantId }] of made.people.entries()) {
		const startedAt = start + at * 1_000_000;
		const usedMs = 480_000 + next(500_000);
		const [turn] = await db
			.insert(table.turn)
			.values({
				contestId: made.contestId,
				contestantId,
				position: at + 1,
				status: 'ended',
				calledAt: new Date(startedAt - 60_000),
				onStageAt: new Date(startedAt - 30_000),
				startedAt: new Date(startedAt),
				endedAt: new Date(startedAt + usedMs),
				removedMs: next(4) === 0 ? next(90_000) : 0
			})
			.returning();
		const turnId = turn?.id ?? '';
		made.turns.push(turnId);
		const sheets: (typeof table.scoresheet.$inferInsert)[] = [];
		for (const judgeId of made.judges) {
			const isReopened = next(6) === 0;
			const common = { turnId, judgeId, comments: {}, savedAt: new Date(startedAt + usedMs) };
			if (isReopened)
				sheets.push({ ...common, revision: 1, marks: marks(next), lockedAt: new Date(startedAt + usedMs) });
			const isDraft = left-- > 0;
			sheets.push({
				...common,
				revision: isReopened ? 2 : 1,
				marks: marks(next),
				lockedAt: isDraft ? null : new Date(startedAt + usedMs + 1000),
				reopenReason: isReopened ? 'Ghi nhầm điểm' : null
			});
		}
		await pastTheGuard(db, (tx) => tx.insert(table.scoresheet).values(sheets));
	}
}

/** Sheets as they came to be, without playing how: triggers do not look, as for whoever owns the machine. */
export async function pastTheGuard(
	db: Db,
	act: (tx: Pick<Db, 'insert' | 'execute'>) => Promise<unknown>
): Promise<void> {
	await db.transaction(async (tx) => {
		await tx.execute(sql`set local session_replication_role = replica`);
		await act(tx);
	});
}

/** Locks the drafts of these turns. */
export function lockDrafts({ owner: { drizzle: db } }: FreshDatabase, turns: string[]): Promise<void> {
	return pastTheGuard(db, (tx) =>
		tx.execute(sql`update scoresheet set locked_at = now() where locked_at is null and turn_id in ${turns}`)
	);
}

function marks(next: (most: number) => number): Marks {
	const criteria = rubrics.flatMap((each) => each.criteria);
	return Object.fromEntries(
		criteria.map(({ code, max }) => [code, 25 * Math.floor((max / 25) * (0.5 + next(51) / 100))])
	);
}

/** Stores the rubrics; a judged contest needs them. */
export async function storeRubrics({ database: { drizzle: db } }: App, contestId: string): Promise<void> {
	await db
		.insert(table.rubric)
		.values(rubrics.map(({ code, name, max, criteria }) => ({ contestId, code, name, maxPoints: max, criteria })));
}
