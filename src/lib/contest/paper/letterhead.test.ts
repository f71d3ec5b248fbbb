// R302, R303: heads and signature blocks of the Party, the State and others.
import { expect, test } from 'vitest';
import { letterheadForms } from './letterhead-forms.ts';
import { firstLetterhead, signingLines, type Letterhead } from './letterhead.ts';
import { paperHead } from './paper-head.ts';

const own: Letterhead = {
	...firstLetterhead({ organiser: 'Đảng ủy Khối' }, 'vi'),
	place: 'Quảng Ninh',
	numbers: { TTr: { number: '36', day: '2026-02-03' } }
};
const state: Letterhead = { ...own, form: 'nha-nuoc' };

test('R302: number and date stand as the Party writes them: hyphen, no colon, day with a zero', () => {
	expect(paperHead({ letterhead: own, kind: 'TTr', day: null, language: 'vi' })).toMatchObject({
		superior: 'Đảng ủy Khối',
		body: 'Ban Tổ chức Hội thi',
		motto: ['Đảng Cộng sản Việt Nam'],
		underBody: 'asterisk',
		number: 'Số 36-TTr/BTC',
		date: 'Quảng Ninh, ngày 03 tháng 02 năm 2026'
	});
});

test('R302: and as the State does: colon, stroke, its motto over two lines', () => {
	const head = paperHead({ letterhead: state, kind: 'TTr', day: null, language: 'vi' });
	expect(head.number).toBe('Số: 36/TTr-BTC');
	expect(head.motto).toHaveLength(2);
});

test('R302: what is not given is left to the pen; a day of the paper itself yields to the one that was written', () => {
	const blank = paperHead({ letterhead: { ...own, place: '' }, kind: 'BB', day: null, language: 'vi' });
	expect(blank.number).toMatch(/^Số\s{11}-BB\/BTC$/);
	expect(blank.date).toBe('………………, ngày …… tháng …… năm ………');
	const dated = (kind: 'BB' | 'TTr') => paperHead({ letterhead: own, kind, day: '2026-12-01', language: 'vi' }).date;
	expect(dated('BB')).toBe('Quảng Ninh, ngày 01 tháng 12 năm 2026');
	expect(dated('TTr')).toBe('Quảng Ninh, ngày 03 tháng 02 năm 2026');
});

test('R302, R351: a list has no number, nor has any paper of the free form', () => {
	expect(paperHead({ letterhead: own, kind: null, day: null, language: 'vi' }).number).toBeNull();
	const free = paperHead({ letterhead: { ...own, form: 'tu-do' }, kind: 'BB', day: null, language: 'vi' });
	expect([free.number, free.motto]).toEqual([null, []]);
});

test('R302: a decision is a paper of whoever decides', () => {
	const authority = { ...own.authority, superior: 'Tỉnh ủy Quảng Ninh', symbol: 'ĐUK' };
	expect(
		paperHead({ letterhead: { ...own, authority }, kind: 'QĐ', day: null, language: 'vi', by: 'authority' })
	).toMatchObject({ superior: 'Tỉnh ủy Quảng Ninh', body: 'Đảng ủy Khối', number: expect.stringMatching(/-QĐ\/ĐUK$/) });
});

test('R303: the signature block says for whom somebody signs, with a stroke for the Party and a dot for the State', () => {
	const deputy = { ...own.committee, deputyFor: 'Trưởng ban', title: 'Phó Trưởng ban' };
	expect(signingLines(own, own.committee, 'vi')).toEqual(['T/M Ban Tổ chức Hội thi', 'Trưởng ban']);
	expect(signingLines(own, deputy, 'vi')).toEqual(['T/M Ban Tổ chức Hội thi', 'K/T Trưởng ban', 'Phó Trưởng ban']);
	expect(signingLines(state, deputy, 'vi')).toEqual(['TM. Ban Tổ chức Hội thi', 'KT. Trưởng ban', 'Phó Trưởng ban']);
	expect(signingLines(state, { ...own.committee, behalf: 'order', title: 'Chánh Văn phòng' }, 'vi')).toEqual([
		'TL. Ban Tổ chức Hội thi',
		'Chánh Văn phòng'
	]);
	expect(signingLines(own, { ...own.committee, behalf: 'none' }, 'vi')).toEqual(['Trưởng ban']);
});

test('R355: letters are as large as Hướng dẫn 36-HD/VPTW and Nghị định 30/2020/NĐ-CP say', () => {
	const within = (form: 'dang' | 'nha-nuoc', sizes: object) =>
		expect(letterheadForms[form].sizes).toEqual(
			Object.fromEntries(
				Object.entries(sizes).map(([element, [from, to]]) => [
					element,
					expect.toSatisfy((size: number) => size >= from && size <= to)
				])
			)
		);
	const [names, words] = [
		[12, 13],
		[13, 14]
	];
	within('nha-nuoc', {
		...{ motto: names, bodies: names, second: words, number: words, title: words, subject: words, text: words },
		...{ signer: words, recipients: [12, 12], recipient: [11, 11] }
	});
	const usual = [14, 14];
	within('dang', {
		...{ motto: [15, 15], second: [15, 15], bodies: usual, number: usual, title: [15, 16], subject: [14, 15] },
		...{ text: [14, 15], signer: usual, recipients: usual, recipient: [12, 12] }
	});
});
