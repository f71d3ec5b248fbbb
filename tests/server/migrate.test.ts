// Migrations run once each however many servers start, and a newer database is left alone.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrateDatabase, readAppliedMigrations, readFolderMigrations } from '../../src/lib/server/database/migrate.ts';
import { isJudged } from '../../src/lib/contest/rules/parts.ts';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { emptyDatabase, migrationsFolder } from './fresh-database.ts';

const quiz = { maxPoints: 4000, questionCount: 20, mayChangeAnswer: true, graceMs: 1000 };
const talk = { maxPoints: 6000, rubric: 'TT', aggregation: { kind: 'trimmed', drop: 1, leastPanel: 5 } };
const timing = { leastMs: 0, mostMs: 600_000, warnBeforeMs: 60_000, graceMs: 15_000 };
const penalty = { perMinute: 100, startedMinute: 'ceil', cap: 500, place: { kind: 'part' } };
const rulesOfFirstFormat = {
	format: 1,
	template: 'kien-thuc-thuyet-trinh',
	title: { vi: 'Kiến thức và thuyết trình', en: 'Knowledge and presentation' },
	parts: [
		{
			kind: 'quiz',
			code: 'KT',
			title: { vi: 'Kiến thức', en: 'Knowledge' },
			scoring: { kind: 'speed', points: 200, leastShare: 50 },
			...quiz
		},
		{
			kind: 'presentation',
			code: 'TT',
			title: { vi: 'Thuyết trình', en: 'Presentation' },
			timing: { ...timing, penalty },
			...talk
		}
	],
	tieBreaks: [
		{ kind: 'part', part: 'TT' },
		{ kind: 'criterion', criterion: 'TT2' },
		{ kind: 'fewer-penalties' },
		{ kind: 'right-answers' },
		{ kind: 'answer-time' }
	],
	awards: ruleTemplates['chi-trac-nghiem'].awards.map(({ code, title, quota, leastTotal, moreOnTie }) => ({
		code,
		title: { vi: title.vi, en: title.en },
		quota,
		leastTotal,
		moreOnTie
	}))
};

describe('migrations', () => {
	let empty: Awaited<ReturnType<typeof emptyDatabase>>;
	let sql: postgres.Sql;
	let folder: string;

	beforeEach(async () => {
		empty = await emptyDatabase();
		sql = postgres(empty.ownerUrl, { max: 1 });
		folder = await mkdtemp(join(tmpdir(), 'hoithi-migrate-'));
		await cp(migrationsFolder, folder, { recursive: true });
	});
	afterEach(async () => {
		await sql.end();
		await empty.drop();
		await rm(folder, { recursive: true });
	});

	async function addMigration(text: string, when: number): Promise<void> {
		const file = join(folder, 'meta', '_journal.json');
		const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: object[] };
		journal.entries.push({ idx: journal.entries.length, version: '7', when, tag: `added_${when}`, breakpoints: true });
		await writeFile(file, JSON.stringify(journal));
		await writeFile(join(folder, `added_${when}.sql`), text);
	}

	test('four processes on an empty database apply each migration once', async () => {
		await addMigration(
			'create table counted (n int);--> statement-breakpoint\ninsert into counted values (1);',
			4_000_000_000_000
		);
		const processes = Array.from({ length: 4 }, () =>
			fork(resolve('tests/server/migrate-process.ts'), [empty.ownerUrl, folder], { execArgv: [] })
		);
		const codes = await Promise.all(processes.map(async (child) => (await once(child, 'exit'))[0] as number));
		expect(codes).toEqual([0, 0, 0, 0]);
		expect(await readAppliedMigrations(sql)).toEqual(readFolderMigrations(folder));
		expect(await sql`select n from counted`).toHaveLength(1);
	});

	test('a database newer than the program is refused and stays as it is', async () => {
		await addMigration('create table from_the_future (n int);', 4_000_000_000_000);
		await migrateDatabase(sql, folder);
		const applied = await readAppliedMigrations(sql);
		await expect(migrateDatabase(sql, migrationsFolder)).rejects.toThrow('newer version of the program');
		expect(await readAppliedMigrations(sql)).toEqual(applied);
	});

	test('rules of the first format become one stage of the second, with the same parts, time and awards', async () => {
		const journal = join(folder, 'meta', '_journal.json');
		const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8')) as { entries: { tag: string }[] };
		const before = entries.filter(({ tag }) => tag < '0002');
		await writeFile(journal, JSON.stringify({ ...rest, entries: before }));
		await migrateDatabase(sql, folder);
		await sql`insert into contest (name, organiser, held_on, join_code, rules, hall)
			values ('Hội thi', 'Ban Tổ chức', '2021-07-15', '123456', ${sql.json(rulesOfFirstFormat)}, '{"show": "live"}')`;
		await migrateDatabase(sql, migrationsFolder);
		const [row] = await sql<{ rules: Rules }[]>`select rules from contest`;
		const { 'kien-thuc-thuyet-trinh': template } = ruleTemplates;
		const [stage] = template.stages;
		const [quiz, talk] = stage?.parts ?? [];
		if (!stage || quiz?.kind !== 'quiz' || !talk || !isJudged(talk)) throw new Error('not the template expected');
		const cost = { kind: 'linear', perMinute: 100, startedMinute: 'ceil' };
		const aggregation = { kind: 'trimmed', high: 1, low: 1, leastPanel: 5 };
		const scoring = { kind: 'speed', points: 200, leastShare: 50, fullWithinMs: 0, wrong: 0, blank: 0 };
		const panels = talk.panels.map((panel) => ({ ...panel, aggregation, divergence: null }));
		const penalty = { over: cost, under: cost, cap: 500, place: { kind: 'part' } };
		expect(row?.rules).toEqual({
			...template,
			stages: [
				{
					...stage,
					parts: [
						{ ...quiz, scoring },
						{ ...talk, panels, timing: { ...talk.timing, penalty } }
					]
				}
			]
		});
	});

	test('a migration edited after it was applied is refused', async () => {
		await addMigration('create table early (n int);', 4_000_000_000_000);
		await migrateDatabase(sql, folder);
		await writeFile(join(folder, 'added_4000000000000.sql'), 'create table other (n int);');
		await expect(migrateDatabase(sql, folder)).rejects.toThrow('was changed after');
	});
});
