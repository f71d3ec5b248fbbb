// Names: composition, folding for search, and the order of official lists.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	cleanText,
	cleanTextWithRepairs,
	codeKey,
	compareVietnameseNames,
	foldVietnamese,
	sameNameKey,
	splitName
} from './vietnamese-text.ts';

describe('Vietnamese text', () => {
	it('folds for searching', () => {
		expect(foldVietnamese('  Đỗ  Đức\u00a0Ước ')).toBe('do duc uoc');
		expect(foldVietnamese('Nguyễn'.normalize('NFD'))).toBe('nguyen');
	});

	it('splits names of one to five syllables', () => {
		expect(splitName('Đỗ Thị Ngọc Ánh')).toEqual({ family: 'Đỗ', middle: 'Thị Ngọc', given: 'Ánh' });
		expect(splitName('Nguyễn Đỗ Hoàng Phương Anh').middle).toBe('Đỗ Hoàng Phương');
		expect(splitName('Lê Anh')).toEqual({ family: 'Lê', middle: '', given: 'Anh' });
		expect(splitName('Anh')).toEqual({ family: '', middle: '', given: 'Anh' });
	});

	it('sorts by given name, then family, then middle names', () => {
		const names = [
			'Trần Văn Đức',
			'Lê Dũng',
			'Vũ Dung',
			'Ngô Ân',
			'Ngô Ăn',
			'Ngô Ánh',
			'Ngô Anh',
			'Ngô An',
			'Bùi An',
			'Ngô Bá An'
		];
		expect(names.toSorted(compareVietnameseNames)).toEqual([
			'Bùi An',
			'Ngô An',
			'Ngô Bá An',
			'Ngô Anh',
			'Ngô Ánh',
			'Ngô Ăn',
			'Ngô Ân',
			'Vũ Dung',
			'Lê Dũng',
			'Trần Văn Đức'
		]);
	});

	it('takes tone placement, but not tones, for the same name', () => {
		expect(sameNameKey('Hoàng Thị Thúy')).toBe(sameNameKey('hoàng thị  Thuý'));
		expect(sameNameKey('Nguyễn Thị Hương')).not.toBe(sameNameKey('Nguyễn Thị Hường'));
		expect(sameNameKey('Đức')).not.toBe(sameNameKey('Duc'));
	});

	it('takes codes that differ in case, blanks and invisible marks for one', () => {
		expect(codeKey(' ts\u200b 01\ufeff')).toBe(codeKey('TS01'));
		expect(codeKey('ĐV01')).not.toBe(codeKey('DV01'));
	});

	it('cleans cells and says what it did', () => {
		expect(cleanTextWithRepairs(' a\u202eb\t c\u0000 ')).toEqual({ text: 'ab c', repairs: ['invisible', 'blanks'] });
		expect(cleanTextWithRepairs('Đảng bộ'.normalize('NFD'))).toEqual({ text: 'Đảng bộ', repairs: ['nfc'] });
		expect(cleanTextWithRepairs('1. a\r\n2. b', { lines: true })).toEqual({ text: '1. a\n2. b', repairs: [] });
		expect(cleanText('1. a\n2. b')).toBe('1. a 2. b');
	});

	it('is done after cleaning once', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, lines) => {
				const once = cleanText(text, { lines });
				expect(cleanTextWithRepairs(once, { lines })).toEqual({ text: once, repairs: [] });
				expect(once.isWellFormed()).toBe(true);
			})
		);
	});
});
