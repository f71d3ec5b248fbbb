// F-04, F-48, T-20: two nodes behind nginx with the example of deploy/: sign-in, sockets, answers, origins, forged headers, rolling restart.
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { json } from 'node:stream/consumers';
import tls from 'node:tls';
import { afterAll, expect, test } from 'vitest';
import { fastPace } from '../../src/cli/rehearsal/pace.ts';
import { joinWithSlip } from '../../src/cli/rehearsal/phone.ts';
import { playQuiz } from '../../src/cli/rehearsal/play-quiz.ts';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { prepareContest } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor } from '../../src/cli/rehearsal/visitor.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { auditContest } from '../../src/lib/server/views/audit.ts';
import { startNginx } from '../machine/start-nginx.ts';
import { freePort, startRedis } from '../machine/start-redis.ts';
import { freshDatabase } from '../server/fresh-database.ts';

const servers = new Set<ServerProcess>();
const ends: (() => Promise<unknown> | void)[] = [];

afterAll(async () => {
	for (const server of servers) server.process.kill('SIGKILL');
	for (const end of ends.reverse()) await end();
});

/** A form of nobody, as a page posts it. */
const post = (address: string, headers: Record<string, string>) =>
	fetch(address, {
		method: 'POST',
		headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
		redirect: 'manual'
	});

const upgrade = (origin: string, said: string) =>
	fetch(`${origin}/socket.io/?EIO=4&transport=websocket`, { headers: { origin: said } }).then(({ status }) => status);

/** A guessed code from another address than the proxy's; gives the status the form was answered with. */
async function tryCode(origin: string, headers: Record<string, string>): Promise<number> {
	const asked = request(`${origin}/join`, {
		method: 'POST',
		localAddress: '127.0.0.2',
		rejectUnauthorized: false,
		headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers }
	});
	asked.end('slip=AAAA-BBBB-CCCC');
	const [answer] = (await once(asked, 'response')) as [IncomingMessage];
	return ((await json(answer)) as { status: number }).status;
}

test('two nodes behind nginx play a round through a rolling restart', async () => {
	const fresh = await freshDatabase();
	ends.push(() => fresh.drop());
	const redis = await startRedis();
	ends.push(() => redis.stop());
	const [port, plainPort, one, two] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
	const origin = `https://localhost:${port}`;
	const nginx = await startNginx({ port, plainPort, nodes: [one, two] });
	ends.push(() => nginx.stop());
	tls.setDefaultCACertificates([...tls.getCACertificates('default'), nginx.certificate]);

	const settings = {
		DATABASE_URL: fresh.url,
		REDIS_URL: redis.url,
		ORIGINS: origin,
		PROXIES: '127.0.0.1',
		HOST: '127.0.0.1',
		LOG_LEVEL: 'silent'
	};
	const start = async (nodePort: number) => {
		const server = await startServerProcess({ ...settings, PORT: String(nodePort) });
		servers.add(server);
		return server;
	};
	const nodes: ServerProcess[] = await Promise.all([start(one), start(two)]);
	const app = await openApp(readConfig({ DATABASE_URL: fresh.url }), makeLog('silent'));
	ends.push(() => app.close());

	// HTTPS ends at nginx, and the nodes know it by their own configuration.
	const organiser = makeVisitor(origin);
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'nginx',
		displayName: 'Người tổ chức',
		password: 'mat-khau-thu'
	});
	expect(organiser.cookie).toMatch(/^__Host-hoithi=/);
	const home = await fetch(origin, { headers: { cookie: organiser.cookie } });
	expect(home.headers.get('strict-transport-security')).toMatch(/max-age/);
	const plain = await fetch(`http://localhost:${plainPort}/join`, { redirect: 'manual' });
	expect([plain.status, plain.headers.get('location')]).toEqual([301, 'https://localhost/join']);

	// Origins are held through the proxy; so they are on a node itself.
	for (const said of ['https://evil.example', `https://localhost:${plainPort}`]) {
		expect((await post(`${origin}/sign-in`, { origin: said })).status).toBe(403);
		expect(await upgrade(origin, said)).toBe(400);
	}

	// No header of a client says that it came by HTTPS.
	const contest = await prepareContest(app, organiser, 'chi-trac-nghiem', 'Sau nginx', 6);
	const [spare] = contest.slips.slice(-1);
	const forged = { 'x-forwarded-proto': 'https', 'x-hoithi-protocol': 'https', 'x-hoithi-address': '8.8.8.8' };
	const direct = `http://localhost:${one}`;
	const joined = await post(`${direct}/t/${spare?.ticket}`, { origin: direct, ...forged });
	expect(joined.headers.getSetCookie().join()).toMatch(/^hoithi_lan=(?!.*Secure)/);
	expect(joined.headers.get('strict-transport-security')).toBe(null);

	const phones = await Promise.all(
		contest.slips.slice(0, 12).map(({ contestant, ticket }) => joinWithSlip(origin, contestant?.number ?? '', ticket))
	);
	ends.push(() => phones.forEach((phone) => phone.close()));

	/** One node after the other: each ends by itself with 0, its phones come back through the other, then it returns. */
	const restarted = (async () => {
		await phones[0]?.until(
			(stage) => stage.scene.kind === 'question' && stage.scene.question.number === 2,
			'question 2'
		);
		const codes: (number | null)[] = [];
		for (const [index, nodePort] of [one, two].entries()) {
			const old = nodes[index];
			if (!old) throw new Error('no node');
			codes.push(await old.stop());
			servers.delete(old);
			await start(nodePort);
		}
		return codes;
	})();
	await playQuiz({
		organiser,
		contestId: contest.contestId,
		roundId: contest.roundId ?? '',
		phones,
		pace: fastPace,
		random: repeatableRandom(11)
	});
	expect(await restarted).toEqual([0, 0]);

	expect(new Set(phones.map((phone) => phone.stage?.version)).size).toBe(1);
	const sent = phones.flatMap((phone) => phone.sent);
	const operations = (lines: typeof sent) => lines.map((line) => line.answer.operation);
	expect(sent.filter((line) => line.receipt === null)).toEqual([]);
	const audit = await auditContest(app, contest.contestId, operations(sent), operations(sent));
	expect(audit).toMatchObject({ lost: [], unknown: [], differing: [], stored: sent.length });

	// Nor who it is: whoever invents addresses is one address, and has no more tries than another.
	const [surplus] = servers;
	expect(await surplus?.stop()).toBe(0);
	const tried = await Promise.all(
		Array.from({ length: 180 }, async (_, at) => {
			const claimed = { origin, 'x-forwarded-for': `10.1.1.${at}`, 'x-hoithi-address': `10.1.2.${at}` };
			return tryCode(origin, claimed);
		})
	);
	expect(new Set(tried)).toEqual(new Set([403, 429]));
});
