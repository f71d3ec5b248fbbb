// R322, R323: how code names are drawn, and what stands for number and place while a judge is not to know whose entry it is.
import { expect, test } from 'vitest';
import { codeNameKey, drawCodeNames, hiddenPlaces, underCodeName } from './code-names.ts';

test('R322 everybody without one gets one of their own, in an order that only the seed tells', () => {
	const numbers = Array.from({ length: 30 }, (_, at) => `TS${at + 1}`);
	const drawn = drawCodeNames('một', numbers, ['ms-02', 'Sen']);
	expect([...drawn.keys()].sort()).toEqual([...numbers].sort());
	expect([...drawn.values()].sort()).toEqual(
		Array.from({ length: 31 }, (_, at) => `MS-${String(at + 1).padStart(2, '0')}`).filter((name) => name !== 'MS-02')
	);
	expect(drawCodeNames('một', [...numbers].reverse(), ['ms-02', 'Sen'])).toEqual(drawn);
	expect(drawCodeNames('hai', numbers, ['ms-02', 'Sen'])).not.toEqual(drawn);
	expect(drawCodeNames('một', ['TS1'], Array<string>(99).fill('MS-9')).get('TS1')).toBe('MS-001');
	expect(codeNameKey('đào')).toBe(codeNameKey('ĐÀO'.normalize('NFD')));
});

test('R323 who is hidden stands under the code name, at a place that does not tell the running order', () => {
	const turn = (id: string, position: number, codeName: string | null, isHidden: boolean) => ({
		...{ id, position, number: id, codeName, isHidden }
	});
	const shown = hiddenPlaces([
		turn('TS5', 1, 'MS-03', false),
		turn('TS9', 2, 'MS-02', true),
		turn('TS2', 3, 'MS-01', true),
		turn('TS7', 4, null, true)
	]);
	expect(Object.fromEntries(shown)).toEqual({
		TS2: { number: 'MS-01', position: 2 },
		TS9: { number: 'MS-02', position: 3 }
	});
});

test('R325 a code name takes the place of number, name and unit; who has none keeps the number', () => {
	const codeNames = new Map([['TS1', 'MS-07']]);
	const person = { number: 'TS1', name: 'Lê Văn An', unit: 'Chi bộ Một', total: 900 };
	expect(underCodeName(person, codeNames)).toEqual({ number: 'MS-07', name: '', unit: '', total: 900 });
	expect(underCodeName({ ...person, number: 'TS2' }, codeNames)).toMatchObject({ number: 'TS2', name: '', unit: '' });
});
