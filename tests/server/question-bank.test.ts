// The life of the bank on a real database: versions, a second person, search without marks, twins, what rounds may take.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { chooseBankPolicy } from '../../src/lib/server/usecases/choose-bank-policy.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { stepQuestions } from '../../src/lib/server/usecases/step-questions.ts';
import { writeQuestion } from '../../src/lib/server/usecases/write-question.ts';
import { questionPage } from '../../src/lib/server/views/question-page.ts';
import { setupBank } from '../../src/lib/server/views/setup-bank.ts';
import { bankWorld, type BankWorld } from './bank-world.ts';
import { ok, outsiders, type World } from './setup-world.ts';

let bank: BankWorld;
let world: World;
let contestId: string;
let author: StaffSeat;
let other: StaffSeat;

beforeAll(async () => {
	bank = await bankWorld();
	({ world, contestId, author, other } = bank);
});
afterAll(() => bank.world.close());

const form = {
	code: 'MOI01',
	topic: 'Chuyển đổi số',
	difficulty: '2',
	kind: 'single',
	text: 'Đâu là cơ sở dữ liệu quốc gia?',
	options: ['Dân cư', 'Trường học', '', '', ''],
	sides: [],
	right: ['A'],
	value: '',
	tolerance: '',
	wordings: '',
	seconds: '20',
	explanation: 'theo Luật Căn cước'
};
const source = { document: 'Luật Căn cước', article: '9', page: '4' };

const write = (seat: StaffSeat, expects: number, change = {}) =>
	writeQuestion(world.app, seat, { contestId, expects, form: { ...form, ...change }, source });
const step = (seat: StaffSeat, what: string, version: number, more = {}) =>
	stepQuestions(world.app, seat, { contestId, step: what, questions: [{ code: 'MOI01', version }], ...more });
const page = async (withKeys = false) =>
	ok(await questionPage(world.app, author, contestId, { code: 'MOI01', withKeys }));
const round = (codes: string[]) =>
	createRound(world.app, author, { contestId, partCode: 'KT', title: 'Loạt 1', pick: { kind: 'codes', codes } });

describe('R280 versions', () => {
	it('a question is written, changed, and both versions stay with who, when and what', async () => {
		ok(await write(author, 0));
		expect(await write(author, 0)).toMatchObject({ refused: 'input/already-exists', field: 'code' });
		expect(await write(author, 1)).toMatchObject({ refused: 'question/unchanged' });
		ok(await write(author, 1, { seconds: '30', right: ['B'] }));
		expect(await write(other, 1)).toMatchObject({ refused: 'question/changed-elsewhere', details: { version: 2 } });
		const { versions, state } = await page();
		expect(state).toBe('draft');
		expect(versions.map(({ version, seconds, changed }) => ({ version, seconds, changed }))).toEqual([
			{ version: 2, seconds: 30, changed: ['key', 'seconds'] },
			{ version: 1, seconds: 20, changed: null }
		]);
		expect(versions[0]?.acts[0]).toMatchObject({ what: 'write', name: 'Người sáng lập' });
		expect(versions[0]?.source).toEqual({ document: 'Luật Căn cước', article: 'Điều 9', page: '4' });
		expect(versions.map(({ key }) => key)).toEqual([null, null]);
		expect((await page(true)).versions.map(({ key }) => key)).toEqual(['B', 'A']);
	});

	it('every kind comes back into the form as it was written; what is wrong is said by its field', async () => {
		const kinds = [
			{ kind: 'multiple', options: ['a', 'b', 'c'], right: ['A', 'C'] },
			{ kind: 'truefalse', options: [], right: ['B'] },
			{ kind: 'numeric', options: [], right: [], value: '1930,5', tolerance: '0,5' },
			{ kind: 'ordering', options: ['a', 'b', 'c'], right: ['C', 'A', 'B'] },
			{ kind: 'matching', options: ['a = b', 'c'], sides: ['một; hai', 'ba'], right: [] },
			{ kind: 'text', options: [], right: [], wordings: 'Hồ Chí Minh\nNguyễn Ái Quốc; Bác' }
		];
		for (const given of kinds) {
			const code = `LOAI-${given.kind.toUpperCase()}`;
			ok(await write(author, 0, { ...given, code, text: 'Câu thử?' }));
			const { form: back } = ok(await questionPage(world.app, author, contestId, { code, withKeys: true }));
			const { options: _, ...rest } = given;
			expect(back, given.kind).toMatchObject(rest);
		}
		expect(await write(author, 0, { code: 'X', right: [] })).toMatchObject({
			refused: 'question/not-valid',
			details: { sentence: { vi: 'Cột «Đáp án đúng»: chưa có đáp án đúng.' } }
		});
	});

	it('the row itself refuses to be changed, whoever asks', async () => {
		const { sql } = world.fresh;
		await expect(sql`update question set text = 'x' where code = 'MOI01'`).rejects.toThrow(/permission denied/);
		const owner = world.fresh.owner.sql;
		await expect(owner`update question set text = 'x' where code = 'MOI01'`).rejects.toThrow(/never changed/);
	});
});

describe('R281 a second person', () => {
	it('reviews and approves; the author may not, nor by a write past the program', async () => {
		expect(await step(author, 'review', 2)).toMatchObject({ refused: 'question/own-version' });
		const { sql } = world.fresh;
		const by = author.accountId;
		await expect(
			sql`update question set reviewed_by = ${by}, reviewed_at = now() where code = 'MOI01' and is_latest`
		).rejects.toThrow(/question_second_person/);
		ok(await step(other, 'review', 2));
		expect(await step(author, 'approve', 2)).toMatchObject({ refused: 'question/own-version' });
		ok(await step(other, 'approve', 2));
		expect(await page()).toMatchObject({ state: 'approved', can: { review: false, approve: false, retire: true } });
	});

	it('a new version is a draft, and a retired one is not changed until it is brought back', async () => {
		ok(await write(other, 2, { seconds: '25' }));
		expect(await page()).toMatchObject({ state: 'draft', isOwn: false, can: { review: true } });
		expect(await step(author, 'retire', 3)).toMatchObject({ refused: 'input/reason-needed' });
		ok(await step(author, 'retire', 3, { reason: 'đã hết hiệu lực' }));
		expect(await write(other, 3, { seconds: '35' })).toMatchObject({ refused: 'question/not-now' });
		expect(await round(['MOI01'])).toMatchObject({ refused: 'question/not-approved' });
		ok(await step(author, 'restore', 3));
	});

	it('several at once: those that may, and how many could not', async () => {
		const questions = ['LS01', 'LS02', 'MOI01'].map((code) => ({ code, version: code === 'MOI01' ? 3 : 1 }));
		const ask = { contestId, step: 'review', questions };
		expect(ok(await stepQuestions(world.app, author, ask)).result).toEqual({ done: 1, left: 2 });
		expect(ok(await stepQuestions(world.app, other, ask)).result).toEqual({ done: 2, left: 1 });
	});

	it('is for organisers', async () => {
		for (const seat of Object.values(outsiders(world.founder, contestId))) {
			expect(await write(seat as StaffSeat, 0)).toMatchObject({ refused: /^access/ });
			expect(await step(seat as StaffSeat, 'review', 3)).toMatchObject({ refused: /^access/ });
			expect(await questionPage(world.app, seat, contestId, { code: 'MOI01', withKeys: true })).toMatchObject({
				refused: /^access/
			});
		}
	});
});

describe('R282, R280 rounds', () => {
	it('take any question, or only approved ones; and keep the version they were made from', async () => {
		const version = async () => ok(await setupBank(world.app, author, contestId, { withKeys: false })).version;
		ok(await chooseBankPolicy(world.app, author, { contestId, policy: 'approved', expectedVersion: await version() }));
		expect(await round(['LS01', 'LS21'])).toMatchObject({ refused: 'question/not-approved' });
		const approve = { contestId, step: 'approve', questions: [{ code: 'LS01', version: 1 }] };
		ok(await stepQuestions(world.app, other, approve));
		ok(await round(['LS01']));
		const { versions } = ok(await questionPage(world.app, author, contestId, { code: 'LS01', withKeys: true }));
		const [before] = versions;
		ok(await write(other, 1, { code: 'LS01' }));
		const page = ok(await questionPage(world.app, author, contestId, { code: 'LS01', withKeys: false }));
		expect(page.planned).toEqual([{ title: 'Loạt 1', version: 1 }]);
		const after = page.versions;
		expect(after.map(({ rounds }) => rounds)).toEqual([[], ['Loạt 1']]);
		expect(after[1]?.text).toBe(before?.text);
		// The code is taken, whichever version: nothing is asked twice (R89).
		expect(await round(['LS01'])).toMatchObject({ refused: 'input/already-exists' });
		ok(await chooseBankPolicy(world.app, author, { contestId, policy: 'any', expectedVersion: await version() }));
	});
});

describe('the list', () => {
	const find = async (wish: object) => ok(await setupBank(world.app, author, contestId, { withKeys: false, ...wish }));

	it('finds words and options without marks or case, with filters and by pages', async () => {
		const codes = async (wish: object) => (await find(wish)).questions.map(({ code }) => code);
		expect(await codes({ search: 'CO SO DU LIEU  quoc gia' })).toEqual(['LS01', 'MOI01']);
		expect(await codes({ search: 'truong hoc', filter: { state: 'reviewed' } })).toEqual(['MOI01']);
		expect(await codes({ search: 'moi01', filter: { state: 'approved' } })).toEqual([]);
		expect(await codes({ filter: { kind: 'matching', topic: 'Chuyển đổi số', difficulty: 2 } })).toEqual([
			'LOAI-MATCHING'
		]);
		const all = await find({});
		expect(all.questions).toHaveLength(100);
		const rest = await find({ page: 2 });
		expect(all.questions.length + rest.questions.length).toBe(all.found);
	});

	it('R284 twins stand together, in the list and when a file is imported', async () => {
		const twin = { text: 'ĐÂU LÀ CƠ SỞ DỮ LIỆU QUỐC GIA', options: ['Trường học.', 'dân cư'], right: ['B'] };
		ok(await write(author, 0, { ...twin, code: 'TRUNG' }));
		const { questions } = await find({ twins: true });
		expect(questions.map(({ code, twins }) => [code, twins])).toEqual(
			expect.arrayContaining([['TRUNG', ['LS01', 'MOI01']]])
		);
		const row = 'B99,X,1,single,đâu là cơ sở dữ liệu quốc gia…,Dân cư,Trường học,A,20';
		const bytes = new TextEncoder().encode(
			`code,topic,difficulty,type,question,option_a,option_b,correct,seconds\n${row}\n`
		);
		const file = { contestId, kind: 'questions', fileName: 'a.csv', bytes, language: 'vi' };
		const [seen] = ok(await previewImport(world.app, author, file)).rows;
		expect(seen?.warnings.join()).toContain('LS01, MOI01, TRUNG');
	});
});
