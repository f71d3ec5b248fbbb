// The place of a total among others: the highest first, equal ones together.
import { expect, test } from 'vitest';
import { placeAmong } from './own-place.ts';

test.each([
	[8750, [9000, 8000], { place: 2, of: 3 }],
	[9000, [9000, 8000], { place: 1, of: 3 }],
	[8000, [9000, 9000], { place: 3, of: 3 }],
	[0, [], { place: 1, of: 1 }]
])('%i among %j', (total, others, expected) => {
	expect(placeAmong(total, others)).toEqual(expected);
});
