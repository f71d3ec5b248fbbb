// Papers as PDF by the server's Chromium: only for who prints papers, never beside a live question, with nothing fetched from elsewhere.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/lib/server/printing/printer.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { printPaper } from '../../src/lib/server/usecases/print-paper.ts';
import { isAnyQuestionLive } from '../../src/lib/server/stores/rounds.ts';
import { anonymous, type StaffSeat } from '../../src/lib/server/seat.ts';
import { chromium, findProgram } from '../machine/programs.ts';
import { setupWorld, withRoles, type World } from './setup-world.ts';

let world: World;
let contestId: string;
let organiser: StaffSeat;
const asked: string[] = [];
/** Prints no page: says what it was asked for, and how it ends. */
let print: Printer['print'] = () => Promise.resolve(new Uint8Array([37]));
beforeAll(async () => {
	world = await setupWorld();
	({ contestId, organiser } = await world.contest('chi-trac-nghiem'));
	Object.assign(world.app, { log: makeLog('silent'), printer: { print: (wish) => print(wish) } satisfies Printer });
});
afterAll(() => world.close());

const page = `<!doctype html><meta charset="utf-8"><title>Biên bản</title>
	<style>@page { size: A4; margin: 20mm }</style><script>document.title = 'changed'</script>
	<img src="http://198.51.100.7/x.png"><img src="/own.png">${'<p>Nguyễn Thị Thu Hường</p>'.repeat(80)}`;
const ask = async (path: string) => {
	asked.push(path);
	return { status: path === '/page' ? 200 : 404, type: 'text/html; charset=utf-8', bytes: Buffer.from(page) };
};
const printAs = (seat: Parameters<typeof printPaper>[1]) =>
	printPaper(world.app, seat, { contestId, path: '/page', ask });

test('whoever prints no papers gets none', async () => {
	for (const seat of [anonymous, ...(['judge', 'mc'] as const).map((role) => withRoles(organiser, contestId, [role]))])
		expect(await printAs(seat)).toMatchObject({ refused: expect.stringMatching(/^access\//) });
	expect(await printAs(organiser)).toEqual(new Uint8Array([37]));
});

test('too many at once and what cannot be printed are refused in words', async () => {
	print = () => Promise.resolve(null);
	expect(await printAs(organiser)).toMatchObject({ refused: 'paper/printer-busy' });
	print = () => Promise.reject(new Error('gone'));
	expect(await printAs(organiser)).toMatchObject({ refused: 'paper/not-printed' });
});

test('nothing is printed while a question of any contest is live, and what is being printed is stopped', async () => {
	const phase = (to: string) => world.fresh.owner.sql`
		insert into round (id, contest_id, part_code, title, position, phase, grace_ms)
		values ('01890000-0000-7000-8000-00000000000a', ${contestId}, 'KT', 'Vòng', 1, ${to}, 1000)
		on conflict (id) do update set phase = excluded.phase`;
	print = async ({ signal }) => {
		await phase('running');
		return new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('stopped'))));
	};
	expect(await printAs(organiser)).toMatchObject({ refused: 'paper/question-live' });
	for (const live of ['shown', 'running', 'paused', 'closing']) {
		await phase(live);
		expect(await printAs(organiser)).toMatchObject({ refused: 'paper/question-live' });
	}
	for (const calm of ['planned', 'lobby', 'closed', 'revealed', 'finished']) {
		await phase(calm);
		expect([calm, await isAnyQuestionLive(world.app.database.drizzle)]).toEqual([calm, false]);
	}
});

describe('Chromium', () => {
	const program = findProgram(chromium);
	test.runIf(program)('lays out A4 pages by itself, runs no script, and asks nobody but us', async () => {
		const printer = openPrinter(program ?? undefined);
		const pdf = await printer?.print({ path: '/page', ask, signal: new AbortController().signal });
		const text = Buffer.from(pdf ?? []).toString('latin1');
		expect(text.slice(0, 5)).toBe('%PDF-');
		expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
		expect(text).toMatch(/\/MediaBox \[0 0 59[45]\S* 84[12]\S*\]/);
		expect(text).toContain('/Title');
		expect(asked).toContain('/own.png');
		expect(asked.every((path) => path.startsWith('/'))).toBe(true);
	});

	test('where there is none, there is no printer', () => {
		expect(openPrinter('none')).toBeNull();
		expect(openPrinter('/nowhere/chromium')).toBeNull();
	});
});
