// Tables from CSV bytes: encodings, separators, quotes and limits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv.ts';
import { oldFontExample } from './old-font.ts';
import { readTable } from './read-table.ts';
import type { Table } from './table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function tableOf(
	bytes: Uint8Array | string,
	...knows: Parameters<typeof readTable> extends [unknown, ...infer R] ? R : never
): Promise<Table> {
	const table = await readTable(typeof bytes === 'string' ? utf8(bytes) : bytes, ...knows);
	if ('fileProblems' in table) throw new Error(JSON.stringify(table.fileProblems));
	return table;
}

async function refusalOf(bytes: Uint8Array | string): Promise<string[]> {
	const table = await readTable(typeof bytes === 'string' ? utf8(bytes) : bytes);
	return 'fileProblems' in table
		? table.fileProblems.map(({ code, line }) => (line === null ? code : `${code} ${line}`))
		: [];
}

function utf16(text: string, isLittle: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(2 * text.length + 2));
	[...`\ufeff${text}`].forEach((sign, at) => view.setUint16(2 * at, sign.charCodeAt(0), isLittle));
	return new Uint8Array(view.buffer);
}

const rowsOf = ({ rows }: Table) => rows.map(({ line, cells }) => ({ line, ...cells }));

describe('separators, quotes, line ends (I-16)', () => {
	it.each([',', ';', '\t'])('finds the separator %j from the header line', async (separator) => {
		const text =
			['Mã', 'Tên', 'Điểm'].join(separator) +
			'\n' +
			['A', '"x, y; z"', separator === ',' ? '8.75' : '8,75'].join(separator);
		const table = await tableOf(text);
		expect(table.headers).toEqual(['Mã', 'Tên', 'Điểm']);
		expect(table.rows[0]?.cells['Tên']).toBe('x, y; z');
	});

	it('lets known headers decide when the first line has more of another sign', async () => {
		const knows = (header: string) => ['code', 'name'].includes(header);
		const table = await tableOf('Danh sách, lập ngày 3, tháng 2, năm 2026\ncode;name\nA;b', knows);
		expect(rowsOf(table)).toEqual([{ line: 3, code: 'A', name: 'b' }]);
		expect(table.repairs.map(({ code, params }) => [code, params])).toEqual([
			['import/rows-above-skipped', { count: '1' }]
		]);
	});

	it('obeys and does not count the sep= line of Excel', async () => {
		expect(rowsOf(await tableOf('sep=;\r\na,b;c\r\n1;2\r\n'))).toEqual([{ line: 2, 'a,b': '1', c: '2' }]);
	});

	it.each(['\n', '\r\n', '\r'])('reads line ends %j, quoted ones stay in the cell', async (end) => {
		const table = await tableOf(['a,b', '1,"x', 'y ""z"""', '2,'].join(end));
		expect(rowsOf(table)).toEqual([
			{ line: 2, a: '1', b: 'x\ny "z"' },
			{ line: 3, a: '2', b: '' }
		]);
	});

	it('names the row of an unclosed quotation mark', async () => {
		expect(await refusalOf('a,b\n1,2\n3,"4\n5,6\n')).toEqual(['import/unclosed-quote 3']);
		expect(await refusalOf('a,b\n1,"2"x\n3,4\n')).toEqual(['import/stray-quote 2']);
	});

	it('tells short rows and rows with too many cells', async () => {
		const table = await tableOf('a,b\n1\n1,2,3\n1,2,,\n');
		expect(table.rows.map(({ cells, overflow }) => [cells.b, overflow])).toEqual([
			['', false],
			['2', true],
			['2', false]
		]);
	});
});

describe('encodings (I-14)', () => {
	const text = 'Mã,Tên\nA,Đảng bộ\n';
	it.each([
		['UTF-8 with mark', utf8(`\ufeff${text}`), 'import/bom-removed'],
		['UTF-16LE', utf16(text, true), 'import/encoding-converted'],
		['UTF-16BE', utf16(text, false), 'import/encoding-converted']
	])('reads %s', async (_name, bytes, repair) => {
		const table = await tableOf(bytes);
		expect(rowsOf(table)).toEqual([{ line: 2, Mã: 'A', Tên: 'Đảng bộ' }]);
		expect(table.repairs.map(({ code }) => code)).toEqual([repair]);
	});

	it('refuses other encodings instead of guessing', async () => {
		expect(await refusalOf(Uint8Array.of(0x61, 0x0a, 0xd0, 0xe0, 0x0a))).toEqual(['import/not-utf8']);
		expect(await refusalOf(utf16('ma,ten', true).slice(2))).toEqual(['import/not-text']);
		expect(await refusalOf(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))).toEqual(['import/not-utf8']);
	});

	it.each(['§¶ng bé V¨n phßng TØnh ñy', 'Ñaûng boä Vaên phoøng Tænh uûy', 'Äáº£ng bá»™ VÄƒn phÃ²ng Tá»‰nh á»§y'])(
		'refuses old fonts: %s',
		async (name) => {
			expect(await refusalOf(`ma,ten\nA,${name}\nB,${name}\n`)).toEqual(['import/old-font']);
		}
	);
});

describe('empty and large files (I-17, I-20)', () => {
	it.each([
		['', 'import/empty-file'],
		['\ufeff', 'import/empty-file'],
		['\n\n , ,\n', 'import/empty-file'],
		['x', 'import/no-rows'],
		['a,b\n,\n,\n', 'import/no-rows'],
		['a,b,a\n1,2,3\n', 'import/double-column 1']
	])('%j', async (text, code) => {
		expect(await refusalOf(text)).toEqual([code]);
	});

	it('ignores blank rows but counts them', async () => {
		expect(rowsOf(await tableOf(`a,b\n\n ,\n1,2\n${',\n'.repeat(10_000)}`))).toEqual([{ line: 4, a: '1', b: '2' }]);
	});

	it('takes 5,000 rows and 60 columns, no more (I-17)', async () => {
		expect((await tableOf(`a,b\n${'1,2\n'.repeat(5_000)}`)).rows).toHaveLength(5_000);
		expect(await refusalOf(`a,b\n${'1,2\n'.repeat(5_001)}`)).toEqual(['import/too-many-rows']);
		const wide = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`).join(',');
		expect((await tableOf(`${wide(60)}\n${wide(60)}\n`)).headers).toHaveLength(60);
		for (const count of [61, 10_000])
			expect(await refusalOf(`${wide(count)}\n${wide(count)}\n`)).toEqual(['import/too-many-columns']);
	});

	const size = 5 * 1024 * 1024;
	it.each([
		['one line of 50 MB', 'a'.repeat(10 * size), ['import/too-big']],
		['5 MB in one cell', `a,b\n1,${'x'.repeat(size - 10)}`, ['import/too-heavy']],
		['one line just within its limit', 'a'.repeat(499_999), ['import/no-rows']],
		['250,000 columns just within it', 'x,'.repeat(249_999), ['import/too-many-columns']],
		['5 MB of separators', ','.repeat(size), ['import/empty-file']],
		['5 MB of line ends', '\n'.repeat(size), ['import/empty-file']],
		['5 MB of line ends and a letter', `${'\n'.repeat(size - 1)}a`, ['import/too-many-rows']],
		['5 MB of quotation marks', '"'.repeat(size - 1), ['import/too-heavy']],
		['5 MB of short rows', 'a,b\n'.repeat(size / 4), ['import/too-many-rows']]
	])('is refused or read by its size limits: %s', async (_name, text, codes) => {
		const bytes = utf8(text);
		expect(await refusalOf(bytes)).toEqual(codes);
	});
});

describe('files that are something else (I-07, I-08)', () => {
	it.each([
		['<html><table><tr><td>a</td></tr></table></html>', 'import/html-file'],
		['\ufeff  <!DOCTYPE html>', 'import/html-file'],
		['%PDF-1.7', 'import/not-a-table'],
		['PK\u0003\u0004rubbish', 'import/not-a-workbook']
	])('%j', async (text, code) => {
		expect(await refusalOf(text)).toEqual([code]);
	});

	it('tells old Excel from a locked workbook', async () => {
		const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
		expect(await refusalOf(old)).toEqual(['import/not-a-workbook']);
		expect(await refusalOf(new Uint8Array([...old, ...utf16('EncryptedPackage', true)]))).toEqual(['import/encrypted']);
	});
});

describe('what is written is what is read', () => {
	const sign = fc.constantFrom(...'abcĐđâễự 019,;"\'\t\n=+-@＝_x|%', '\u00a0', '😀', 'Nguyễn', '||', '"";');
	const text = fc.oneof(
		fc.string({ unit: sign, maxLength: 12 }),
		fc.string({ unit: 'grapheme', maxLength: 8 }).map((t) => t.replaceAll('\0', ''))
	);
	const cell = text
		.map((t) => t.normalize('NFC').replace(/\r\n?/g, '\n'))
		// Three such words are refused as an old font, as they should be.
		.filter((t) => oldFontExample([t, t, t]) === null);

	it('for any rows, formulas included', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.integer(), cell, cell, cell), { minLength: 1, maxLength: 20 }),
				async (rows) => {
					const table = await tableOf(writeCsv(['a', 'b', 'c', 'd'], rows));
					expect(table.rows.map(({ cells }) => [cells.a, cells.b, cells.c, cells.d])).toEqual(
						rows.map(([n, ...rest]) => [String(n), ...rest])
					);
				}
			),
			{ numRuns: 300 }
		);
	});

	it('writes text that would run with an apostrophe, numbers with a decimal comma', () => {
		const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
			writeCsv(
				['x', 'n'],
				[
					['=1+1', 8.75],
					["'@a", -2],
					['a;b', null]
				]
			)
		);
		expect(csv).toBe("\ufeffx;n\r\n'=1+1;8,75\r\n''@a;-2\r\n\"a;b\";\r\n");
	});
});
