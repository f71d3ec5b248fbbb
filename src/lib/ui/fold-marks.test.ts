// What the command palette finds for what people type.
import { describe, expect, test } from 'vitest';
import { foldMarks, matchFolded } from './fold-marks.ts';

describe('words without marks', () => {
	test('every Vietnamese letter comes back to its plain one, composed or not', () => {
		expect(foldMarks('Đơn vị và NGƯỜI')).toBe('don vi va nguoi');
		expect(foldMarks('Đường phố'.normalize('NFD'))).toBe('duong pho');
		expect(foldMarks('ẮẰẲẴẶ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ÝỲỶỸỴ')).toBe('aaaaa eeeee ooooo ooooo uuuuu yyyyy');
	});

	test('words are found in any order, with or without marks', () => {
		expect(matchFolded('Phiếu dự thi', 'thi phieu')).toBe(1);
		expect(matchFolded('Phiếu dự thi', 'phiếu')).toBe(1);
		expect(matchFolded('Phiếu dự thi', 'diem')).toBe(0);
		expect(matchFolded('Phiếu dự thi', '  ')).toBe(1);
	});

	test('the beginning of a word counts for more than its middle', () => {
		expect(matchFolded('Văn bản in', 'ban')).toBeGreaterThan(matchFolded('Ngân hàng câu hỏi', 'ang'));
		expect(matchFolded('Ngân hàng câu hỏi', 'ang')).toBeGreaterThan(0);
	});
});
