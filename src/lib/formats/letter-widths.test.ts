// Lines as wide as the letters say: even where a program would leave a word alone, and never parted at a no-break space.
import { expect, test } from 'vitest';
import { evenLines, filledLines, textWidth, widestWord } from './letter-widths.ts';

test('letters are as wide as Times New Roman has them, and marks over them take no room', () => {
	expect(textWidth('Ủy ban')).toBeCloseTo(0.722 + 0.5 + 0.25 + 0.5 + 0.444 + 0.5);
	expect(textWidth('ĐẢNG', true)).toBeCloseTo(0.722 + 0.722 + 0.722 + 0.778);
	expect(textWidth('48,83')).toBeCloseTo(2.25);
	expect(widestWord('Xử lý\ntình huống')).toBeCloseTo(textWidth('huống'));
});

test('lines are filled in turn, and even ones are as few with nothing left alone', () => {
	const body = 'ĐẢNG BỘ CÁC CƠ QUAN TỈNH QUẢNG NINH';
	const width = textWidth('ĐẢNG BỘ CÁC CƠ QUAN TỈNH QUẢNG');
	expect(filledLines(body, width)).toEqual(['ĐẢNG BỘ CÁC CƠ QUAN TỈNH QUẢNG', 'NINH']);
	expect(evenLines(body, width)).toEqual(['ĐẢNG BỘ CÁC CƠ QUAN', 'TỈNH QUẢNG NINH']);
	expect(evenLines(body.replace('QUAN TỈNH', 'QUAN\u00a0TỈNH'), width)).toEqual([
		'ĐẢNG BỘ CÁC CƠ',
		'QUAN\u00a0TỈNH QUẢNG NINH'
	]);
	expect(evenLines('BAN TỔ CHỨC', 1)).toEqual(['BAN', 'TỔ', 'CHỨC']);
	expect(evenLines('MỘT\nHAI BA', 100)).toEqual(['MỘT', 'HAI BA']);
});
