// F-44, T-21: who loses a role hears nothing more within two seconds, on the connection they have; who keeps one goes on.
import { afterAll, expect, test } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { granted, prepareContest, staffSeat } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor, type Visitor } from '../../src/cli/rehearsal/visitor.ts';
import type { Audience } from '../../src/lib/contest/stage.ts';
import { protocolVersion } from '../../src/lib/live/protocol.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { directHall } from '../../src/lib/server/usecases/direct-hall.ts';
import { removeStaff } from '../../src/lib/server/usecases/remove-staff.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { freshDatabase } from '../server/fresh-database.ts';

/** The server sends every screen its version once a second: two seconds are two of them. */
const mostBeats = 2;

let server: ServerProcess | undefined;
const ends: (() => Promise<unknown> | void)[] = [];

afterAll(async () => {
	server?.process.kill('SIGKILL');
	for (const end of ends.reverse()) await end();
});

test('a removed role cuts the screens it had opened and no others', async () => {
	const fresh = await freshDatabase();
	ends.push(() => fresh.drop());
	server = await startServerProcess({ DATABASE_URL: fresh.url, LOG_LEVEL: 'error' });
	const { origin } = server;
	const app = await openApp(readConfig({ DATABASE_URL: fresh.url }), makeLog('silent'));
	ends.push(() => app.close());
	const organiser = makeVisitor(origin);
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'roles',
		displayName: 'Người tổ chức',
		password: 'mat-khau-thu'
	});
	const { contestId } = await prepareContest(app, organiser, 'ba-phan', 'Thử thu quyền', 0);
	const seat = await staffSeat(app, organiser);

	/** One person who helps as secretary and as MC. */
	const helper = makeVisitor(origin);
	const wish = { contestId, login: 'giup-viec', displayName: 'Người giúp việc' };
	const { accountId, invitation } = granted(await addStaff(app, seat, { ...wish, role: 'secretary' }), 'secretary');
	granted(await addStaff(app, seat, { ...wish, role: 'mc' }), 'MC');
	await helper.post(`/welcome/${invitation}`, { password: 'mat-khau-thu' });

	const connect = async (visitor: Visitor, audience: Audience) => {
		const socket: Socket = io(origin, {
			transports: ['websocket'],
			extraHeaders: { cookie: visitor.cookie, origin },
			auth: { protocol: protocolVersion, audience, contestId },
			reconnection: false,
			forceNew: true
		});
		ends.push(() => void socket.close());
		const heard: string[] = [];
		socket.onAny((event: string) => heard.push(event));
		const cut = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
		await new Promise<void>((resolve) => socket.once('stage', () => resolve()));
		return { socket, heard, cut };
	};
	const desk = await connect(helper, 'console');
	const lectern = await connect(helper, 'mc');
	const other = await connect(organiser, 'console');

	granted(await removeStaff(app, seat, { contestId, accountId, role: 'secretary' }), 'remove the secretary');
	desk.heard.length = 0;
	await desk.cut;
	expect(desk.heard.filter((event) => event === 'version').length).toBeLessThanOrEqual(mostBeats);
	expect(desk.heard.at(-1)).toBe('revoked');

	// The cut connection hears nothing of what comes next; the other role of the same person and other people do.
	const heardBefore = desk.heard.length;
	const next = [lectern, other].map(({ socket }) => new Promise<void>((done) => socket.once('stage', () => done())));
	granted(await directHall(app, seat, { contestId, hall: { show: 'blank' } }), 'blank the hall');
	await Promise.all(next);
	expect([desk, lectern, other].map(({ socket }) => socket.connected)).toEqual([false, true, true]);
	expect(desk.heard.slice(heardBefore)).toEqual([]);

	granted(await removeStaff(app, seat, { contestId, accountId, role: 'mc' }), 'remove the MC');
	await lectern.cut;
	expect(lectern.heard.at(-1)).toBe('revoked');
	expect(other.socket.connected).toBe(true);
});
