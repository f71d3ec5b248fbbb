// A reason that holds for everybody stands once over the table.
import { describe, expect, it } from 'vitest';
import { sharedClause, withoutClause } from './shared-clause.ts';

const both = (text: string) => ({ vi: text, en: text });
const missing = 'chưa có điểm phần Thuyết trình, tính 0 điểm';

describe('the clause all reasons end with', () => {
	it('is taken out of each, and what is left still ends as a sentence', () => {
		const reasons = ['Hạng 1 với 10,00 điểm', 'Đồng hạng 2 với SBD TS03, cùng 0,00 điểm; bằng nhau ở mọi tiêu chí phụ'];
		const clause = sharedClause(reasons.map((reason) => both(`${reason}; ${missing}.`)));
		expect(clause).toEqual(both(missing));
		for (const reason of reasons)
			expect(withoutClause(both(`${reason}; ${missing}.`), both(missing))).toEqual(both(`${reason}.`));
	});

	it('is none where one lacks it, where there is one reason only, or where a reason is nothing else', () => {
		expect(sharedClause([both(`Hạng 1 với 10,00 điểm; ${missing}.`), both('Hạng 2 với 9,00 điểm.')])).toBeNull();
		expect(sharedClause([both(`Hạng 1 với 10,00 điểm; ${missing}.`)])).toBeNull();
		expect(sharedClause([both('Vắng mặt.'), both('Vắng mặt.')])).toBeNull();
		expect(sharedClause([])).toBeNull();
	});
});
