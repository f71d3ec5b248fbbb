// The one table of rights, asked with contests nobody has: whatever stands in an address, the answer is no and never a fault.
import { expect, test } from 'vitest';
import { may, refuseUnless, rolesOf } from '../../src/lib/server/permissions.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';

const seat: StaffSeat = { kind: 'staff', accountId: 'a', name: 'A', isFounder: true, roles: { one: ['organiser'] } };

test.each(['', 'two', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])('no role in «%s»', (contestId) => {
	expect(rolesOf(seat, contestId)).toEqual([]);
	expect(may(seat, 'contest:see', contestId)).toBe(false);
	expect(refuseUnless(seat, 'contest:see', contestId)).toMatchObject({ refused: 'access/not-allowed' });
});
