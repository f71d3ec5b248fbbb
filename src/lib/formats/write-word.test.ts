// The Word file of a document: its words and no others, heads of tables repeated, rows whole, places to sign kept with what stands above.
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { PaperDocument } from '../contest/paper/paper-document.ts';
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
		...['Nơi nhận:', '- Như trên.', 'T/M ĐẢNG ỦY', 'BÍ THƯ', '', 'Hoàng Đức Ước'],
		...['DANH SÁCH', '(Kèm theo)', 'Hết']
	]);
	expect(xml).not.toMatch(/w:fld|w:instrText|w:object/);
});

test('heads of tables are repeated, rows are whole, A4, and the last rows stay with the signature', async () => {
	const xml = entry(await writeWord([document], words), 'word/document.xml');
	const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
	expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(2);
	expect(rows.filter((row) => row.includes('<w:cantSplit/>'))).toHaveLength(rows.length);
	expect(
		rows.filter((row) => row.includes('8,75') || row.includes('7,50')).every((row) => row.includes('<w:keepNext/>'))
	).toBe(true);
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
