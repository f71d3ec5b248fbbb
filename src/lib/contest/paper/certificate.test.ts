// R304: places in the words of a certificate, filled for each winner.
import { expect, test } from 'vitest';
import { filledLine, firstCertificate, isNameLine, unknownPlaces, type Winner } from './certificate.ts';

const winner: Winner = {
	name: 'Nguyễn Thị {giai}',
	unit: 'Đảng bộ Sở $1',
	award: 'Nhất',
	contest: 'Hội thi báo cáo viên giỏi',
	date: 'ngày 03 tháng 02 năm 2026',
	number: 'TS07'
};

test('R304: places are filled once, whatever a name holds', () => {
	expect(filledLine('{hoten} ({sbd}), {donvi}', winner)).toBe('Nguyễn Thị {giai} (TS07), Đảng bộ Sở $1');
});

test('R304: «giải» is not said twice', () => {
	expect(filledLine('Đạt giải {giai}', winner)).toBe('Đạt giải Nhất');
	expect(filledLine('Đạt giải {giai}', { ...winner, award: 'Giải Nhất' })).toBe('Đạt giải Nhất');
});

test('R304: what names no place is found before anything is printed, also what every object has', () => {
	expect(unknownPlaces({ ...firstCertificate, lines: ['{ten} {hoten} {constructor}', '{}'] })).toEqual([
		'ten',
		'constructor',
		''
	]);
	expect(unknownPlaces(firstCertificate)).toEqual([]);
	expect(filledLine('{constructor}', winner)).toBe('{constructor}');
});

test('the line of the name is known', () => {
	expect(['{hoten}', ' {hoten} ', 'Ông {hoten}'].map(isNameLine)).toEqual([true, true, false]);
});
