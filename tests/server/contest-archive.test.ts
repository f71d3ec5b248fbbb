// A whole contest as one archive on a real database: read again, without what is still secret, by who may (R320, R321).
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeArchive } from '../../src/cli/contest-archive.ts';
import { verifyChain, type ChainedLine } from '../../src/lib/contest/event-chain.ts';
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import { readDirectory, unpackText } from '../../src/lib/formats/archive.ts';
import { readContestFile } from '../../src/lib/formats/contest-file/read-contest-file.ts';
import { parseContestants } from '../../src/lib/formats/import-contestants.ts';
import { parseJudges } from '../../src/lib/formats/import-judges.ts';
import { parseRubrics } from '../../src/lib/formats/import-rubrics.ts';
import { parseUnits } from '../../src/lib/formats/import-units.ts';
import { readRulesFile } from '../../src/lib/formats/rules-file/read-rules-file.ts';
import type { App } from '../../src/lib/server/app.ts';
import * as table from '../../src/lib/server/database/schema.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { archiveContest } from '../../src/lib/server/usecases/archive-contest.ts';
import { askForEntry } from '../../src/lib/server/usecases/ask-for-entry.ts';
import { handInEntry } from '../../src/lib/server/usecases/hand-in-entry.ts';
import { contestArchive } from '../../src/lib/server/views/contest-archive.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver, makeContest, staff, storeRubrics } from './results-data.ts';
import { ok } from './setup-world.ts';

let fresh: FreshDatabase;
let app: App;
let contestId: string;
const canary = 'CHIM-HOÀNG-YẾN';
const organiser = () => staff(contestId, 'organiser');
const wish = {
	contestId: '',
	part: '',
	title: 'Đề cương',
	note: '',
	kinds: ['pdf'],
	megabytes: 1,
	due: '',
	late: 'flag'
};

beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
	const made = await makeContest(fresh, { template: 'kien-thuc-thuyet-trinh', seed: 3, people: 4, judges: 3 });
	({ contestId } = made);
	await storeRubrics(app, contestId);
	const db = fresh.owner.drizzle;
	const account = { login: 'to-chuc', displayName: 'Trần Thị Thử', passwordHash: canary, isFounder: false };
	await db.insert(table.account).values({ id: '01890000-0000-7000-8000-000000000001', ...account });
	await plan('Chưa hỏi', null);
	await plan('Niêm phong', canary);
	await db.insert(table.situation).values({ contestId, code: 'TH1', text: canary, pointsOfAnswer: canary });
	const given = { ...wish, contestId, part: 'TT', isAnonymous: false, markBy: '', requestId: '' };
	const { requestId } = ok(await askForEntry(app, organiser(), given)).result;
	const file = new Blob(['%PDF-1.7\nđề cương\n%%EOF']);
	const entry = { contestId, requestId, contestantId: made.people[0]?.id };
	ok(await handInEntry(app, organiser(), entry, { name: 'a.pdf', size: file.size, stream: file.stream() }));
});
afterAll(() => fresh.drop());

/** A round that has not begun, with one question nobody may know. */
async function plan(
	title: string,
	setSalt: string | null,
	more: Partial<typeof table.question.$inferInsert> = {}
): Promise<void> {
	const db = fresh.owner.drizzle;
	const round = { contestId, partCode: 'KT', title, position: 9, graceMs: 1000, setSalt };
	const [planned] = await db.insert(table.round).values(round).returning();
	const asked = { contestId, code: title, kind: 'text' as const, text: canary, options: [], seconds: 20, ...more };
	const [question] = await db.insert(table.question).values(asked).returning();
	const key = { correct: { kind: 'text' as const, value: canary }, tolerance: '', explanation: canary };
	await db.insert(table.questionKey).values({ questionId: question!.id, key });
	const placed = { roundId: planned!.id, questionId: question!.id, position: 0, mayChange: true, graceMs: 1000 };
	await db.insert(table.roundQuestion).values(placed);
}

async function taken(papers: Parameters<typeof contestArchive>[2]['papers'] = null): Promise<Map<string, Buffer>> {
	const asked = ok(await archiveContest(app, organiser(), { contestId }));
	const { body } = ok(await contestArchive(app, organiser(), { taken: asked, papers, language: 'vi' }));
	return unpacked(Buffer.from(await new Response(body).arrayBuffer()));
}

/** Files are stored, not packed: 30 bytes of head, the name, the bytes. */
function unpacked(zip: Buffer): Map<string, Buffer> {
	const entries = readDirectory(zip);
	if (!Array.isArray(entries)) throw new Error(entries);
	return new Map(
		entries.map(({ name, offset, unpacked: size }) => {
			const start = offset + 30 + Buffer.byteLength(name);
			return [name, zip.subarray(start, start + size)];
		})
	);
}

/** Workbooks are packed: what stands in them is read out. */
async function textIn(name: string, bytes: Buffer): Promise<string> {
	const entries = name.endsWith('.xlsx') ? readDirectory(bytes) : [];
	if (!Array.isArray(entries)) throw new Error(`${name}: ${entries}`);
	const inside = await unpackText(
		bytes,
		entries.map((entry) => entry.name)
	);
	return bytes.toString() + (inside instanceof Map ? [...inside.values()].join('\n') : '');
}

test('R320 everything that may leave is in it, and is read again as it was', async () => {
	const files = await taken();
	const record = readContestFile(files.get('hoi-thi.json')!);
	if (!record.ok) throw new Error(JSON.stringify(record.problems));
	expect(computeResult(record.value)).toEqual((await readStandings(app, contestId))!.result);
	const rules = readRulesFile(files.get('the-le.json')!);
	expect(rules.ok && rules.value).toEqual((await readContest(app.database.drizzle, contestId))!.rules);
	const list = (name: string) => files.get(`danh-sach/${name}.xlsx`)!;
	const units = await parseUnits(list('don-vi'), 'don-vi.xlsx');
	const people = await parseContestants(list('thi-sinh'), 'thi-sinh.xlsx', { unitCodes: ['DV01'] });
	const judges = await parseJudges(list('giam-khao'), 'giam-khao.xlsx', { panelCodes: ['BGK'] });
	const rubrics = await parseRubrics(list('bang-tieu-chi'), 'bang-tieu-chi.xlsx');
	const counts = [units, people, judges, rubrics].map(({ rows, problems, fileProblems }) => [
		rows.length,
		[...problems, ...fileProblems]
	]);
	expect(counts).toEqual([
		[1, []],
		[4, []],
		[3, []],
		[3, []]
	]);
	expect([...files.keys()]).toContain('ho-so/DV01 Đảng bộ Sở Thử/TS01 Nguyễn Văn Thứ 1 - Đề cương (bản 1).pdf');
	const readme = files.get('README.txt')!.toString();
	const lines = files.get('nhat-ky/nhat-ky.jsonl')!.toString().trim().split('\n');
	const log = lines.map((line) => JSON.parse(line) as ChainedLine);
	expect(verifyChain(log)).toMatchObject({ ok: true, count: log.length });
	expect(log.at(-1)).toMatchObject({ kind: 'archive-taken' });
	for (const said of [log.at(-1)!.hash, 'mật khẩu', 'không có trình duyệt', '2 câu hỏi'])
		expect(readme).toContain(said);
});

test('R320 neither a sealed set nor a key that was not told is in it, nor a password', async () => {
	const files = await taken();
	const asked = JSON.parse(files.get('cau-hoi/cau-hoi-da-hoi.json')!.toString()) as { questions: { code: string }[] };
	expect(asked.questions.length).toBeGreaterThan(0);
	expect(asked.questions.filter(({ code }) => ['Chưa hỏi', 'Niêm phong'].includes(code))).toEqual([]);
	expect([...files.keys()]).not.toContain('danh-sach/tinh-huong.xlsx');
	expect(files.has('cau-hoi/cau-hoi-da-hoi.xlsx')).toBe(true);
	for (const [name, bytes] of files) expect(await textIn(name, bytes), name).not.toContain(canary);
});

test('R332 the picture of a question that was asked is in it, byte for byte, and the contest file names neither text nor picture', async () => {
	const [db, bytes] = [fresh.owner.drizzle, new TextEncoder().encode('chỉ những byte này')];
	const kept = { contestId, name: 'a.webp', kind: 'webp' as const, size: bytes.length, sha256: 'a'.repeat(64) };
	const [file] = await db
		.insert(table.storedFile)
		.values({ ...kept, storedAt: new Date() })
		.returning();
	const fileId = file!.id;
	await db.insert(table.storedFilePart).values({ fileId, position: 0, bytes });
	const [code, picture] = ['Có hình', { fileId, sha256: kept.sha256, alt: 'Bản đồ', width: 4, height: 3 }];
	await plan(code, null, { picture, pictureId: fileId });
	await fresh.owner.sql`update round set phase = 'finished' where title = ${code}`;
	await fresh.owner
		.sql`update round_question rq set sealed_at = now() from round r where r.id = rq.round_id and r.title = ${code}`;
	const files = await taken();
	const asked = JSON.parse(files.get('cau-hoi/cau-hoi-da-hoi.json')!.toString()) as {
		questions: { code: string; picture?: { alt: string; file: string } }[];
	};
	expect(asked.questions.find((question) => question.code === code)?.picture).toEqual({
		alt: 'Bản đồ',
		file: Buffer.from(bytes).toString('base64')
	});
	expect(files.get('hoi-thi.json')!.toString()).not.toContain('Bản đồ');
	expect(files.get('README.txt')!.toString()).toContain('có đáp án và hình');
});

test('papers are printed one by one, and what could not be printed is said', async () => {
	const bytes = new TextEncoder().encode('%PDF');
	const files = await taken([
		{ name: 'xep-hang', print: () => Promise.resolve(bytes) },
		{ name: 'to-trinh', print: () => Promise.resolve(null) }
	]);
	expect([files.has('van-ban/xep-hang.pdf'), files.has('van-ban/to-trinh.pdf')]).toEqual([true, false]);
	expect(files.get('README.txt')!.toString()).toContain('chưa in được: to-trinh.');
});

test('R321 organisers alone take it, and not while a key is not told', async () => {
	for (const role of ['head_judge', 'judge', 'secretary', 'mc'] as const)
		expect(await archiveContest(app, staff(contestId, role), { contestId })).toHaveProperty('refused');
	expect(await archiveContest(app, { kind: 'anonymous' }, { contestId })).toHaveProperty('refused');
	const { sql } = fresh.owner;
	await sql`update round set phase = 'shown' where title = 'Chưa hỏi'`;
	expect(await archiveContest(app, organiser(), { contestId })).toMatchObject({ refused: 'contest/key-not-told' });
	await sql`update round set phase = 'planned' where title = 'Chưa hỏi'`;
	ok(await archiveContest(app, organiser(), { contestId }));
});

test('the command line writes the same for who owns the machine, over no file', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-archive-'));
	try {
		const file = join(folder, 'hoi-thi.zip');
		expect(await writeArchive(app, contestId, file)).toBeNull();
		expect(unpacked(await readFile(file)).has('README.txt')).toBe(true);
		await expect(writeArchive(app, contestId, file)).rejects.toThrow('EEXIST');
		const other = join(folder, 'khac.zip');
		const unknown = await writeArchive(app, '00000000-0000-7000-8000-000000000000', other);
		expect(unknown).toMatchObject({ refused: 'input/not-found' });
	} finally {
		await rm(folder, { recursive: true });
	}
});
