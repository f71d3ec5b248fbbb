// Questions from Word, GIFT and Kahoot on a real database: a preview that writes nothing, the good ones by choice, the same file again changes nothing.
import { answerRequest } from '../../src/lib/formats/reading/answer-request.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docx, p } from '../../src/lib/formats/questions/word/docx.fixture.ts';
import { commitImport } from '../../src/lib/server/usecases/commit-import.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { rejectedRows } from '../../src/lib/server/usecases/rejected-rows.ts';
import { ok, setupWorld, type World } from './setup-world.ts';

const inHere = { readFile: answerRequest };
let world: World;
beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());

const utf8 = (text: string) => new TextEncoder().encode(text);
const red = '<w:color w:val="FF0000"/>';
const list = docx([
	p('Câu 1: Thủ đô?'),
	p('A. Huế'),
	p(['B. Hà Nội', red]),
	p('Câu 2: Q?'),
	p('A. x'),
	p('B. y'),
	p('Câu 3: Năm?'),
	p('Đáp án: 1930')
]);

const preview = (contestId: string, seat: Parameters<typeof previewImport>[1], bytes: Uint8Array, language = 'vi') =>
	previewImport(
		world.app,
		seat,
		{ contestId, kind: 'questions', fileName: 'cau-hoi.docx', bytes, language },
		answerRequest
	);

it('a Word list: what is wrong is told by the number of the question, in both languages, and nothing is written', async () => {
	const { contestId, organiser } = await world.contest();
	const seen = ok(await preview(contestId, organiser, list));
	expect(seen.counts).toEqual({ new: 2, changed: 0, unchanged: 0, problemRows: 1 });
	expect(seen.problems).toEqual(['Câu 2, mục «Đáp án đúng»: chưa có đáp án đúng.']);
	expect(ok(await preview(contestId, organiser, list, 'en')).problems).toEqual([
		'Question 2, “Đáp án đúng”: the right answer is missing.'
	]);
	const [row] = await world.fresh.sql`select count(*)::int from question where contest_id = ${contestId}`;
	expect(row?.count).toBe(0);
	const file = { contestId, kind: 'questions', fileName: 'cau-hoi.docx', bytes: list, language: 'vi' };
	const rejected = ok(await rejectedRows(world.app, organiser, file));
	// The workbook handed back is in the template and can be previewed as it is.
	expect(ok(await preview(contestId, organiser, rejected.bytes)).problems).toEqual([
		'Dòng 2, cột «Đáp án đúng»: chưa có đáp án đúng.'
	]);
});

it.each([
	['Word', list, 2],
	['GIFT', utf8('Thủ đô?{=Hà Nội ~Huế}\n\nQ?{~a ~b}'), 1],
	[
		'Kahoot',
		utf8(
			'Question - max 120 characters,Answer 1,Answer 2,Time limit (sec),Correct answer(s)\nQ?,a,b,20,1\nR?,a,b,20,\n'
		),
		1
	]
])('%s: the good ones by choice; the same file again changes nothing', async (_, bytes, good) => {
	const { contestId, organiser } = await world.contest();
	const seen = ok(await preview(contestId, organiser, bytes));
	const file = { contestId, kind: 'questions', fileName: 'a', bytes, hash: seen.hash, expectedVersion: seen.version };
	expect(await commitImport(world.app, organiser, { ...file, onlyGoodRows: false }, inHere)).toMatchObject({
		refused: 'import/has-problems'
	});
	const done = ok(await commitImport(world.app, organiser, { ...file, onlyGoodRows: true }, inHere));
	expect(done.result).toEqual({ new: good, changed: 0, unchanged: 0, leftOut: 1 });
	expect(ok(await preview(contestId, organiser, bytes)).counts).toMatchObject({ new: 0, changed: 0, unchanged: good });
});
