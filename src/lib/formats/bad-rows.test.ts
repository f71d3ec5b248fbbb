// Every kind of bad row in the imports blocks its row, names row and column, and leaves the others.
import { describe, expect, it } from 'vitest';
import { parseContestants } from './import-contestants.ts';
import { parseJudges } from './import-judges.ts';
import { parseQuestions } from './import-questions.ts';
import { parseTopics } from './import-topics.ts';
import { parseUnits } from './import-units.ts';
import type { Preview } from './problem.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const problemsOf = ({ problems }: Preview<unknown>) =>
	problems.map(({ line, column, code }) => `${line} ${column} ${code.slice(7)}`);
const fileProblemsOf = ({ fileProblems }: Preview<unknown>) => fileProblems.map(({ code, params }) => [code, params]);

describe('headers (I-19)', () => {
	it('in Vietnamese, any case, order and marks, extra ones named', async () => {
		const text = 'NGAY SINH (dd/mm/yyyy);Ghi chú;đơn vị;HỌ VÀ TÊN;Số báo danh\n03/02/1990;x;dv01;Lê An;1';
		const preview = await parseContestants(utf8(text), 'a.csv', { unitCodes: ['DV01'] });
		expect(preview.rows[0]?.value).toMatchObject({
			code: '1',
			fullName: 'Lê An',
			unitCode: 'DV01',
			birthDate: '1990-02-03',
			gender: null
		});
		expect(preview.notices).toEqual([{ line: 1, column: 'Ghi chú', code: 'import/column-ignored', params: {} }]);
	});

	it('missing or doubled ones refuse the file', async () => {
		expect(fileProblemsOf(await parseTopics(utf8('code,hint\nA,b'), 'a.csv'))).toEqual([
			['import/missing-column', { columns: '«Tên chuyên đề»' }]
		]);
		expect(fileProblemsOf(await parseTopics(utf8('code,title,Chuyên đề\nA,b,c'), 'a.csv'))).toEqual([
			['import/double-column', { columns: '«title», «Chuyên đề»' }]
		]);
	});
});

describe('units', () => {
	const units = (rows: string, unitCodes?: string[]) =>
		parseUnits(utf8(`code,name,kind,parent,members\n${rows}`), 'a.csv', { unitCodes });

	it('equal codes block all their rows (I-18)', async () => {
		const preview = await units('DV01,a,,,\ndv 01,b,,,\n\u200bDV01,c,,,\nDV02,d,,,');
		expect(problemsOf(preview)).toEqual(['2 code duplicate-code', '3 code duplicate-code', '4 code duplicate-code']);
		expect(preview.problems[0]?.params).toEqual({ code: 'DV01', lines: '2, 3, 4' });
		expect(preview.rows.map(({ value }) => value.code)).toEqual(['DV02']);
		expect(preview.total).toBe(4);
	});

	it('parents must exist, in the file or the contest, without a circle', async () => {
		expect(problemsOf(await units('A,a,,B,\nB,b,,C,\nC,c,,A,\nD,d,,X,\nE,e,,khoi,', ['KHOI']))).toEqual([
			'2 parent parent-cycle',
			'3 parent parent-cycle',
			'4 parent parent-cycle',
			'5 parent unknown-parent'
		]);
		expect((await units('E,e,,khoi,', ['KHOI'])).rows[0]?.value.parent).toBe('KHOI');
		expect(problemsOf(await units('A,a,,A,'))).toEqual(['2 parent parent-cycle']);
	});

	it('a unit under a bad unit is bad too', async () => {
		expect(problemsOf(await units('A,a,,,x\nB,b,,A,\nC,c,,B,'))).toEqual([
			'2 members count-not-valid',
			'3 parent parent-has-problem',
			'4 parent parent-has-problem'
		]);
	});

	it('takes long chains and thousands of equal codes in its stride', async () => {
		const chain = Array.from({ length: 5_000 }, (_, at) => `U${at},n${at},,U${at + 1},`).join('\n');
		const equal = 'U,n,,,\n'.repeat(5_000);
		expect((await units(chain)).problems).toHaveLength(5_000);
		expect((await units(equal)).problems).toHaveLength(5_000);
	});

	it('members are whole numbers; dots may part thousands', async () => {
		expect((await units('A,a,,,1.587')).rows[0]?.value.members).toBe(1587);
		expect(problemsOf(await units('A,a,,,-5\nB,b,,,"1,5"'))).toEqual([
			'2 members count-not-valid',
			'3 members count-not-valid'
		]);
	});

	it('text that looks like a formula stays text; a code may not look so (I-11)', async () => {
		const preview = await units('A,=HYPERLINK("x"),,,\nB,"\'+cmd",,,\n=1,x,,,');
		expect(
			preview.rows.map(({ value, repairs }) => [value.name, repairs.map(({ code, column }) => `${column} ${code}`)])
		).toEqual([
			['=HYPERLINK("x")', []],
			['+cmd', ['name import/repaired-apostrophe']]
		]);
		expect(problemsOf(preview)).toEqual(['4 code code-not-valid']);
	});

	it('empty, long, overflowing and broken cells', async () => {
		expect(problemsOf(await units(`,a,,,\nB,,,,\nC,${'x'.repeat(201)},,,\nD,d,,,,x\nE,e\ufffd,,,`))).toEqual([
			'2 code cell-empty',
			'3 name cell-empty',
			'4 name too-long',
			'5 null too-many-cells',
			'6 name broken-characters'
		]);
	});
});

describe('contestants', () => {
	const one = (cells: Partial<Record<'gender' | 'birth_date' | 'unit_code' | 'phone' | 'email', string>>) => {
		const row = { code: 'TS01', full_name: 'Lê An', unit_code: 'DV01', ...cells };
		return parseContestants(utf8(`${Object.keys(row).join(';')}\n${Object.values(row).join(';')}`), 'a.csv', {
			unitCodes: ['DV01'],
			today: '2026-11-24'
		});
	};

	it.each([
		[{ unit_code: 'DV99' }, 'unit_code unknown-unit'],
		[{ unit_code: '' }, 'unit_code cell-empty'],
		[{ birth_date: '31/02/1990' }, 'birth_date date-not-real'],
		[{ birth_date: '03/02/90' }, 'birth_date date-not-valid'],
		[{ birth_date: '31.2.1990' }, 'birth_date date-not-real'],
		[{ birth_date: '25/11/2026' }, 'birth_date date-out-of-range'],
		[{ gender: 'x' }, 'gender gender-not-known'],
		[{ email: 'a@b' }, 'email email-not-valid']
	])('%j', async (cells, expected) => {
		expect(problemsOf(await one(cells))).toEqual([`2 ${expected}`]);
	});

	it('odd phones and namesakes only warn (I-18)', async () => {
		const namesakes = await parseContestants(
			utf8('code;full_name;unit_code\n1;Nguyễn  Thị Thúy;DV01\n2;NGUYỄN THỊ THUÝ;DV01\n3;Lê An;DV01'),
			'a.csv',
			{ unitCodes: ['DV01'] }
		);
		expect(namesakes.problems).toEqual([]);
		expect(namesakes.rows.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
			['import/duplicate-name'],
			['import/duplicate-name'],
			[]
		]);
		expect((await one({ phone: '100000107' })).rows[0]?.warnings).toEqual([
			{ line: 2, column: 'phone', code: 'import/phone-unusual', params: { found: '100000107' } }
		]);
		expect((await one({ phone: '+84 90 000 0107' })).rows[0]?.warnings).toEqual([]);
	});
});

describe('judges', () => {
	it('roles are known, the head is one', async () => {
		const text = 'code,full_name,role\n1,a,Trưởng ban\n2,b,TRƯỞNG BAN\n3,c,Uỷ viên\n4,d,Cố vấn\n';
		const preview = await parseJudges(utf8(text), 'a.csv');
		expect(problemsOf(preview)).toEqual(['2 role two-heads', '3 role two-heads', '5 role role-not-known']);
		expect(preview.rows[0]?.value).toEqual({
			code: '3',
			fullName: 'c',
			role: 'member',
			position: '',
			unitCode: null,
			panels: []
		});
	});
});

describe('questions (I-21, I-22)', () => {
	const good = {
		type: 'single',
		difficulty: '1',
		option_a: 'x',
		option_b: 'y',
		option_c: 'z',
		option_d: '',
		correct: 'B',
		seconds: '30'
	};
	const one = (cells: Partial<typeof good> & { tolerance?: string }) => {
		const row = { code: 'Q1', topic: 't', question: 'q', tolerance: '', ...good, ...cells };
		return parseQuestions(utf8(`${Object.keys(row).join('\t')}\n${Object.values(row).join('\t')}`), 'a.csv');
	};
	const numeric = { type: 'numeric', option_a: '', option_b: '', option_c: '' };
	const truefalse = { type: 'Đúng/Sai', option_a: 'Đúng', option_b: 'Sai', option_c: '' };

	type Case = [cells: Parameters<typeof one>[0], expected: string];
	it.each<Case>([
		[{ correct: '' }, 'correct no-right-option'],
		[{ correct: 'D' }, 'correct option-out-of-range'],
		[{ correct: '2' }, 'correct option-out-of-range'],
		[{ correct: 'A;B' }, 'correct two-right-options'],
		[{ type: 'multiple', correct: 'A;A' }, 'correct answer-repeated'],
		[{ option_b: '' }, 'option_b option-empty'],
		[{ option_b: '', option_c: '' }, 'option_a too-few-options'],
		[{ option_c: 'X' }, 'option_c options-identical'],
		[{ type: 'ordering', correct: 'B;A' }, 'correct ordering-incomplete'],
		[{ type: 'essay' }, 'type kind-not-known'],
		[{ difficulty: '4' }, 'difficulty difficulty-not-valid'],
		...['4', '0', '-1', '601', '86400', '30,5', 'x'].map((seconds): Case => [{ seconds }, 'seconds seconds-not-valid']),
		...['x', '1e5', '1.234,5', '1,2,3', '٣'].map((correct): Case => [
			{ ...numeric, correct },
			'correct number-not-valid'
		]),
		[{ ...numeric, correct: '1.587' }, 'correct number-ambiguous'],
		[{ ...numeric, correct: '5', tolerance: '-1' }, 'tolerance number-not-valid'],
		[{ ...truefalse, option_c: 'Không rõ' }, 'option_a truefalse-options'],
		[{ ...truefalse, correct: 'C' }, 'correct option-out-of-range'],
		[{ type: 'Ghép đôi', option_a: 'x = 1', option_b: 'y = 2', option_c: 'z' }, 'option_c pair-not-valid'],
		[{ type: 'matching', option_a: 'x = 1', option_b: '= 2', option_c: '' }, 'option_b pair-not-valid'],
		[{ type: 'text', option_a: '', option_b: '', option_c: '', correct: ' ; … ' }, 'correct no-right-option']
	])('%j', async (cells, expected) => {
		expect(problemsOf(await one(cells))).toEqual([`2 ${expected}`]);
	});

	it.each([
		[
			{ type: 'matching', option_a: 'x = 2', option_b: 'y = 1', option_c: 'z = 2', correct: '' },
			{ kind: 'pairs', pairs: { A: '2', B: '1', C: '2' } }
		],
		[
			{ type: 'Trả lời ngắn', option_a: '', option_b: '', option_c: '', correct: 'Ba Đình; quảng trường Ba Đình' },
			{ kind: 'text', value: 'Ba Đình', alsoCorrect: ['quảng trường Ba Đình'] }
		],
		[
			{ type: 'multiple', correct: 'c, a' },
			{ kind: 'options', options: ['A', 'C'] }
		],
		[
			{ type: 'ordering', correct: 'CAB' },
			{ kind: 'options', options: ['C', 'A', 'B'] }
		],
		[
			{ ...numeric, correct: '12,50', tolerance: '0.5' },
			{ kind: 'number', value: '12.5', tolerance: '0.5' }
		],
		[
			{ ...truefalse, correct: 'sai' },
			{ kind: 'options', options: ['B'] }
		],
		[
			{ ...truefalse, option_a: '', option_b: '', correct: 'A' },
			{ kind: 'options', options: ['A'] }
		]
	])('reads %j', async (cells, correct) => {
		const preview = await one(cells);
		expect(problemsOf(preview)).toEqual([]);
		expect(preview.rows[0]?.value.correct).toEqual(correct);
	});

	it('a bad row leaves the others', async () => {
		const head = 'code,topic,difficulty,type,question,option_a,option_b,correct,seconds';
		const preview = await parseQuestions(
			utf8(`${head}\nQ1,t,1,single,q,x,y,A,30\nQ2,t,1,single,q2,x,y,C,30\n`),
			'a.csv'
		);
		expect(preview.rows.map(({ line }) => line)).toEqual([2]);
		expect(problemsOf(preview)).toEqual(['3 correct option-out-of-range']);
	});
});
