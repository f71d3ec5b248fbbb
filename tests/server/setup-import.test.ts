// Importing lists on a real database: nothing before the commit, all rows or the good ones by choice.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitImport } from '../../src/lib/server/usecases/commit-import.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { importTemplate } from '../../src/lib/server/usecases/import-template.ts';
import { rejectedRows } from '../../src/lib/server/usecases/rejected-rows.ts';
import { answerRequest } from '../../src/lib/formats/reading/answer-request.ts';
import { readTable } from '../../src/lib/formats/read-table.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { ok, outsiders, setupWorld, type World } from './setup-world.ts';

/** Read in this process: how files are read in their own is seen by read-apart.test.ts. */
const inHere = { readFile: answerRequest };
let world: World;
beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());

const text = (lines: string) => new TextEncoder().encode(lines);
const units = text('code,name,kind,parent,members\nDV01,Chi bộ Một,cell,,10\nDV02,Chi bộ Hai,cell,,20\n');

async function counts(contestId: string) {
	const [row] = await world.fresh.sql`select
		(select count(*)::int from unit where contest_id = ${contestId}) as units,
		(select count(*)::int from contestant where contest_id = ${contestId}) as contestants,
		(select count(*)::int from question where contest_id = ${contestId}) as questions,
		(select count(*)::int from contest_event where contest_id = ${contestId}) as events,
		(select version::int from contest where id = ${contestId}) as version`;
	return { ...row };
}

async function take(
	contestId: string,
	seat: Parameters<typeof commitImport>[1],
	kind: string,
	bytes: Uint8Array,
	onlyGoodRows = false
) {
	const file = { contestId, kind, fileName: 'list.csv', bytes };
	const preview = ok(await previewImport(world.app, seat, { ...file, language: 'vi' }, answerRequest));
	return commitImport(
		world.app,
		seat,
		{ ...file, hash: preview.hash, expectedVersion: preview.version, onlyGoodRows },
		inHere
	);
}

describe('previewing', () => {
	it('writes nothing', async () => {
		const { contestId, organiser } = await world.contest();
		const before = await counts(contestId);
		const heard = world.news.length;
		const preview = ok(
			await previewImport(
				world.app,
				organiser,
				{
					contestId,
					kind: 'units',
					fileName: 'a.csv',
					bytes: units,
					language: 'vi'
				},
				answerRequest
			)
		);
		expect(preview.counts).toEqual({ new: 2, changed: 0, unchanged: 0, problemRows: 0 });
		expect(await counts(contestId)).toEqual(before);
		expect(world.news).toHaveLength(heard);
	});

	it('says what is new, changed and the same', async () => {
		const { contestId, organiser } = await world.contest();
		ok(await take(contestId, organiser, 'units', units));
		const again = text(
			'code,name,kind,parent,members\ndv01,Chi bộ Một,cell,,10\nDV02,Chi bộ Hai mới,cell,,20\nDV03,Ba,cell,,1\n'
		);
		const preview = ok(
			await previewImport(
				world.app,
				organiser,
				{
					contestId,
					kind: 'units',
					fileName: 'a.csv',
					bytes: again,
					language: 'vi'
				},
				answerRequest
			)
		);
		expect(preview.rows.map(({ state }) => state)).toEqual(['unchanged', 'changed', 'new']);
	});

	it('is refused to everybody but organisers', async () => {
		const { contestId } = await world.contest();
		for (const [who, seat] of Object.entries(outsiders(world.founder, contestId))) {
			const file = { contestId, kind: 'units', fileName: 'a.csv', bytes: units };
			const refused = who === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed';
			expect(await previewImport(world.app, seat, { ...file, language: 'vi' }, answerRequest), who).toMatchObject({
				refused
			});
			const commit = { ...file, hash: '0'.repeat(64), expectedVersion: 1, onlyGoodRows: false };
			expect(await commitImport(world.app, seat, commit, inHere), who).toMatchObject({ refused });
		}
	});
});

describe('committing', () => {
	const bad = text('code,name,kind,parent,members\nDV01,Chi bộ Một,cell,,10\nDV02,Chi bộ Hai,cell,,rất nhiều\n');

	it('takes all rows or none', async () => {
		const { contestId, organiser } = await world.contest();
		const before = await counts(contestId);
		expect(await take(contestId, organiser, 'units', bad)).toMatchObject({ refused: 'import/has-problems' });
		expect(await counts(contestId)).toEqual(before);
	});

	it('takes the good rows by choice, and logs what it did', async () => {
		const { contestId, organiser } = await world.contest();
		const done = ok(await take(contestId, organiser, 'units', bad, true));
		expect(done.result).toEqual({ new: 1, changed: 0, unchanged: 0, leftOut: 1 });
		const [event] = await world.fresh
			.sql`select kind, payload from contest_event where contest_id = ${contestId} order by sequence desc limit 1`;
		expect(event).toMatchObject({ kind: 'units-imported', payload: { new: 1, leftOut: 1, file: 'list.csv' } });
		expect(event?.payload.hash).toMatch(/^[0-9a-f]{64}$/);
	});

	it('refuses another file than the one that was previewed', async () => {
		const { contestId, organiser } = await world.contest();
		const file = { contestId, kind: 'units', fileName: 'a.csv', bytes: units };
		const preview = ok(await previewImport(world.app, organiser, { ...file, language: 'vi' }, answerRequest));
		const swapped = { ...file, bytes: bad, hash: preview.hash, expectedVersion: preview.version, onlyGoodRows: true };
		expect(await commitImport(world.app, organiser, swapped, inHere)).toMatchObject({
			refused: 'import/file-not-valid'
		});
	});

	it('refuses when the contest has moved on since the preview', async () => {
		const { contestId, organiser } = await world.contest();
		const file = { contestId, kind: 'units', fileName: 'a.csv', bytes: units };
		const preview = ok(await previewImport(world.app, organiser, { ...file, language: 'vi' }, answerRequest));
		ok(await take(contestId, organiser, 'topics', text('code,title,hint\nCD01,Một,\n')));
		const late = { ...file, hash: preview.hash, expectedVersion: preview.version, onlyGoodRows: false };
		expect(await commitImport(world.app, organiser, late, inHere)).toMatchObject({ refused: 'contest/moved-on' });
	});

	it('keeps out two rows with one code', async () => {
		const { contestId, organiser } = await world.contest();
		const doubled = text('code,name,kind,parent,members\nDV01,Một,cell,,1\ndv01,Hai,cell,,2\n');
		expect(await take(contestId, organiser, 'units', doubled)).toMatchObject({ refused: 'import/has-problems' });
		expect(await take(contestId, organiser, 'units', doubled, true)).toMatchObject({ refused: 'import/empty' });
	});

	it('stores names in NFC and takes the same file twice without a change', async () => {
		const { contestId, organiser } = await world.contest();
		ok(await take(contestId, organiser, 'units', units));
		const name = 'Nguyễn Thị Hương Quế';
		const list = text(
			`code,full_name,gender,birth_date,unit_code,position,phone,email\nTS01,${name.normalize('NFD')},Nữ,14/02/1988,DV01,,,\n`
		);
		ok(await take(contestId, organiser, 'contestants', list));
		const [row] = await world.fresh
			.sql`select full_name, family_name, given_name from contestant where contest_id = ${contestId}`;
		expect(row).toEqual({ full_name: name.normalize('NFC'), family_name: 'Nguyễn', given_name: 'Quế' });
		const again = ok(await take(contestId, organiser, 'contestants', list));
		expect(again.result).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
	});
});

describe('rows that cannot be taken', () => {
	const list = text('code,name,kind,parent,members\nDV01,Một,cell,,10\nDV02,"Hai; ""thử""",cell,,nhiều\n');

	it('come back as a workbook with the reason, which goes in again once it is mended', async () => {
		const { contestId, organiser } = await world.contest();
		const file = { contestId, kind: 'units', fileName: 'Đơn vị.csv', bytes: list };
		expect(ok(await previewImport(world.app, organiser, { ...file, language: 'vi' }, answerRequest)).hasRejected).toBe(
			true
		);
		const { name, bytes } = ok(await rejectedRows(world.app, organiser, { ...file, language: 'vi' }, answerRequest));
		expect(name).toBe('don-vi-dong-loi.xlsx');
		const table = await readTable(bytes);
		if ('fileProblems' in table) throw new Error('not read');
		expect(table.rows.map(({ cells }) => ({ ...cells }))).toEqual([
			{
				code: 'DV02',
				name: 'Hai; "thử"',
				kind: 'cell',
				parent: '',
				members: 'nhiều',
				'Lý do': 'members: cần số nguyên không âm, gặp «nhiều».'
			}
		]);
		expect(await take(contestId, organiser, 'units', bytes)).toMatchObject({ refused: 'import/has-problems' });
		const again = ok(await rejectedRows(world.app, organiser, { ...file, bytes, language: 'vi' }, answerRequest));
		const second = await readTable(again.bytes);
		expect('headers' in second && second.headers).toEqual(['code', 'name', 'kind', 'parent', 'members', 'Lý do']);
	});

	it('a file without such rows gives none, and nobody but organisers is answered', async () => {
		const { contestId, organiser } = await world.contest();
		const file = { contestId, kind: 'units', fileName: 'a.csv', bytes: units, language: 'vi' };
		expect(await rejectedRows(world.app, organiser, file, answerRequest)).toMatchObject({ refused: 'import/empty' });
		for (const [who, seat] of Object.entries(outsiders(world.founder, contestId))) {
			const refused = who === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed';
			expect(await rejectedRows(world.app, seat, file, answerRequest), who).toMatchObject({ refused });
		}
	});

	it('the workbook offered for rubrics is taken as it is', async () => {
		const { contestId, organiser } = await world.contest();
		const { name, bytes } = await importTemplate('rubrics');
		expect(name).toBe('bang-tieu-chi.xlsx');
		expect(ok(await take(contestId, organiser, 'rubrics', bytes)).result).toMatchObject({ new: 3, leftOut: 0 });
		const json = await readFile('src/lib/formats/sample/rubric.json');
		expect(ok(await take(contestId, organiser, 'rubrics', json)).result).toMatchObject({ new: 0, unchanged: 3 });
	});
});

describe('the sample', () => {
	it('fills an empty contest once, and a second reading changes nothing', async () => {
		const { contestId, organiser } = await world.contest();
		const loaded = ok(await loadSample(world.app, organiser, { contestId }));
		expect(loaded.imported.contestants?.new).toBe(54);
		expect(loaded.imported.units?.new).toBeGreaterThan(48);
		expect(loaded.imported.questions?.new).toBeGreaterThan(100);
		expect(loaded.imported.rubrics?.new).toBeGreaterThan(0);
		expect(loaded.judges).toHaveLength(7);
		expect(await loadSample(world.app, organiser, { contestId })).toMatchObject({ refused: 'input/already-exists' });
		for (const [kind, file] of [
			['questions', 'question-bank.csv'],
			['rubrics', 'rubric.json'],
			['situations', 'situations.csv'],
			['judges', 'judges.csv'],
			['topics', 'topics.csv'],
			['units', 'units.csv']
		] as const) {
			const bytes = new Uint8Array(await readFile(`src/lib/formats/sample/${file}`));
			const preview = ok(
				await previewImport(
					world.app,
					organiser,
					{ contestId, kind, fileName: file, bytes, language: 'vi' },
					answerRequest
				)
			);
			expect(preview.counts, kind).toMatchObject({ new: 0, changed: 0 });
		}
	});

	it('refuses imports while a round is live (I-25), and changes to questions that were used', async () => {
		const { contestId, organiser } = await world.contest();
		ok(await loadSample(world.app, organiser, { contestId }));
		const round = ok(
			await createRound(world.app, organiser, {
				contestId,
				partCode: 'KT',
				title: 'Vòng 1',
				pick: { kind: 'draw', seed: '7 21 3', count: 20 }
			})
		);
		await world.fresh.sql`update round set phase = 'lobby' where id = ${round.result.roundId}`;
		expect(await take(contestId, organiser, 'units', units)).toMatchObject({ refused: 'contest/has-started' });
		await world.fresh.sql`update round set phase = 'finished' where id = ${round.result.roundId}`;
		const [used] = await world.fresh
			.sql`select code from question q join round_question r on r.question_id = q.id limit 1`;
		const changed = text(
			`code,topic,difficulty,type,question,option_a,option_b,correct,seconds\n${used?.code},X,1,single,Câu mới?,Có,Không,A,20\n`
		);
		expect(await take(contestId, organiser, 'questions', changed)).toMatchObject({ refused: 'contest/has-started' });
		const fresh = text(
			'code,topic,difficulty,type,question,option_a,option_b,correct,seconds\nMOI1,X,1,single,Câu mới?,Có,Không,A,20\n'
		);
		expect(ok(await take(contestId, organiser, 'questions', fresh)).result.new).toBe(1);
	});
});
