// R252: who is expected to enter contestants, who has, and the tree they are listed in.
import { expect, test } from 'vitest';
import { coverageOf, inTree, type UnitEntries } from './coverage.ts';

const unit = (code: string, given: Partial<UnitEntries> = {}): UnitEntries => ({
	code,
	parentCode: null,
	members: null,
	quota: null,
	expected: 0,
	...given
});
const codes = (units: { code: string }[]) => units.map(({ code }) => code);

test('R252 the units at the ends of the tree are expected to enter somebody, those above them are not', () => {
	const { covered, missing, members } = coverageOf([
		unit('KHOI', { members: 5_000 }),
		unit('DV01', { parentCode: 'KHOI', members: 78, expected: 2 }),
		unit('DV02', { parentCode: 'KHOI', members: 41 })
	]);
	expect([codes(covered), codes(missing), members]).toEqual([['DV01'], ['DV02'], 78]);
});

test('R252 a quota decides: 0 asks for nobody, another asks also a unit that has units below it', () => {
	const { covered, missing } = coverageOf([
		unit('KHOI', { quota: 1 }),
		unit('DV01', { parentCode: 'KHOI', quota: 0 }),
		unit('DV02', { parentCode: 'KHOI', quota: 0, expected: 1 })
	]);
	expect([codes(covered), codes(missing)]).toEqual([['DV02'], ['KHOI']]);
});

test('R252 a unit above others that has entered somebody counts', () => {
	const { covered, missing } = coverageOf([unit('KHOI', { expected: 1 }), unit('DV01', { parentCode: 'KHOI' })]);
	expect([codes(covered), codes(missing)]).toEqual([['KHOI'], ['DV01']]);
});

test('units are listed each behind the one above it; a circle and an unknown unit above lose nobody', () => {
	const tree = inTree([
		unit('C2', { parentCode: 'C1' }),
		unit('DV02', { parentCode: 'KHOI' }),
		unit('KHOI'),
		unit('CB21', { parentCode: 'DV02' }),
		unit('DV01', { parentCode: 'KHOI' }),
		unit('LE', { parentCode: 'KHONG-CO' }),
		unit('C1', { parentCode: 'C2' })
	]);
	expect(tree.map(({ unit: { code }, depth }) => `${depth} ${code}`)).toEqual([
		'0 KHOI',
		'1 DV02',
		'2 CB21',
		'1 DV01',
		'0 LE',
		'0 C2',
		'1 C1'
	]);
});
