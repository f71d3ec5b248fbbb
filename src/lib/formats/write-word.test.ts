// The Word file of a document: its words and no others, heads of tables repeated, rows whole, places to sign kept with what stands above.
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { PaperBlock, PaperDocument } from '../contest/paper/paper-document.ts';
import { said } from '../contest/paper/paper-document.ts';
import { letterheadForms } from '../contest/paper/letterhead-forms.ts';
import { writeWord } from './write-word.ts';

const document: PaperDocument = {
	head: {
		superior: 'Tỉnh ủy Quảng Ninh',
		body: 'Đảng ủy Khối',
		...letterheadForms.dang,
		motto: ['Đảng Cộng sản Việt Nam'],
		number: 'Số 36-TTr/ĐUK',
		date: 'Quảng Ninh, ngày 03 tháng 02 năm 2026'
	},
	title: 'Tờ trình',
	subject: 'Về việc khen thưởng',
	draft: null,
	isLandscape: false,
	blocks: [
		said('Kính trình <xem xét> & quyết định.\u0001', 'body'),
		{
			kind: 'table',
			label: 'Danh sách',
			columns: [
				{ title: 'TT', align: 'middle', width: 10 },
				{ title: 'GK01', group: 'Điểm', align: 'number' },
				{ title: 'GK02', group: 'Điểm', align: 'number' }
			],
			rows: [{ cells: ['1', '8,75', '9,00'] }, { cells: ['2', '7,50', '=1+1'] }]
		}
	],
	signers: [{ lines: ['T/M Đảng ủy', 'Bí thư'], name: 'Hoàng Đức Ước' }],
	recipients: ['Như trên'],
	annexes: [{ title: 'Danh sách', subject: '(Kèm theo)', blocks: [said('Hết')] }]
};
const words = { title: 'Tờ trình', recipients: 'Nơi nhận', sign: '(Ký)', draft: 'DỰ THẢO' };

/** Text of one entry of the archive, found in its directory. */
function entry(bytes: Uint8Array, wanted: string): string {
	const file = Buffer.from(bytes);
	for (let at = file.indexOf('PK\u0001\u0002'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 4)) {
		const name = file.subarray(at + 46, at + 46 + file.readUInt16LE(at + 28)).toString();
		if (name !== wanted) continue;
		const local = file.readUInt32LE(at + 42);
		const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
		const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
		return (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
	}
	throw new Error(`no ${wanted}`);
}

test('a Word file says what the document says, in order, and runs nothing', async () => {
	const xml = entry(await writeWord([document], words), 'word/document.xml');
	const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text);
	expect(texts).toEqual([
		...['TỈNH ỦY QUẢNG NINH', 'ĐẢNG ỦY KHỐI', '*', 'Số 36-TTr/ĐUK'],
		...['ĐẢNG CỘNG SẢN VIỆT NAM', 'Quảng Ninh, ngày 03 tháng 02 năm 2026', 'TỜ TRÌNH', 'Về việc khen thưởng', '-----'],
		'Kính trình &lt;xem xét&gt; &amp; quyết định.',
		...['TT', 'Điểm', 'GK01', 'GK02', '1', '8,75', '9,00', '2', '7,50', '=1+1'],
		...['Nơi nhận:', '- Như trên.', 'T/M ĐẢNG ỦY', 'BÍ THƯ', 'Hoàng Đức Ước'],
		...['DANH SÁCH', '(Kèm theo)', 'Hết']
	]);
	expect(xml).not.toMatch(/w:fld|w:instrText|w:object/);
});

test('heads of tables are repeated, rows are whole, A4, and the last rows stay with the signature', async () => {
	const xml = entry(await writeWord([document], words), 'word/document.xml');
	const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
	expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(2);
	expect(rows.filter((row) => row.includes('<w:cantSplit/>'))).toHaveLength(rows.length);
	expect(xml).toMatch(/<w:pgSz w:w="1190[56]" w:h="1683[78]"/);
});

test('a page on its side is wider than high, and a draft says so', async () => {
	const xml = entry(
		await writeWord([{ ...document, isLandscape: true, draft: 'Chưa đủ điểm.' }], words),
		'word/document.xml'
	);
	expect(xml).toMatch(/<w:pgSz w:w="1683[78]" w:h="1190[56]" w:orient="landscape"/);
	expect(xml).toContain('DỰ THẢO');
});

const rowsOf = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
const paragraphsOf = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
const textOf = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('|');
const documentXml = async (given: Partial<PaperDocument>) =>
	entry(await writeWord([{ ...document, ...given }], words), 'word/document.xml');

test('names stand on one line however many lines an office takes, and an office of one line is not broken', async () => {
	const long = {
		lines: ['T/M Ban Tổ chức Hội thi báo cáo viên, tuyên truyền viên giỏi', 'Trưởng ban'],
		name: 'Vũ Khải'
	};
	const head = { lines: ['Trưởng Ban Giám khảo'], name: '' };
	const rows = rowsOf(
		await documentXml({ recipients: [], signers: [{ lines: ['Tổ Thư ký'], name: 'Lê Thị Thư' }, head, long] })
	).slice(-3);
	expect(rows.map(textOf)).toEqual([
		expect.stringMatching(/^TỔ THƯ KÝ\|TRƯỞNG BAN GIÁM KHẢO\|\(Ký\)\|T\/M .*\|TRƯỞNG BAN$/),
		'',
		'Lê Thị Thư||Vũ Khải'
	]);
	expect(rows.map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, true]);
	expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual([true, true, false]);
	// 22 mm for ink and a stamp.
	expect(rows[1]).toContain('w:before="1247"');
});

test('recipients go down beside all rows of a signature', async () => {
	const [, ...rows] = rowsOf(await documentXml({})).slice(-3);
	expect(rows.every((row) => row.includes('<w:vMerge w:val="continue"/>'))).toBe(true);
});

test('the motto has a drawn rule, and the name of a body is broken evenly between its words', async () => {
	const xml = await documentXml({
		recipients: [],
		head: {
			...document.head,
			superior: 'Đảng bộ Khối các cơ quan tỉnh Quảng Ninh',
			body: 'Ủy ban nhân dân tỉnh Quảng Ninh'
		}
	});
	const [head = ''] = rowsOf(xml);
	expect(head).not.toContain('<w:u ');
	const at = paragraphsOf(head).findIndex((each) => each.includes('VIỆT NAM'));
	expect(paragraphsOf(head)[at + 1]).toMatch(/<w:pBdr><w:bottom /);
	expect(textOf(head)).toContain('ĐẢNG BỘ KHỐI CÁC CƠ QUAN|TỈNH QUẢNG NINH|ỦY BAN NHÂN DÂN|TỈNH QUẢNG NINH|');
});

test('R353: only the end goes with the places to sign, with rows where a table is right before it', async () => {
	const table = (rows: number): PaperBlock => ({
		kind: 'table',
		label: 'Điểm',
		columns: [{ title: 'Tên' }],
		rows: Array.from({ length: rows }, (_, at) => ({ cells: [`r${at}`] }))
	});
	const kept = async (blocks: PaperBlock[]) => {
		const xml = await documentXml({ blocks, annexes: [] });
		const all = paragraphsOf(xml.slice(xml.indexOf('-----'), xml.indexOf('Nơi nhận')));
		return all
			.filter((each) => each.includes('<w:keepNext/>'))
			.map(textOf)
			.filter(Boolean);
	};
	const items: PaperBlock = { kind: 'items', items: ['Một', 'Hai'] };
	const tail = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((text) => said(text));
	expect(await kept([table(12), { kind: 'heading', text: 'Việc' }, items, ...tail])).toEqual(['Tên', 'Việc', 'h', 'i']);
	expect(await kept([table(12), said('Hết')])).toEqual(['Tên', 'r10', 'r11', 'Hết']);
	// A short table stands whole, and does not hold what comes.
	expect(await kept([table(3), items, ...tail])).toEqual(['Tên', 'r0', 'r1', 'h', 'i']);
});

test('a column is as wide as the widest word of its title, and the page is filled', async () => {
	const columns = [
		{ title: 'TT', width: 5 },
		{ title: 'Họ và tên', width: 40 },
		...['GK01', 'GK02', 'GK03', 'GK04', 'GK05', 'GK06'].map((title) => ({ title, group: 'Điểm' })),
		{ title: 'Presentation', group: 'Phần' }
	];
	const xml = await documentXml({ blocks: [{ kind: 'table', label: '', columns, rows: [] }], annexes: [] });
	const grid = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)][1]?.[1] ?? '';
	const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
	// "Presentation" in 11 points takes 20 mm; 56.7 twips are a millimetre.
	expect((widths.at(-1) ?? 0) / 56.7).toBeGreaterThan(22);
	expect((widths[2] ?? 0) / 56.7).toBeLessThan(17);
	expect(widths.reduce((sum, width) => sum + width, 0) / 56.7).toBeCloseTo(165, 0);
});

test('words that belong together stay on a line of a list as far as the column holds them', async () => {
	const columns = [{ title: 'Đơn vị' }, { title: 'Quà', width: 8 }, { title: 'Tên', width: 20 }];
	const rows = [{ cells: ['Chi cục Hải quan tỉnh', '400.000 đồng', 'Đoàn Nguyễn Khánh Vân'] }];
	const xml = textOf(await documentXml({ blocks: [{ kind: 'table', label: '', columns, rows }], annexes: [] }));
	expect(xml).toContain('Chi cục Hải\u00a0quan\u00a0tỉnh');
	expect(xml).toContain('400.000 đồng');
	// The whole name is wider than its column.
	expect(xml).toContain('Đoàn Nguyễn Khánh\u00a0Vân');
});

test('items and notes are of one size, with air between text and a table', async () => {
	const items: PaperBlock = { kind: 'items', items: ['Một'] };
	const table: PaperBlock = { kind: 'table', label: '', columns: [{ title: 'x' }], rows: [] };
	const xml = await documentXml({ blocks: [items, said('Ghi', 'note'), table], annexes: [] });
	const [item, note] = ['Một', 'Ghi'].map((text) => paragraphsOf(xml).find((each) => each.includes(text)) ?? '');
	expect([item, note].every((each) => each?.includes('<w:sz w:val="11pt"/>'))).toBe(true);
	expect(note).toMatch(/<w:spacing [^>]*w:after="120"/);
});
