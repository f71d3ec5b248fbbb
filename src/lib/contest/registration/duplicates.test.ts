// R265: who seems to be entered twice.
import { expect, test } from 'vitest';
import { sameAs } from './duplicates.ts';

const person = (unit: string, birthDate: string | null, nameKey = 'nguyen van an') => ({ nameKey, birthDate, unit });

test('R265 name and birthday are one person whatever the unit', () => {
	const twin = person('DV02', '1990-02-28');
	const others = [twin, person('DV01', '1991-02-28'), person('DV01', '1990-02-28', 'nguyen van anh')];
	expect(sameAs(person('DV01', '1990-02-28'), others)).toEqual([twin]);
});

test('R265 where a birthday is not known, the name in one unit is enough', () => {
	const known = person('DV01', null);
	expect(sameAs(person('DV01', '1990-02-28'), [known, person('DV02', null)])).toEqual([known]);
});
