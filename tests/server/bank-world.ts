// A world for the tests of the bank: the sample, its author and a second organiser.
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { insertAccount } from '../../src/lib/server/stores/accounts.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { ok, setupWorld, withRoles, type World } from './setup-world.ts';

export interface BankWorld {
	world: World;
	contestId: string;
	author: StaffSeat;
	other: StaffSeat;
}

export async function bankWorld(): Promise<BankWorld> {
	const world = await setupWorld();
	const { contestId, organiser } = await world.contest();
	const account = await insertAccount(world.app.database.drizzle, {
		login: 'hai',
		displayName: 'Trần Thị Hai',
		passwordHash: 'x',
		isFounder: false
	});
	if (!account) throw new Error('no second account');
	const other = { ...organiser, accountId: account.id, name: account.displayName };
	ok(await loadSample(world.app, organiser, { contestId }));
	return { world, contestId, author: organiser, other: withRoles(other, contestId, ['organiser']) };
}
