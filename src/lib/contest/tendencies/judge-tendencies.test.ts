// R140: severity, spread and agreement of each judge, worked out by hand.
import { expect, test } from 'vitest';
import { judgeTendencies } from './judge-tendencies.ts';

test('R140 severity is the mean distance to the others, spread and correlation are held against their mean', () => {
	// The others' means: 85, 75, 65.
	const [severe, , wide] = judgeTendencies([
		[8000, 8500, 8500],
		[7000, 7500, 7500],
		[6000, 6500, 6500]
	]);
	expect(severe).toMatchObject({ compared: 3, severity: -500, spread: 1, correlation: expect.closeTo(1) });
	expect(wide).toMatchObject({ severity: 250 });
	const [narrow] = judgeTendencies([
		[7600, 8500],
		[7500, 7500],
		[7400, 6500]
	]);
	expect(narrow).toMatchObject({ severity: 0, spread: expect.closeTo(0.1), correlation: expect.closeTo(1) });
	const [contrary] = judgeTendencies([
		[6500, 8500],
		[7500, 7500],
		[8500, 6500]
	]);
	expect(contrary).toMatchObject({ correlation: expect.closeTo(-1) });
});

test('R140 people a judge did not mark are left out; who is alone or marked one has no tendency', () => {
	const [first, second, third] = judgeTendencies([
		[8000, 9000, null],
		[7000, 8000, null],
		[null, 5000, 6000]
	]);
	expect(first).toMatchObject({ compared: 2, severity: -1000 });
	expect(second).toMatchObject({ compared: 3 });
	expect(third).toBeNull();
	expect(judgeTendencies([[8000], [7000]])).toEqual([null]);
	expect(judgeTendencies([])).toEqual([]);
	// Where the others do not differ, there is nothing to hold a spread against.
	expect(
		judgeTendencies([
			[8000, 7000],
			[6000, 7000]
		])[0]
	).toMatchObject({ spread: null, correlation: 0 });
});
