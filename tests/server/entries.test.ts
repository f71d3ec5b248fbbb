// Entries on real Postgres: handed in twice and once late, chosen, seen by organisers, shown to judges without a name, and gathered in one ZIP (R273–R276).
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vietnamTime } from '../../src/lib/contest/entries/entry.ts';
import { readDirectory } from '../../src/lib/formats/archive.ts';
import type { Seat, StaffSeat } from '../../src/lib/server/seat.ts';
import { askForEntry } from '../../src/lib/server/usecases/ask-for-entry.ts';
import { chooseVersion } from '../../src/lib/server/usecases/choose-version.ts';
import { handInEntry } from '../../src/lib/server/usecases/hand-in-entry.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { entriesDesk } from '../../src/lib/server/views/entries-desk.ts';
import { deskDocument, entriesArchive, entryFile, serveDocument } from '../../src/lib/server/views/entry-files.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { ownEntries } from '../../src/lib/server/views/own-entries.ts';
import { firstInstant, judgingContest, type JudgingContest } from './judging-contest.ts';
import { ok } from './setup-world.ts';

let world: JudgingContest;
let requestId: string;
let people: string[];
const day = 86_400_000;
/** 17:00 of the day before. */
const dueAt = firstInstant - day;
beforeAll(async () => {
	world = await judgingContest();
	world.setTime(dueAt - day);
	({ requestId } = ok(await ask({})).result);
	const desk = ok(await entriesDesk(world.app, world.organiser, world.contestId));
	people = desk.rows.map(({ contestantId }) => contestantId);
});
afterAll(() => world.app.close());

const wish = {
	requestId: '',
	part: 'DC',
	title: 'Đề cương',
	note: 'không quá 12 trang A4',
	kinds: ['pdf', 'docx', 'png'],
	megabytes: 2,
	due: vietnamField(dueAt),
	late: 'flag',
	isAnonymous: true,
	markBy: vietnamField(firstInstant - 3_600_000)
};
function vietnamField(at: number): string {
	const [, d, m, y, time] = /(\d+)\/(\d+)\/(\d+) (.*)/.exec(vietnamTime(at))!;
	return `${y}-${m}-${d}T${time}`;
}
function ask(changed: Record<string, unknown>, seat: Seat = world.organiser) {
	return askForEntry(world.app, seat, { ...wish, ...changed, contestId: world.contestId });
}
function handIn(who: number, text: string, seat: Seat = world.secretary, name = 'Nguyễn Thị TS01.pdf') {
	const bytes = new Blob([`%PDF-1.7\n${text}\n%%EOF`]);
	const given = { contestId: world.contestId, requestId, contestantId: people[who] };
	return handInEntry(world.app, seat, given, { name, size: bytes.size, stream: bytes.stream() });
}
const rowOf = async (number: string) => {
	const { rows } = ok(await entriesDesk(world.app, world.organiser, world.contestId));
	return rows.find((row) => row.number === number)!.entries[0]!.versions;
};
const textOf = async (body: ReadableStream<Uint8Array>) => new Response(body).text();

describe('R273 R274 R275 handed in twice and once late', () => {
	test('every version is kept with who and when, late by the server clock alone', async () => {
		ok(await handIn(0, 'một'));
		world.setTime(dueAt);
		expect(ok(await handIn(0, 'hai')).result).toMatchObject({ version: 2, isLate: false });
		world.setTime(dueAt + 1);
		expect(ok(await handIn(0, 'ba')).result).toMatchObject({ version: 3, isLate: true });
		const [last, second, first] = await rowOf('TS01');
		expect([last, second, first].map((each) => [each!.number, each!.isLate, each!.counts, each!.by])).toEqual([
			[3, true, true, 'Người 3'],
			[2, false, false, 'Người 3'],
			[1, false, false, 'Người 3']
		]);
		const { asked } = ok(await entriesDesk(world.app, world.organiser, world.contestId));
		expect(asked[0]!.counts).toEqual({ handedIn: 1, of: 3, late: 1 });
		const lines = await world.fresh.sql`select payload from contest_event where kind = 'entry-handed-in'`;
		expect(lines.map(({ payload }) => (payload as { isLate: boolean }).isLate)).toEqual([false, false, true]);
	});

	test('the organisers let the one in time count, with a reason, and only another than counts already', async () => {
		const [late, inTime] = await rowOf('TS01');
		const choose = (seat: StaffSeat, versionId: string, reason = 'bản cuối nộp muộn') =>
			chooseVersion(world.app, seat, { contestId: world.contestId, versionId, reason });
		expect(await choose(world.secretary, inTime!.id)).toMatchObject({ refused: 'access/not-allowed' });
		expect(await choose(world.organiser, inTime!.id, '')).toMatchObject({ refused: 'input/reason-needed' });
		expect(await choose(world.organiser, late!.id)).toMatchObject({ refused: 'input/already-exists' });
		ok(await choose(world.organiser, inTime!.id));
		expect((await rowOf('TS01')).map(({ counts }) => counts)).toEqual([false, true, false]);
	});

	test('where late is refused nothing is kept, whoever hands in, until the deadline is moved', async () => {
		ok(await ask({ requestId, late: 'refuse' }));
		expect(await handIn(1, 'muộn', world.organiser)).toMatchObject({
			refused: 'entry/too-late',
			details: { due: { vi: vietnamTime(dueAt) } }
		});
		expect(await rowOf('TS02')).toEqual([]);
		ok(await ask({ requestId, late: 'refuse', due: vietnamField(dueAt + day) }));
		expect(ok(await handIn(1, 'kịp')).result).toMatchObject({ version: 1, isLate: false });
		ok(await ask({ requestId }));
	});

	test('a file that is refused leaves a line in the log of the server: whose, what for and why, neither its name nor what is in it', async () => {
		const lines: Record<string, unknown>[] = [];
		const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
		const file = new Blob(['#!/bin/sh chim-hoàng-yến']);
		const asked = { contestId: world.contestId, requestId, contestantId: people[0] };
		const given = { name: 'Nguyễn Thị TS01.PDF', size: file.size, stream: file.stream() };
		const app = { ...world.app, log };
		expect(await handInEntry(app, world.organiser, asked, given)).toMatchObject({ refused: 'file/unknown-kind' });
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatchObject({
			contest: world.contestId,
			by: { role: 'organiser', id: world.organiser.accountId },
			file: { for: 'entry', ending: 'pdf', bytes: file.size },
			why: 'file/unknown-kind'
		});
		expect(JSON.stringify(lines)).not.toMatch(/TS01|chim/);
	});

	test('neither judges nor strangers hand in or look, and what is asked must fit the contest', async () => {
		for (const seat of [world.member, world.head, { kind: 'anonymous' } as const]) {
			expect(await handIn(2, 'x', seat)).toHaveProperty('refused');
			expect(await entriesDesk(world.app, seat, world.contestId)).toHaveProperty('refused');
			expect(await entryFile(world.app, seat, world.contestId, (await rowOf('TS01'))[0]!.id)).toHaveProperty('refused');
			expect(await entriesArchive(world.app, seat, world.contestId)).toHaveProperty('refused');
			expect(await ask({ title: 'Khác' }, seat)).toHaveProperty('refused');
		}
		expect(await ask({ title: 'Khác', part: 'XX' })).toMatchObject({ refused: 'input/not-valid', field: 'part' });
		expect(await ask({ title: 'Khác', due: 'mai' })).toMatchObject({ refused: 'input/not-valid', field: 'due' });
		expect(await ask({ title: 'Khác', megabytes: 51 })).toMatchObject({ field: 'megabytes' });
		expect(await ask({})).toMatchObject({ refused: 'input/already-exists', field: 'title' });
		expect(await ask({ requestId, part: 'TT' })).toMatchObject({ refused: 'input/not-valid', field: 'part' });
	});

	test('a contact of a unit hands in for the own people, and sees nobody else', async () => {
		const { sql } = world.fresh;
		const [own] = await sql<{ id: string }[]>`select id from unit where contest_id = ${world.contestId}`;
		const contact = (unitId: string): Seat => ({
			...{ kind: 'contact', contactId: unitId, contestId: world.contestId, unitId, name: 'Chị Đầu Mối' }
		});
		expect(await handIn(2, 'x', contact(world.contestId))).toMatchObject({ refused: 'input/not-found' });
		expect(ok(await ownEntries(world.app, contact(world.contestId))).rows).toEqual([]);
		expect(ok(await handIn(2, 'của đơn vị', contact(own!.id))).result).toMatchObject({ version: 1, isLate: true });
		const { rows } = ok(await ownEntries(world.app, contact(own!.id)));
		expect(rows.map(({ number, entries }) => [number, entries[0]!.last?.number])).toEqual([
			['TS01', 3],
			['TS02', 1],
			['TS03', 1]
		]);
		expect((await rowOf('TS03'))[0]).toMatchObject({ by: 'Chị Đầu Mối', isLate: true });
		expect(await entriesDesk(world.app, contact(own!.id), world.contestId)).toHaveProperty('refused');
		expect(await ownEntries(world.app, world.organiser)).toHaveProperty('refused');
	});

	test('one ZIP has what counts, in a folder for each unit', async () => {
		const { body } = ok(await entriesArchive(world.app, world.secretary, world.contestId));
		const entries = readDirectory(new Uint8Array(await new Response(body).arrayBuffer()));
		if (!Array.isArray(entries)) throw new Error(entries);
		expect(entries.map(({ name }) => name)).toEqual([
			'DV01 Đảng bộ Văn phòng/TS01 Nguyễn Thị TS01 - Đề cương (bản 2).pdf',
			'DV01 Đảng bộ Văn phòng/TS02 Nguyễn Thị TS02 - Đề cương (bản 1).pdf',
			'DV01 Đảng bộ Văn phòng/TS03 Nguyễn Thị TS03 - Đề cương (bản 1, nộp muộn).pdf'
		]);
	});

	test('versions and choices are never changed, not even by the owner of the database', async () => {
		const { sql } = world.fresh.owner;
		for (const statement of ['update entry_version set is_late = false', 'delete from entry_choice'])
			await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
	});
});

describe('R276 on the judge’s desk', () => {
	const deskOf = async (seat: StaffSeat, turn = 0) =>
		ok(await judgeDesk(world.app, seat, world.contestId, world.turns[turn]!.id));

	test('the outline that counts stands beside the sheet before the day, under a number and no name', async () => {
		const desk = await deskOf(world.member);
		expect(desk.sheet!.documents).toMatchObject([{ name: 'TS01 Đề cương.pdf', shownAs: 'pdf', isLate: false }]);
		expect(desk.queue).toEqual({ marked: 0, of: 3, markBy: firstInstant - 3_600_000 });
		expect(JSON.stringify(desk)).not.toMatch(/Nguyễn Thị|Văn phòng/);
		const asked = { turnId: world.turns[0]!.id, versionId: desk.sheet!.documents[0]!.id };
		const file = serveDocument(world.app, ok(await deskDocument(world.app, world.member, world.contestId, asked)));
		expect(file.headers['content-disposition']).toMatch(/^inline; filename="TS01 De cuong.pdf"/);
		expect(await textOf(file.body)).toContain('hai');
	});

	test('only of those the judge marks, only what counts, and only to judges', async () => {
		const [late, inTime] = await rowOf('TS01');
		const get = (seat: Seat, versionId: string, turn = 0) =>
			deskDocument(world.app, seat, world.contestId, { turnId: world.turns[turn]!.id, versionId });
		expect(await get(world.member, late!.id)).toMatchObject({ refused: 'input/not-found' });
		expect(await get(world.member, inTime!.id, 1)).toMatchObject({ refused: 'input/not-found' });
		expect(await get(world.secretary, inTime!.id)).toMatchObject({ refused: 'access/not-allowed' });
		expect(await get(world.member, inTime!.id)).toHaveProperty('file');
	});

	test('its marks are saved before anybody is called, and progress counts them', async () => {
		const marks = Object.fromEntries(
			(await deskOf(world.member))
				.sheet!.parts.find(({ code }) => code === 'DC')!
				.criteria.map(({ code }) => [code, '1'])
		);
		const turnId = world.turns[0]!.id;
		ok(
			await saveScoresheet(world.app, world.member, {
				contestId: world.contestId,
				turnId,
				version: 0,
				marks,
				comments: {}
			})
		);
		expect((await deskOf(world.member)).queue).toMatchObject({ marked: 1, of: 3 });
		expect((await deskOf(world.other)).queue).toMatchObject({ marked: 0, of: 3 });
	});

	test('the name is there once it is called, on the same sheet', async () => {
		const turnId = world.turns[0]!.id;
		ok(await runTurn(world.app, world.organiser, { contestId: world.contestId, turnId, command: { do: 'call' } }));
		const desk = await deskOf(world.member);
		expect(desk.sheet!.turn.presenter).toMatchObject({ name: 'Nguyễn Thị TS01', unit: 'Đảng bộ Văn phòng' });
		expect(desk.turns.map(({ name }) => name)).toEqual(['Nguyễn Thị TS01', '', '']);
		expect(Object.keys(desk.sheet!.marks)).not.toEqual([]);
	});
});
