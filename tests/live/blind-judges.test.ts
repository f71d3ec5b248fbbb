// T-23: canaries in every mark and comment of the others; before the own lock no page, frame, export or error of a judge or head judge shows one.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { prepareContest } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor, type Visitor } from '../../src/cli/rehearsal/visitor.ts';
import { audiences } from '../../src/lib/contest/stage.ts';
import { protocolVersion } from '../../src/lib/live/protocol.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { freshDatabase } from '../server/fresh-database.ts';
import { canaryIn, plantSamples, plantSheets } from './mark-canaries.ts';

let server: ServerProcess | undefined;
const ends: (() => Promise<unknown> | void)[] = [];

afterAll(async () => {
	server?.process.kill('SIGKILL');
	for (const end of ends.reverse()) await end();
});

test('the eye sees marks, sums and comments, and neither instants nor hashes', () => {
	for (const seen of ['"TT1":500123456789012', '5.001.234.567.890,12', 'total 8500123456789012', 'x canary-0011 y'])
		expect(canaryIn(seen)).not.toBeNull();
	for (const unseen of [
		`at ${Date.now()}`,
		'1784000000000',
		'0.7142857142857143',
		'0.018518518518518517',
		'a5001234567890123',
		`${randomUUID()}`,
		'2026-07-01T01:00:00.000Z'
	])
		expect(canaryIn(unseen)).toBeNull();
});

test('no canary before the own lock, wherever a judge or the head judge looks; after it the head judge sees the totals', async () => {
	const fresh = await freshDatabase();
	ends.push(() => fresh.drop());
	server = await startServerProcess({ DATABASE_URL: fresh.url, LOG_LEVEL: 'error' });
	const { origin } = server;
	const app = await openApp(readConfig({ DATABASE_URL: fresh.url }), makeLog('silent'));
	ends.push(() => app.close());
	const organiser = makeVisitor(origin);
	const password = 'mat-khau-thu';
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'blind',
		displayName: 'Người tổ chức',
		password
	});
	const { contestId, judges } = await prepareContest(app, organiser, 'ba-phan', 'Thử chấm kín', 0);
	const panel = await fresh.sql<{ id: string; code: string; role: string; account: string }[]>`
		select id, code, role, account_id as account from judge where contest_id = ${contestId} order by code`;
	const head = panel.find(({ role }) => role === 'head');
	const member = panel.find(({ role }) => role !== 'head');
	const others = panel.filter((each) => each !== head && each !== member);
	const visitorOf = (judge: typeof head) => judges.find(({ accountId }) => accountId === judge?.account)?.visitor;
	const [headVisitor, memberVisitor] = [visitorOf(head), visitorOf(member)];
	if (!head || !member || !headVisitor || !memberVisitor || others.length < 3)
		throw new Error('the panel is too small');

	/** Everything these people have received, by who. */
	const received: { by: string; text: string }[] = [];
	for (const [by, visitor] of Object.entries({ head: headVisitor, member: memberVisitor }))
		for (const audience of audiences) {
			const socket: Socket = io(origin, {
				transports: ['websocket'],
				extraHeaders: { cookie: visitor.cookie, origin },
				auth: { protocol: protocolVersion, audience, contestId },
				reconnection: false,
				forceNew: true
			});
			socket.onAny((event: string, ...data: unknown[]) =>
				received.push({ by: `${by} as ${audience}: ${event}`, text: JSON.stringify(data) })
			);
			ends.push(() => void socket.close());
			await new Promise<void>((resolve) => {
				socket.once('stage', () => resolve());
				socket.once('disconnect', () => resolve());
				socket.once('connect_error', (error) => {
					received.push({ by: `${by} as ${audience}: refused`, text: JSON.stringify([error.message, error]) });
					resolve();
				});
			});
		}

	const rubrics = await fresh.sql<{ criteria: { code: string }[] }[]>`
		select criteria from rubric where contest_id = ${contestId}`;
	const criteria = rubrics.flatMap((rubric) => rubric.criteria.map(({ code }) => code));
	const planted = await plantSheets(
		fresh.owner,
		contestId,
		others.map(({ id }) => id),
		criteria
	);
	const trial = { judges: others.map(({ id }) => id), criteria, part: 'TT', by: head.account };
	await plantSamples(fresh.owner, contestId, trial);
	expect(planted.marks).toBeGreaterThan(500);
	const turns = await fresh.sql<
		{ id: string }[]
	>`select id from turn where contest_id = ${contestId} order by position`;
	const turnId = turns[0]?.id ?? '';
	await organiser.post(`/organise/${contestId}/stage?/run`, { turnId, do: 'call' });
	for (const what of ['step-on-stage', 'start', 'end'])
		await organiser.post(`/organise/${contestId}/stage?/run`, { turnId, do: what });

	const sheet = `turn=${turnId}&judge=${others[0]?.id}`;
	const asked = [
		`?${sheet}`,
		'?stage=HT',
		'?fill=locked',
		`?fill=locked&judge=${others[0]?.code}&contestant=TS01`,
		'?before=5'
	];
	const paths = [
		...everyPath(contestId).flatMap(({ path, hasSearch }) => [
			path,
			...(hasSearch ? asked.map((more) => path + more) : [])
		]),
		...turns.map(({ id }) => `/judge/${contestId}?turn=${id}`)
	];
	const look = async (by: string, visitor: Visitor) => {
		for (const path of paths) {
			const [bare = '', query = ''] = path.split('?');
			for (const address of [path, `${bare === '/' ? '' : bare}/__data.json?${query}`]) {
				const answer = await fetch(origin + address, { headers: { cookie: visitor.cookie }, redirect: 'manual' });
				received.push({
					by: `${by} ${answer.status} ${address}`,
					text: `${[...answer.headers].join()} ${await answer.text()}`
				});
			}
		}
	};
	const points = { kind: 'points', stage: 'HT', part: null, contestant: 'TS01', points: -25 };
	const forms: [string, Record<string, string>][] = [
		[`/judge/${contestId}?/save`, { turnId, version: '7', 'mark.TT1': '1' }],
		[`/judge/${contestId}?/save`, { turnId, version: '0', 'mark.TT1': '999' }],
		[`/judge/${contestId}?/save`, { turnId, version: '0', judgeId: others[0]?.id ?? '', 'mark.TT1': '1' }],
		[`/judge/${contestId}?/lock`, { turnId, version: '1', pin: '7294', password: 'khong-phai' }],
		[`/judge/${contestId}?/lock`, { turnId, version: '1', pin: '7294' }],
		[`/judge/${contestId}/calibration?/save`, { turnId, version: '7', 'mark.TT1': '1' }],
		[`/organise/${contestId}/calibration?/close`, { calibration: turnId }],
		[
			`/judge/${contestId}/panel?/reopen&${sheet}`,
			{ turnId, judgeId: others[0]?.id ?? '', reason: 'Muốn xem', pin: '1' }
		],
		[
			`/organise/${contestId}/decisions?/preview`,
			{ asked: JSON.stringify({ content: points }), reason: 'Muốn xem kết quả' }
		],
		[
			`/organise/${contestId}/decisions?/propose`,
			{ asked: JSON.stringify({ content: points }), reason: 'Muốn xem', seen: 'a'.repeat(64) }
		],
		[`/organise/${contestId}/results?/publish`, { confirmName: 'x', expectedVersion: '1' }]
	];
	const press = async (by: string, visitor: Visitor) => {
		for (const [path, fields] of forms)
			for (const accept of ['application/json', 'text/html']) {
				const answer = await fetch(origin + path, {
					method: 'POST',
					headers: {
						origin,
						cookie: visitor.cookie,
						accept,
						...(accept === 'text/html' ? {} : { 'x-sveltekit-action': 'true' }),
						'content-type': 'application/x-www-form-urlencoded'
					},
					body: new URLSearchParams(fields),
					redirect: 'manual'
				});
				received.push({
					by: `${by} form ${answer.status} ${path}`,
					text: `${[...answer.headers].join()} ${await answer.text()}`
				});
			}
	};
	const hits = () => received.flatMap(({ by, text }) => (canaryIn(text) === null ? [] : [`${by}: ${canaryIn(text)}`]));

	for (const [by, visitor] of [
		['head', headVisitor],
		['member', memberVisitor]
	] as const) {
		await look(by, visitor);
		await press(by, visitor);
	}
	expect(hits()).toEqual([]);
	expect(received.length).toBeGreaterThan(500);
	// They were let in, not only turned away.
	for (const page of [
		`head 200 /judge/${contestId}/panel`,
		`head 200 /organise/${contestId}/log`,
		`head 200 /organise/${contestId}/calibration`,
		`member 200 /judge/${contestId}/calibration`,
		`member 200 /judge/${contestId}?turn=${turnId}`
	])
		expect(received.map(({ by }) => by)).toContain(page);

	// The eye is open: once the head judge's own sheets are locked, the totals of the others are there to see.
	received.length = 0;
	await plantSheets(fresh.owner, contestId, [head.id], criteria);
	await look('head', headVisitor);
	expect(hits().join('\n')).toContain(`/judge/${contestId}/panel`);
	received.length = 0;
	await look('member', memberVisitor);
	expect(hits()).toEqual([]);
});

/** Every page and every download of the program, from the folders of the routes, and whether it reads what stands behind "?". */
function everyPath(contestId: string): { path: string; hasSearch: boolean }[] {
	const parameters: Record<string, string[]> = {
		contest: [contestId],
		round: [randomUUID()],
		number: ['TS01', 'TS02'],
		part: ['TT', 'KT'],
		kind: ['order', 'topics', 'contestants', 'judges'],
		ticket: ['khong-co'],
		secret: ['khong-co']
	};
	const folders = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
		.filter((file) => /(^|\/)(\+page\.svelte|\+server\.ts)$/.test(file))
		.map((file) => dirname(file));
	return [...new Set(folders)].flatMap((folder) => {
		const files = readdirSync(join('src/routes', folder)).filter((file) => file.endsWith('.ts'));
		const hasSearch = files.some((file) =>
			readFileSync(join('src/routes', folder, file), 'utf8').includes('searchParams')
		);
		const pieces = folder === '.' ? [] : folder.split('/').filter((piece) => !piece.startsWith('('));
		return pieces
			.reduce<string[]>(
				(made, piece) => {
					const name = /^\[(\w+)\]$/.exec(piece)?.[1];
					const values = name ? (parameters[name] ?? []) : [piece];
					return made.flatMap((path) => values.map((value) => `${path}/${value}`));
				},
				['']
			)
			.map((path) => ({ path: path || '/', hasSearch }));
	});
}
