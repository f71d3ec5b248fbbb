// R300, R301: how papers read numbers out.
import { describe, expect, test } from 'vitest';
import { asSentence, numberInWords, pointsInWords } from './number-in-words.ts';

describe('R300: whole numbers', () => {
	test.each([
		[0, 'không'],
		[1, 'một'],
		[10, 'mười'],
		[11, 'mười một'],
		[14, 'mười bốn'],
		[15, 'mười lăm'],
		[20, 'hai mươi'],
		[21, 'hai mươi mốt'],
		[24, 'hai mươi tư'],
		[25, 'hai mươi lăm'],
		[54, 'năm mươi tư'],
		[55, 'năm mươi lăm'],
		[100, 'một trăm'],
		[101, 'một trăm linh một'],
		[104, 'một trăm linh bốn'],
		[105, 'một trăm linh năm'],
		[110, 'một trăm mười'],
		[115, 'một trăm mười lăm'],
		[121, 'một trăm hai mươi mốt'],
		[1000, 'một nghìn'],
		[1005, 'một nghìn không trăm linh năm'],
		[1021, 'một nghìn không trăm hai mươi mốt'],
		[2026, 'hai nghìn không trăm hai mươi sáu'],
		[10_000, 'mười nghìn'],
		[21_000, 'hai mươi mốt nghìn'],
		[1_000_001, 'một triệu không trăm linh một'],
		[1_500_000, 'một triệu năm trăm nghìn'],
		[2_000_000_000, 'hai tỷ'],
		[1_000_000_000_005, 'một nghìn tỷ không trăm linh năm'],
		[-21, 'âm hai mươi mốt']
	])('%i is read «%s»', (number, words) => expect(numberInWords(number)).toBe(words));

	test.each([
		[0, 'zero'],
		[21, 'twenty-one'],
		[54, 'fifty-four'],
		[105, 'one hundred five'],
		[2026, 'two thousand twenty-six'],
		[1_000_000, 'one million']
	])('%i is read «%s» in English', (number, words) => expect(numberInWords(number, 'en')).toBe(words));

	test('what is not a whole number is not read', () => {
		for (const wrong of [1.5, Number.NaN, Infinity, 2 ** 60]) expect(() => numberInWords(wrong)).toThrow(RangeError);
	});
});

describe('R301: points in hundredths', () => {
	test.each([
		[8725, 'tám mươi bảy phẩy hai mươi lăm'],
		[850, 'tám phẩy năm'],
		[805, 'tám phẩy không năm'],
		[10_000, 'một trăm'],
		[9021, 'chín mươi phẩy hai mươi mốt'],
		[-125, 'âm một phẩy hai mươi lăm']
	])('%i is read «%s»', (points, words) => expect(pointsInWords(points)).toBe(words));

	test('in English each decimal is read by itself', () => {
		expect([8725, 850, 805].map((points) => pointsInWords(points, 'en'))).toEqual([
			'eighty-seven point two five',
			'eight point five',
			'eight point zero five'
		]);
	});

	test('a sentence begins with a capital, marks kept', () => expect(asSentence('âm ba')).toBe('Âm ba'));
});
