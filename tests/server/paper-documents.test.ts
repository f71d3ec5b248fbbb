// What lists, proposal and decision say of a contest of 54, and who may read them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLetterhead, type Letterhead } from '../../src/lib/contest/paper/letterhead.ts';
import type { PaperBlock, PaperDocument } from '../../src/lib/contest/paper/paper-document.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { App } from '../../src/lib/server/app.ts';
import { anonymous, type Seat } from '../../src/lib/server/seat.ts';
import { decisionDocument } from '../../src/routes/organise/[contest]/papers/documents/awards.server.ts';
import { documentsNamed } from '../../src/routes/organise/[contest]/papers/open-documents.server.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver, makeContest, staff, storeRubrics, type MadeContest } from './results-data.ts';

let fresh: FreshDatabase;
let app: App;
let whole: MadeContest;
let unfinished: MadeContest;
/** Every mark is there, and no session is locked. */
let unlocked: MadeContest;
beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
	whole = await makeContest(fresh, { template: 'kien-thuc-thuyet-trinh', seed: 71, people: 54, judges: 3 });
	unfinished = await makeContest(fresh, {
		template: 'kien-thuc-thuyet-trinh',
		seed: 72,
		people: 3,
		judges: 3,
		drafts: 4
	});
	unlocked = await makeContest(fresh, { template: 'kien-thuc-thuyet-trinh', seed: 73, people: 54, judges: 3 });
	for (const { contestId } of [whole, unfinished, unlocked]) await storeRubrics(app, contestId);
	await fresh.owner.sql`update contest set published_at = now() where id = ${whole.contestId}`;
});
afterAll(() => fresh.drop());

const letterhead = {
	...firstLetterhead({ organiser: 'Đảng ủy Khối' }, 'vi'),
	recipients: ['Như Điều 2', 'Lưu: hồ sơ Hội thi'],
	grounds: ['Kế hoạch số 12-KH/ĐUK;', 'Biên bản chấm thi']
};
const open = (paper: string, seat: Seat, { contestId }: MadeContest, search = '', written: Letterhead = letterhead) =>
	documentsNamed(paper)?.({
		locals: { app, seat, language: 'vi' },
		contestId,
		letterhead: written,
		search: new URLSearchParams(search)
	});

async function documentOf(
	paper: string,
	made: MadeContest,
	search = '',
	written: Letterhead = letterhead
): Promise<PaperDocument> {
	const opened = await open(paper, staff(made.contestId, 'organiser'), made, search, written);
	if (!opened || isRefusal(opened) || !opened.documents[0]) throw new Error(`no ${paper}`);
	return opened.documents[0];
}

const tableIn = (blocks: PaperBlock[]) => {
	const table = blocks.find((block) => block.kind === 'table');
	if (table?.kind !== 'table') throw new Error('no table');
	return table;
};
const textIn = (blocks: PaperBlock[]) =>
	blocks.flatMap((block) =>
		block.kind === 'text' ? [block.runs.map(({ text }) => text).join('')] : block.kind === 'items' ? block.items : []
	);

test('the list of contestants counts them in figures and words, and leaves out who withdrew', async () => {
	const withdrawn = whole.people[53]?.id ?? '';
	await fresh.owner.sql`update contestant set status = 'withdrawn' where id = ${withdrawn}`;
	const list = await documentOf('contestants', whole);
	await fresh.owner.sql`update contestant set status = 'competing' where id = ${withdrawn}`;
	expect(tableIn(list.blocks).rows).toHaveLength(53);
	expect(textIn(list.blocks)).toEqual(['Danh sách này có 53 (năm mươi ba) thí sinh của 1 đơn vị.']);
	expect(textIn((await documentOf('contestants', whole)).blocks)[0]).toContain('54 (năm mươi tư)');
});

test('seats go row by row, and outlines in running order', async () => {
	const seats = tableIn((await documentOf('seats', whole, 'perRow=20')).blocks).rows;
	expect([0, 19, 20, 53].map((at) => seats[at]?.cells.slice(-2).join(''))).toEqual(['A1', 'A20', 'B1', 'C14']);
	expect(tableIn((await documentOf('seats', whole, 'perRow=0')).blocks).rows[10]?.cells.slice(-2)).toEqual(['B', '1']);
	const shown = tableIn((await documentOf('showcase', whole)).blocks).rows;
	expect(shown.map(({ cells }) => cells[1])).toEqual(whole.people.map(({ number }) => number));
});

test('the proposal asks for each award with its number in words, and the committee signs', async () => {
	const proposal = await documentOf('proposal', whole);
	expect([proposal.title, proposal.draft, proposal.head.number]).toEqual([
		'Tờ trình',
		null,
		expect.stringMatching(/-TTr\/BTC$/)
	]);
	const text = textIn(proposal.blocks);
	expect(text).toContain('- Căn cứ Kế hoạch số 12-KH/ĐUK;');
	expect(text).toContain('- 01 (một) Giải Nhất;');
	expect(text).toContain('- 02 (hai) Giải Nhì;');
	expect(tableIn(proposal.blocks).rows[0]?.cells.at(-1)).toBe('Giải Nhất');
	expect(proposal.signers).toEqual([{ lines: ['T/M Ban Tổ chức Hội thi', 'Trưởng ban'], name: '' }]);
	// A proposal has no articles.
	expect(proposal.recipients).toEqual(['Như trên', 'Lưu: hồ sơ Hội thi']);
});

test('the decision is signed by whoever decides, and its list is an annex with the same people', async () => {
	const [proposal, decision] = [await documentOf('proposal', whole), await documentOf('decision', whole)];
	expect(decision.head.body).toBe('Đảng ủy Khối');
	expect(decision.recipients).toEqual(letterhead.recipients);
	expect(decision.signers[0]?.lines).toEqual(['T/M Đảng ủy Khối', 'Bí thư']);
	expect(textIn(decision.blocks).filter((text) => text.startsWith('Điều'))).toHaveLength(3);
	expect(textIn(decision.blocks)).toContain('ĐẢNG ỦY KHỐI QUYẾT ĐỊNH');
	expect(tableIn(decision.annexes[0]?.blocks ?? []).rows).toEqual(tableIn(proposal.blocks).rows);
});

test('R352, R354: the State names who decides first, and sheets that belong together name each other', async () => {
	const numbers = { TTr: { number: '15', day: '2026-12-02' }, QĐ: { number: '128', day: '2026-12-05' } };
	const asState = { ...letterhead, form: 'nha-nuoc' as const, numbers };
	const decision = await documentOf('decision', whole, '', asState);
	const text = textIn(decision.blocks);
	expect([text[0], ...text.slice(-5, -3)]).toEqual([
		'ĐẢNG ỦY KHỐI',
		'Xét đề nghị của Ban Tổ chức Hội thi tại Tờ trình số 15/TTr-BTC ngày 02 tháng 12 năm 2026.',
		'QUYẾT ĐỊNH:'
	]);
	expect(decision.annexes[0]?.subject).toMatch(
		/^\(Kèm theo Quyết định số 128\/QĐ-\s+ ngày 05 tháng 12 năm 2026 của Đảng ủy Khối\)$/
	);
	const chair = { ...asState.authority, behalf: 'none' as const, title: 'Chủ tịch', body: 'Ủy ban nhân dân tỉnh' };
	const byChair = await documentOf('decision', whole, '', { ...asState, authority: chair });
	expect(textIn(byChair.blocks)[0]).toBe('CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH');
	const free = await documentOf('decision', whole, '', { ...letterhead, form: 'tu-do' });
	expect(free.annexes[0]?.subject).toBe('(Kèm theo Quyết định ngày …… tháng …… năm ……… của Đảng ủy Khối)');
});

test('R350: while marks are missing both are drafts that name nobody and have no place to sign', async () => {
	for (const paper of ['proposal', 'decision']) {
		const draft = await documentOf(paper, unfinished);
		expect(draft.draft).toBe('Chưa chấm xong, chưa đủ điều kiện để công bố và ký.');
		expect(JSON.stringify(draft)).not.toContain('Nguyễn Văn Thứ');
		expect(textIn(draft.blocks)).toContain('Chưa có kết quả xét giải.');
		expect(draft.blocks.filter(({ kind }) => kind === 'table')).toEqual([]);
		expect([draft.signers, draft.recipients, draft.annexes]).toEqual([[], [], []]);
	}
});

test('R350: while a session is open both name the winners as drafts that nobody can sign', async () => {
	for (const paper of ['proposal', 'decision']) {
		const draft = await documentOf(paper, unlocked);
		expect(draft.draft).toMatch(/^Chưa chính thức/);
		expect(JSON.stringify(draft)).toContain('Nguyễn Văn Thứ');
		expect([draft.signers, draft.recipients]).toEqual([[], []]);
	}
});

test('winners are called what they are', async () => {
	const named = { award: { vi: 'Giải Nhất', en: 'First' }, gift: '', number: 'TS01', name: 'A', unit: 'B', total: 100 };
	const found = { contest: { name: 'Hội thi', organiser: '', place: '', heldOn: '2021-07-15' }, isComplete: true };
	const subject = (numbers: (string | null)[]) => {
		const winners = numbers.map((number) => ({ ...named, number }));
		return decisionDocument({ ...found, winners, state: 'published' }, letterhead, 'vi').subject;
	};
	expect(subject(['TS01'])).toContain('các cá nhân đạt giải');
	expect(subject([null])).toContain('các tập thể đạt giải');
	expect(subject([null, 'TS01'])).toContain('các tập thể, cá nhân đạt giải');
});

test('nobody but organisers, the head judge and secretaries reads them, and no other word names a document', async () => {
	const seats = [
		anonymous,
		staff(whole.contestId, 'judge'),
		staff(whole.contestId, 'mc'),
		staff(unfinished.contestId, 'organiser')
	];
	for (const paper of ['contestants', 'seats', 'showcase', 'proposal', 'decision', 'minutes', 'consultation'])
		for (const seat of seats)
			expect([paper, await open(paper, seat, whole)]).toMatchObject([
				paper,
				{ refused: expect.stringMatching(/^access\//) }
			]);
	expect(['constructor', 'ranking', ''].map((paper) => documentsNamed(paper))).toEqual([null, null, null]);
});
