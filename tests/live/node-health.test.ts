// Two nodes without Redis know of each other through the database: the hall's health and the metrics, also when one of them dies.
import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { joinWithSlip, type Phone } from '../../src/cli/rehearsal/phone.ts';
import { startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { prepareContest } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor } from '../../src/cli/rehearsal/visitor.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import type { HallHealth } from '../../src/lib/server/views/hall-health.ts';
import { freshDatabase } from '../server/fresh-database.ts';

const servers: ServerProcess[] = [];
const ends: (() => Promise<unknown> | void)[] = [];
const token = 'a-token-for-this-test-alone';
const within = { timeout: 20_000, interval: 200 };

afterAll(async () => {
	for (const server of servers) server.process.kill('SIGKILL');
	for (const end of ends.reverse()) await end();
});

const metricsOf = (origin: string, authorization?: string) =>
	fetch(`${origin}/metrics`, { headers: authorization === undefined ? {} : { authorization } });

test('health and metrics of two nodes', async () => {
	const fresh = await freshDatabase();
	ends.push(() => fresh.drop());
	const settings = { DATABASE_URL: fresh.url, LOG_LEVEL: 'silent', METRICS_TOKEN: token };
	servers.push(...(await Promise.all([1, 2].map(() => startServerProcess(settings)))));
	const [one, two] = servers;
	if (!one || !two) throw new Error('two nodes are needed');
	const app = await openApp(readConfig({ DATABASE_URL: fresh.url }), makeLog('silent'));
	ends.push(() => app.close());
	const organiser = makeVisitor(one.origin);
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'health',
		displayName: 'Người tổ chức',
		password: 'mat-khau-thu'
	});
	const { contestId, roundId, slips } = await prepareContest(app, organiser, 'chi-trac-nghiem', 'Sức khoẻ', 3);
	const join = (origin: string, at: number) =>
		joinWithSlip(origin, slips[at]?.contestant?.number ?? '', slips[at]?.ticket ?? '');
	const phones: Phone[] = [];
	for (const [at, { origin }] of [one, one, two, two].entries()) phones.push(await join(origin, at));
	ends.push(() => phones.forEach((phone) => phone.close()));

	const address = `${one.origin}/organise/${contestId}/health/now`;
	const health = async () =>
		(await (await fetch(address, { headers: { cookie: organiser.cookie } })).json()) as HallHealth;
	const told = async () => {
		const { people, nodes, question } = await health();
		const numbers = (state: string) => people.filter((each) => each.state === state).map(({ number }) => number);
		return {
			answered: numbers('answered'),
			unsent: numbers('unsent'),
			here: numbers('here'),
			away: numbers('away').length,
			nodes: nodes.map(({ isHeard, connections }) => (isHeard ? connections.contestants : 'lost')),
			question: question?.takesAnswers ?? null
		};
	};
	const numbers = phones.map(({ number }) => number);
	const others = slips.length - phones.length;
	const idle = { answered: [], unsent: [], here: numbers, away: others, nodes: [2, 2], question: null };
	await expect.poll(told, within).toEqual(idle);

	const act = (what: string) =>
		organiser.post(`/organise/${contestId}/rounds/${roundId}`, {
			do: what,
			version: String(Math.max(...phones.map(({ stage }) => stage?.version ?? 0)))
		});
	const everywhere = (phase: string) =>
		Promise.all(
			phones.map((phone) =>
				phone.until(({ scene }) => scene.kind === phase || ('phase' in scene && scene.phase === phase), phase)
			)
		);
	await act('open-lobby');
	await everywhere('lobby');
	await act('show-question');
	await everywhere('shown');
	await act('start-timer');
	await everywhere('running');
	await phones[2]?.answer({ kind: 'options', options: ['Z'] });
	expect(phones[2]?.sent.at(-1)?.refused).toBe('answer/not-a-choice');
	const scene = phones[2]?.stage?.scene;
	const option = scene?.kind === 'question' ? (scene.question.options[0]?.id ?? '') : '';
	await phones[2]?.answer({ kind: 'options', options: [option] });
	const [first, second, third, fourth] = numbers;
	const asked = {
		answered: [third],
		unsent: [first, second, fourth],
		here: [],
		away: others,
		nodes: [2, 2],
		question: true
	};
	await expect.poll(told, within).toEqual(asked);
	await expect
		.poll(async () => (await health()).people.filter(({ delayMs }) => delayMs !== null).length, within)
		.toBe(4);

	// Nobody but organisers sees it, nobody but the operators' token reads the metrics.
	expect((await fetch(address)).status).toBe(401);
	for (const authorization of [undefined, '', token, 'Bearer ', `Bearer ${token}x`])
		expect((await metricsOf(two.origin, authorization)).status).toBe(404);
	const read = await metricsOf(two.origin, `Bearer ${token}`);
	expect(read.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
	const metrics = await read.text();
	for (const line of [
		'hoithi_answers_received_total{way="socket"} 2',
		'hoithi_answers_decided_total{way="socket",outcome="stored"} 1',
		'hoithi_answers_decided_total{way="socket",outcome="refused"} 1',
		'hoithi_answer_seconds_count 2',
		'hoithi_answers_per_commit_sum 1',
		'hoithi_connections{audience="contestant"} 2'
	])
		expect(metrics).toContain(line);
	expect(metrics).toMatch(/hoithi_nodes\{version="[^"]+"\} 2/);
	expect(metrics).toMatch(/hoithi_stages_sent_total\{audience="contestant"\} [1-9]/);
	const secrets = [
		token,
		contestId,
		'Sức khoẻ',
		...slips.flatMap(({ ticket, contestant }) => [ticket, contestant?.id ?? ''])
	];
	expect(secrets.filter((secret) => metrics.includes(secret))).toEqual([]);
	const dashboard = await readFile('deploy/grafana-dashboard.json', 'utf8');
	const drawn = new Set(dashboard.match(/\b(?:hoithi|nodejs|process)_[a-z0-9_]+/g));
	expect(drawn.size).toBeGreaterThan(12);
	expect([...drawn].filter((name) => name !== 'hoithi_redis_connected' && !metrics.includes(`\n${name}`))).toEqual([]);
	expect(metrics).toContain('# TYPE hoithi_redis_connected gauge');

	// A node that dies is missed within seconds, and its phones with it; one that is stopped takes itself off the list.
	two.process.kill('SIGKILL');
	const missed = { ...asked, unsent: [first, second], away: others + 1, nodes: [2, 'lost'] };
	const sorted = async () => {
		const now = await told();
		return { ...now, nodes: [...now.nodes].sort() };
	};
	await expect.poll(sorted, within).toEqual(missed);
	expect(await one.stop()).toBe(0);
	expect(await fresh.sql`select connections from node`).toHaveLength(1);
});
