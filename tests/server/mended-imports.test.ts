// Imports that were mended, remembered and taken back, on a real database: R290–R293.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerRequest } from '../../src/lib/formats/reading/answer-request.ts';
import type { ImportChoices } from '../../src/lib/formats/reading/choices.ts';
import { commitImport } from '../../src/lib/server/usecases/commit-import.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { undoImport } from '../../src/lib/server/usecases/undo-import.ts';
import { lastImport } from '../../src/lib/server/views/last-import.ts';
import { ok, outsiders, setupWorld, type World } from './setup-world.ts';

let world: World;
beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());

type Seat = Parameters<typeof previewImport>[1];
const utf8 = (text: string) => new TextEncoder().encode(text);
const inHere = { readFile: answerRequest };

async function preview(contestId: string, seat: Seat, kind: string, text: string, choices?: ImportChoices) {
	const file = {
		contestId,
		kind,
		fileName: 'danh-sach.csv',
		bytes: utf8(text),
		language: 'vi',
		...(choices && { choices })
	};
	return ok(await previewImport(world.app, seat, file, answerRequest));
}

async function take(contestId: string, seat: Seat, kind: string, text: string, given?: ImportChoices) {
	const { hash, version, choices } = await preview(contestId, seat, kind, text, given);
	const file = { contestId, kind, fileName: 'danh-sach.csv', bytes: utf8(text), choices };
	return commitImport(world.app, seat, { ...file, hash, expectedVersion: version, onlyGoodRows: false }, inHere);
}

async function undo(contestId: string, seat: Seat, kind: string) {
	const last = await lastImport(world.app, contestId, kind);
	return undoImport(world.app, seat, { contestId, kind, importId: last?.id ?? crypto.randomUUID() });
}

const unitsOf = async (contestId: string) =>
	(await world.fresh.sql`select code, name from unit where contest_id = ${contestId} order by code`).map(
		({ code, name }) => `${code} ${name}`
	);
const units = 'code,name\nDV01,Một\nDV02,Hai\n';

describe('what is chosen and mended in the preview', () => {
	it('R290 travels with the commit, which takes nothing else than what was seen', async () => {
		const { contestId, organiser } = await world.contest();
		const text = 'code,name,members\nDV01,Một,nhiều\n';
		const bad = await preview(contestId, organiser, 'units', text);
		expect(bad.remedies).toMatchObject([
			{ name: 'rewrite', cells: [{ line: 2, position: 2, header: 'members', text: 'nhiều' }] }
		]);
		const edits = [{ line: 2, position: 2, text: '12' }];
		const seen = await preview(contestId, organiser, 'units', text, { edits });
		expect(seen.counts).toMatchObject({ new: 1, problemRows: 0 });
		const file = { contestId, kind: 'units', fileName: 'a.csv', bytes: utf8(text) };
		const other = { ...file, hash: seen.hash, expectedVersion: seen.version, onlyGoodRows: true };
		expect(await commitImport(world.app, organiser, other, inHere)).toMatchObject({ refused: 'import/file-not-valid' });
		ok(await take(contestId, organiser, 'units', text, { edits }));
		expect(await world.fresh.sql`select members from unit where contest_id = ${contestId}`).toEqual([{ members: 12 }]);
	});

	it('R291 is used again for the next file with the same headers, and for no other contest', async () => {
		const { contestId, organiser } = await world.contest();
		const list = (code: string) => `Ký hiệu;Gọi là;Chú thích\n${code};Chi bộ ${code};x\n`;
		const columns = { '0': 'code', '1': 'name', '2': '' };
		ok(await take(contestId, organiser, 'units', list('DV01'), { columns }));
		const next = await preview(contestId, organiser, 'units', list('DV02'));
		expect(next).toMatchObject({ isRemembered: true, choices: { columns }, counts: { new: 1, problemRows: 0 } });
		ok(await take(contestId, organiser, 'units', list('DV02')));
		expect(await unitsOf(contestId)).toEqual(['DV01 Chi bộ DV01', 'DV02 Chi bộ DV02']);
		const other = await world.contest();
		expect((await preview(other.contestId, other.organiser, 'units', list('DV02'))).fileProblems).toHaveLength(1);
	});
});

describe('taking an import back', () => {
	it('R292 removes what it made, restores what it changed, and says so in the log', async () => {
		const { contestId, organiser } = await world.contest();
		ok(await take(contestId, organiser, 'units', units));
		ok(await take(contestId, organiser, 'units', 'code,name\nDV02,Hai mới\nDV03,Ba\n'));
		expect(ok(await undo(contestId, organiser, 'units')).result).toEqual({ removed: 1, restored: 1 });
		expect(await unitsOf(contestId)).toEqual(['DV01 Một', 'DV02 Hai']);
		const [event] = await world.fresh
			.sql`select kind, payload from contest_event where contest_id = ${contestId} order by sequence desc limit 1`;
		expect(event).toMatchObject({ kind: 'units-import-undone', payload: { removed: 1, restored: 1 } });
		expect(ok(await undo(contestId, organiser, 'units')).result).toEqual({ removed: 2, restored: 0 });
		expect(await undo(contestId, organiser, 'units')).toMatchObject({ refused: 'import/nothing-to-undo' });
	});

	it('R293 is refused once anything stands on its rows or one was changed, and changes nothing', async () => {
		const { contestId, organiser } = await world.contest();
		ok(await take(contestId, organiser, 'units', units));
		ok(await take(contestId, organiser, 'contestants', 'code;full_name;unit_code\nTS01;Lê An;DV01\n'));
		expect(await undo(contestId, organiser, 'units')).toMatchObject({ refused: 'import/undo-built-on' });
		await world.fresh.sql`update contestant set full_name = 'Lê Anh' where contest_id = ${contestId}`;
		expect(await undo(contestId, organiser, 'contestants')).toMatchObject({ refused: 'import/undo-changed' });
		await world.fresh.sql`update contestant set full_name = 'Lê An', joined_at = now() where contest_id = ${contestId}`;
		expect(await undo(contestId, organiser, 'contestants')).toMatchObject({ refused: 'import/undo-built-on' });
		expect(await unitsOf(contestId)).toEqual(['DV01 Một', 'DV02 Hai']);
	});

	it('questions go together with their keys; nobody but organisers is answered', async () => {
		const { contestId, organiser } = await world.contest();
		const header = 'code,topic,difficulty,type,question,option_a,option_b,correct,seconds';
		ok(await take(contestId, organiser, 'questions', `${header}\nCH1,X,1,single,Câu?,Có,Không,A,20\n`));
		const last = await lastImport(world.app, contestId, 'questions');
		for (const [who, seat] of Object.entries(outsiders(world.founder, contestId))) {
			const refused = who === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed';
			const given = { contestId, kind: 'questions', importId: last?.id };
			expect(await undoImport(world.app, seat, given), who).toMatchObject({ refused });
		}
		expect(ok(await undo(contestId, organiser, 'questions')).result).toEqual({ removed: 1, restored: 0 });
	});
});
