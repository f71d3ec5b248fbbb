// One address or two: the owner migrates and gives the rights, the application works with them; whoever has one address works as before (ADR 0020).
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { readRolePowers } from '../../src/lib/server/database/role-powers.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { asAdmin, emptyDatabase, type EmptyDatabase } from './fresh-database.ts';

let empty: EmptyDatabase;

beforeEach(async () => {
	empty = await emptyDatabase();
});
afterEach(() => empty.drop());

const open = (settings: Record<string, string>) => openApp(readConfig(settings), makeLog('silent'));

/** Opens, writes something, and says what the role may do beyond what it needs. */
async function use(settings: Record<string, string>): Promise<string[]> {
	const app = await open(settings);
	try {
		expect(await inviteFounder(app)).not.toBeNull();
		return (await readRolePowers(app.database.sql)).beyond;
	} finally {
		await app.close();
	}
}

test('with both addresses an empty database is made ready and used without the owner', async () => {
	expect(await use(empty.settings)).toEqual([]);
});

test('four nodes that start at once on an empty database all have their rights', async () => {
	const all = await Promise.all([1, 2, 3, 4].map(() => use(empty.settings)));
	expect(all).toEqual([[], [], [], []]);
});

test('where nothing is left to migrate the application needs no owner', async () => {
	await use(empty.settings);
	expect(await use({ DATABASE_URL: empty.url })).toEqual([]);
});

test('with the address of the owner alone it works as before, as the owner', async () => {
	expect(await use({ DATABASE_URL: empty.ownerUrl })).toEqual(['SUPERUSER']);
	// The second address comes later: what is there already gets its rights.
	expect(await use(empty.settings)).toEqual([]);
});

test('an owner needs to be no superuser: the database is theirs', async () => {
	const role = `owner_${randomBytes(4).toString('hex')}`;
	const ownerUrl = Object.assign(new URL(empty.ownerUrl), { username: role, password: 'thử' }).href;
	await asAdmin(async (admin) => {
		await admin.unsafe(`create role ${role} login password 'thử'`);
		await admin.unsafe(`alter database ${empty.name} owner to ${role}`);
	});
	try {
		expect(await use({ DATABASE_URL: empty.url, DATABASE_OWNER_URL: ownerUrl })).toEqual([]);
		expect(await use({ DATABASE_URL: ownerUrl })).toEqual(['OWNER']);
	} finally {
		await empty.drop();
		await asAdmin((admin) => admin.unsafe(`drop role ${role}`));
	}
});

test('the application alone does not make an empty database ready, and says what is missing', async () => {
	await expect(open({ DATABASE_URL: empty.url })).rejects.toThrow('DATABASE_OWNER_URL');
});

test('two addresses that lead to different databases are refused', async () => {
	const other = await emptyDatabase();
	await expect(open({ DATABASE_URL: empty.url, DATABASE_OWNER_URL: other.ownerUrl })).rejects.toThrow('same database');
	await other.drop();
});

test('an owner is given beside the application, never alone', () => {
	expect(() => readConfig({ DATABASE_OWNER_URL: empty.ownerUrl })).toThrow('beside DATABASE_URL');
});
