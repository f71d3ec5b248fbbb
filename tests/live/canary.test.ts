// T-01, T-02: keys carry random canaries; no page and no frame of contestant, screen, judge, MC or the public shows one before the reveal.
import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { joinWithSlip } from '../../src/cli/rehearsal/phone.ts';
import { startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { granted, prepareContest, staffSeat } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor, type Visitor } from '../../src/cli/rehearsal/visitor.ts';
import type { Audience, Stage } from '../../src/lib/contest/stage.ts';
import { protocolVersion } from '../../src/lib/live/protocol.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { issueSlips } from '../../src/lib/server/usecases/issue-slips.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { freshDatabase } from '../server/fresh-database.ts';

let server: ServerProcess | undefined;
const ends: (() => Promise<unknown> | void)[] = [];

afterAll(async () => {
	server?.process.kill('SIGKILL');
	for (const end of ends.reverse()) await end();
});

test('no canary before the reveal, all of them after it', async () => {
	const fresh = await freshDatabase();
	ends.push(() => fresh.drop());
	server = await startServerProcess({ DATABASE_URL: fresh.url, LOG_LEVEL: 'error' });
	const { origin } = server;
	const app = await openApp(readConfig({ DATABASE_URL: fresh.url }), makeLog('silent'));
	ends.push(() => app.close());
	const organiser = makeVisitor(origin);
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'canary',
		displayName: 'Người tổ chức',
		password: 'mat-khau-thu'
	});
	const contest = await prepareContest(app, organiser, 'kien-thuc-thuyet-trinh', 'Thử lộ đáp án', 3);
	const { contestId, roundId } = contest;
	const seat = await staffSeat(app, organiser);

	// Each key of the bank is told apart by its own random explanation; questions not shown yet by their own text.
	const canaries = new Map<string, string>();
	for (const { id } of await fresh.sql`select id from question`) {
		const canary = randomBytes(12).toString('hex');
		canaries.set(String(id), canary);
		await fresh.sql`update question_key set key = jsonb_set(key, '{explanation}', to_jsonb(${canary}::text)) where question_id = ${id}`;
	}

	const mc = makeVisitor(origin);
	const added = granted(
		await addStaff(app, seat, { contestId, login: 'mc', displayName: 'Người dẫn chương trình', role: 'mc' }),
		'add the MC'
	);
	await mc.post(`/welcome/${added.invitation}`, { password: 'mat-khau-thu' });
	const [screenSlip] = granted(await issueSlips(app, seat, { contestId, who: 'screen' }), 'screen slip').result;
	const screen = makeVisitor(origin);
	await screen.post(`/t/${screenSlip?.ticket}`, {});
	const contestant = makeVisitor(origin);
	await contestant.post(`/t/${contest.slips[1]?.ticket}`, {});
	const judge = contest.judges[2]?.visitor;
	if (!judge) throw new Error('there is no judge');
	const phone = await joinWithSlip(origin, 'TS01', contest.slips[0]?.ticket ?? '');
	ends.push(() => phone.close());

	/** Everything these people have received, by who. */
	const received: { by: string; text: string }[] = [];
	const listen = (visitor: Visitor, audience: Audience) => {
		const socket: Socket = io(origin, {
			transports: ['websocket'],
			extraHeaders: { cookie: visitor.cookie, origin },
			auth: { protocol: protocolVersion, audience, contestId },
			forceNew: true
		});
		socket.onAny((event: string, ...data: unknown[]) =>
			received.push({ by: `${audience} frame ${event}`, text: JSON.stringify(data) })
		);
		ends.push(() => void socket.close());
		return new Promise<void>((resolve) => socket.once('stage', () => resolve()));
	};
	await Promise.all([
		listen(contestant, 'contestant'),
		listen(screen, 'screen'),
		listen(judge, 'judge'),
		listen(mc, 'mc')
	]);

	const nobody = makeVisitor(origin);
	const paths = ['/', '/play', '/screen', '/join', '/results', '/sign-in'].concat(
		['screen', 'mc', 'judge', 'secretary', 'organise', 'results'].map((area) => `/${area}/${contestId}`),
		['bank', 'people', 'lots', 'results', 'log', 'hall', 'papers', 'slips', `rounds/${roundId}`].map(
			(page) => `/organise/${contestId}/${page}`
		),
		[`/organise/${contestId}/results/export`, `/judge/${contestId}/panel`]
	);
	const crawl = async () => {
		for (const [by, visitor] of Object.entries({ contestant, screen, judge, mc, nobody }))
			for (const path of paths.flatMap((each) => [each, `${each === '/' ? '' : each}/__data.json`])) {
				const answer = await fetch(origin + path, { headers: { cookie: visitor.cookie }, redirect: 'manual' });
				received.push({ by: `${by} ${path}`, text: `${[...answer.headers].join()} ${await answer.text()}` });
			}
	};
	const hits = () =>
		received.filter(({ text }) => [...canaries.values()].some((canary) => text.includes(canary))).map(({ by }) => by);
	const act = async (what: string, isThere: (stage: Stage) => boolean) => {
		await organiser.post(`/organise/${contestId}/rounds/${roundId}`, {
			do: what,
			version: String(phone.stage?.version)
		});
		await phone.until(isThere, what);
	};
	const inPhase = (phase: string) => (stage: Stage) => stage.scene.kind === 'question' && stage.scene.phase === phase;

	await crawl();
	await act('open-lobby', (stage) => stage.scene.kind === 'lobby');
	await act('show-question', inPhase('shown'));
	await crawl();
	await act('start-timer', inPhase('running'));
	await crawl();
	await act('close', (stage) => inPhase('closing')(stage) || inPhase('closed')(stage));
	await phone.until(inPhase('closed'), 'seal');
	await crawl();
	expect(hits()).toEqual([]);
	expect(received.length).toBeGreaterThan(400);

	await act('reveal', inPhase('revealed'));
	await crawl();
	const found = new Set(hits());
	for (const by of [
		'contestant frame stage',
		'screen frame stage',
		'mc frame stage',
		'contestant /play',
		`mc /mc/${contestId}`
	])
		expect([...found]).toContain(by);

	// The next question's key is as secret as the first one's was.
	received.length = 0;
	await act('show-question', inPhase('shown'));
	await crawl();
	expect(hits()).toEqual([]);
});
