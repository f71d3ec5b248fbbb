// A contest never stands without an organiser who can sign in, whoever removes whom and when.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { refusalMessage } from '../../src/lib/server/refusal-answer.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { removeStaff } from '../../src/lib/server/usecases/remove-staff.ts';
import { acceptInvitation } from '../../src/lib/server/usecases/sign-in.ts';
import { setupPeople } from '../../src/lib/server/views/setup-people.ts';
import { ok, setupWorld, type World } from './setup-world.ts';

let world: World;
let contestId: string;
let organiser: StaffSeat;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
	({ contestId, organiser } = await world.contest());
});

it('the last organiser who can sign in stays: somebody only invited is no relief, who has a password is', async () => {
	const leave = () =>
		removeStaff(world.app, organiser, { contestId, accountId: world.founder.accountId, role: 'organiser' });
	const mayLeave = async () => {
		const { staff } = ok(await setupPeople(world.app, organiser, contestId));
		const own = staff.find(({ accountId }) => accountId === world.founder.accountId);
		return own?.roles.find(({ role }) => role === 'organiser')?.mayRemove;
	};
	const refused = await leave();
	expect(refused).toMatchObject({ refused: 'contest/last-organiser', field: 'role' });
	if (!isRefusal(refused)) throw new Error('not refused');
	expect(refusalMessage(refused, 'vi')).toContain('người tổ chức cuối cùng');
	expect(refusalMessage(refused, 'en')).toContain('last organiser');
	expect(await mayLeave()).toBe(false);

	const login = `second-${contestId.slice(-12)}`;
	const second = ok(
		await addStaff(world.app, organiser, { contestId, login, displayName: 'Thứ Hai', role: 'organiser' })
	);
	expect(await leave()).toMatchObject({ refused: 'contest/last-organiser' });
	expect(await mayLeave()).toBe(false);

	ok(await acceptInvitation(world.app, { secret: second.invitation, password: 'một mật khẩu đủ dài' }));
	expect(await mayLeave()).toBe(true);
	ok(await leave());
	const [left] = await world.fresh.sql`select array_agg(account_id::text) as ids from membership
	where contest_id = ${contestId} and role = 'organiser'`;
	expect(left?.ids).toEqual([second.accountId]);
});

it('two organisers who remove each other at the same moment: one stays', async () => {
	const login = `other-${contestId.slice(-12)}`;
	const other = ok(
		await addStaff(world.app, organiser, { contestId, login, displayName: 'Người Kia', role: 'organiser' })
	);
	ok(await acceptInvitation(world.app, { secret: other.invitation, password: 'một mật khẩu đủ dài' }));
	const results = await Promise.all(
		[world.founder.accountId, other.accountId].map((accountId) =>
			removeStaff(world.app, organiser, { contestId, accountId, role: 'organiser' })
		)
	);
	expect(results.filter((result) => 'refused' in result)).toMatchObject([{ refused: 'contest/last-organiser' }]);
	const [left] = await world.fresh.sql`select count(*)::int as n from membership
	where contest_id = ${contestId} and role = 'organiser'`;
	expect(left?.n).toBe(1);
});
