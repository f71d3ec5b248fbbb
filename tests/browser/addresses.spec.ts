// Besides localhost: people sign in, join and answer at this machine's own address, over plain HTTP and over HTTPS.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { io } from 'socket.io-client';
import { m } from '../../src/lib/paraglide/messages.js';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { readAccountByLogin } from '../../src/lib/server/stores/accounts.ts';
import { ContestPlan } from './contest-plan.ts';
import { expect, founder, test } from './fixtures.ts';
import { startHouse } from './house-process.ts';
import { foundThrough, signInWith } from './signing-in.ts';

/** An address other machines reach this one by. Without a network there is none, and this test has nothing to look at. */
const address = Object.values(networkInterfaces())
	.flatMap((list) => list ?? [])
	.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

async function certificateIn(folder: string, host: string): Promise<Record<string, string>> {
	const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: host }] }]
	});
	const files = { TLS_CERT_FILE: join(folder, 'certificate.pem'), TLS_KEY_FILE: join(folder, 'key.pem') };
	await writeFile(files.TLS_CERT_FILE, cert);
	await writeFile(files.TLS_KEY_FILE, key);
	return files;
}

for (const scheme of ['http', 'https'] as const) {
	test(`an organiser signs in, a contestant joins and answers at the LAN address over ${scheme}`, async ({
		browser
	}) => {
		if (address === undefined) throw new Error('this machine has no address of its own: give it a network');
		const folder = await mkdtemp(join(tmpdir(), 'hoithi-certificate-'));
		const house = await startHouse(scheme === 'https' ? await certificateIn(folder, address) : {});
		const app = await openApp(readConfig({ DATABASE_URL: house.databaseUrl }), makeLog('silent'));
		const at = `${scheme}://${address}:${new URL(house.url).port}`;
		const options = { baseURL: at, ignoreHTTPSErrors: true, locale: 'vi-VN' };
		const desk = await browser.newContext(options);
		const phone = await browser.newContext({ ...options, viewport: { width: 390, height: 844 } });
		try {
			const organiser = await desk.newPage();
			await foundThrough(organiser, at + house.welcomePath, founder);
			await expect(organiser).toHaveURL(`${at}/`);
			const signOut = organiser.getByRole('button', { name: m.account_sign_out() });
			await signOut.first().click();
			await expect(signOut).toHaveCount(0);
			await signInWith(organiser, founder.login, founder.password);
			await expect(organiser.getByText(founder.displayName)).toBeVisible();

			const account = await readAccountByLogin(app.database.drizzle, founder.login);
			const seat = {
				kind: 'staff' as const,
				accountId: account?.id ?? '',
				name: founder.displayName,
				isFounder: true,
				roles: {}
			};
			const contest = await new ContestPlan(app, seat, {}, () => {})
				.sample()
				.round({ codes: ['LS01'] })
				.atQuestion(1);
			await contest.run({ do: 'extend', byMs: 60_000 });

			const contestant = await phone.newPage();
			await contestant.goto('/join');
			await contestant.getByLabel(m.join_code_label()).fill(contest.slips.get('TS01')?.code ?? '');
			await contestant.getByRole('button', { name: m.join_go_on() }).click();
			await contestant.getByRole('button', { name: m.join_this_is_me() }).click();
			await expect(contestant).toHaveURL(`${at}/play`);
			await contestant.getByRole('main').getByRole('button').first().click();
			await expect(contestant.getByText(/^Đã lưu lúc/)).toBeVisible();
			const rows = await app.database.sql`select choice from answer where contest_id = ${contest.id}`;
			expect(rows.map(({ choice }) => choice)).toEqual([{ kind: 'options', options: ['A'] }]);

			for (const context of [desk, phone]) {
				const session = (await context.cookies()).find(({ httpOnly }) => httpOnly);
				expect(session?.name.startsWith('__Host-')).toBe(scheme === 'https');
				expect(session).toMatchObject({ secure: scheme === 'https', sameSite: 'Lax', path: '/', domain: address });
			}
			const cookie = (await phone.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
			expect(await handshakeFrom(at, at, cookie)).toBe('connected');
			for (const foreign of ['https://example.org', at.replace(/:\d+$/, ':1'), `${at}.example.org`]) {
				expect(await handshakeFrom(foreign, at, cookie), `handshake from ${foreign}`).toBe('refused');
				const post = await phone.request.post('/play/answer', { headers: { origin: foreign }, data: {} });
				expect(post.status(), `post from ${foreign}`).toBe(403);
			}
			const own = await phone.request.post('/play/answer', { headers: { origin: at }, data: {} });
			expect(await own.json()).toMatchObject({ refused: { code: 'input/not-valid' } });
		} finally {
			await desk.close();
			await phone.close();
			await app.close();
			expect(await house.stop()).toBe(0);
			await rm(folder, { recursive: true });
		}
	});
}

/** Opens a socket with the contestant's cookie, as a page of this origin would. */
async function handshakeFrom(origin: string, at: string, cookie: string): Promise<'connected' | 'refused'> {
	const socket = io(at, {
		transports: ['websocket'],
		extraHeaders: { cookie, origin },
		rejectUnauthorized: false,
		reconnection: false
	});
	try {
		return await new Promise((resolve) => {
			socket.on('connect', () => resolve('connected'));
			socket.on('connect_error', () => resolve('refused'));
		});
	} finally {
		socket.close();
	}
}
