// Word files beside the sheet as a PDF that is made of them: once, by whatever program the machine has, or saved where it has none (ADR 0025).
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx, p } from '../../src/lib/formats/questions/word/docx.fixture.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { findConverter, openConverter } from '../../src/lib/server/printing/office-converter.ts';
import { askForEntry } from '../../src/lib/server/usecases/ask-for-entry.ts';
import { handInEntry } from '../../src/lib/server/usecases/hand-in-entry.ts';
import { pdfOf } from '../../src/lib/server/usecases/make-pdf.ts';
import { entriesDesk } from '../../src/lib/server/views/entries-desk.ts';
import { deskDocument, serveDocument } from '../../src/lib/server/views/entry-files.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { judgingContest, type JudgingContest } from './judging-contest.ts';
import { ok } from './setup-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoithi-office-test-'));
let world: JudgingContest;
beforeAll(async () => {
	// Run by root, the program has the rights of nobody.
	chmodSync(folder, 0o755);
	world = await judgingContest();
	Object.assign(world.app, { log: makeLog('silent') });
});
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await world.app.close();
});

/** A program in the place of LibreOffice, called as that is. */
function program(name: string, does: string): string {
	const path = join(folder, name);
	writeFileSync(
		path,
		`#!/bin/sh\nfor each; do before="$last"; last="$each"; [ "$before" = --outdir ] && out="$each"; done\n${does}\n`
	);
	chmodSync(path, 0o755);
	return path;
}
const writesPdf = (name: string) => program(name, '{ echo "%PDF-1.7"; wc -c < "$last"; } > "$out/document.pdf"');
const types = 'application/vnd.openxmlformats';
const outline = docx([p('Đề cương thuyết trình'), p('Tư tưởng Hồ Chí Minh về báo chí')], undefined, {
	'[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}-officedocument.wordprocessingml.document.main+xml"/></Types>`,
	'_rels/.rels':
		'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
});
const leftOvers = () => readdirSync(tmpdir()).filter((name) => /^hoithi-office-(?!test)/.test(name));

let count = 0;
async function handedIn() {
	const { app, contestId, organiser, secretary, member } = world;
	const asked = {
		part: 'DC',
		title: `Đề cương ${++count}`,
		note: '',
		kinds: ['docx'],
		megabytes: 2,
		due: '',
		markBy: ''
	};
	const wish = { ...asked, requestId: '', contestId, late: 'flag', isAnonymous: true };
	const { requestId } = ok(await askForEntry(app, organiser, wish)).result;
	const [who] = ok(await entriesDesk(app, organiser, contestId)).rows;
	const bytes = new Blob([new Uint8Array(outline)]);
	const file = { name: 'Nguyễn Thị TS01.docx', size: bytes.size, stream: bytes.stream() };
	ok(await handInEntry(app, secretary, { contestId, requestId, contestantId: who?.contestantId }, file));
	const turnId = world.turns[0]?.id ?? '';
	const shown = async () =>
		ok(await judgeDesk(app, member, contestId, turnId)).sheet?.documents.find(({ title }) => title === asked.title);
	const open = async () =>
		ok(await deskDocument(app, member, contestId, { turnId, versionId: (await shown())?.id ?? '' }));
	return { shown, open };
}

test('without LibreOffice it is saved and opened by another program, as it was handed in', async () => {
	Object.assign(world.app, { office: openConverter(join(folder, 'nothing')) });
	expect(world.app.office).toBeNull();
	const { shown, open } = await handedIn();
	expect(await shown()).toMatchObject({ shownAs: 'none' });
	const opened = await open();
	expect(await pdfOf(world.app, opened.file)).toMatchObject({ refused: 'file/not-shown' });
	expect(serveDocument(world.app, opened).headers['content-disposition']).toMatch(/^attachment; .*docx"/);
});

test('R276 a PDF is made once, however many open it at the same time, under a number and no name', async () => {
	Object.assign(world.app, { office: openConverter(writesPdf('good')) });
	const { shown, open } = await handedIn();
	expect(await shown()).toMatchObject({ shownAs: 'made-pdf', name: expect.stringMatching(/^TS01 .*\.docx$/) });
	const opened = await open();
	const made = await Promise.all([1, 2, 3].map(() => pdfOf(world.app, opened.file)));
	const [pdf] = made.map((each) => ok(each));
	expect(new Set(made.map((each) => ok(each).id)).size).toBe(1);
	const served = serveDocument(world.app, opened, pdf);
	expect(served.headers).toMatchObject({ 'content-type': 'application/pdf' });
	expect(served.headers['content-disposition']).toMatch(/^inline; filename="TS01 De cuong 2\.pdf"/);
	expect(await new Response(served.body).text()).toBe(`%PDF-1.7\n${outline.length}\n`);
	// What was made is shown where LibreOffice has gone since.
	Object.assign(world.app, { office: null });
	expect(ok(await pdfOf(world.app, opened.file)).id).toBe(pdf?.id);
	expect(leftOvers()).toEqual([]);
});

test('a program that fails, makes something else or takes too long leaves nothing behind, and is not asked again', async () => {
	const started = join(folder, 'started');
	writeFileSync(started, '');
	chmodSync(started, 0o666);
	for (const does of [
		`echo x >> ${started}; exit 1`,
		`echo x >> ${started}; echo "<html>" > "$out/document.pdf"`,
		`echo x >> ${started}; sleep 600 & echo $! > ${started}.child; wait`
	]) {
		writeFileSync(`${started}.child`, '');
		chmodSync(`${started}.child`, 0o666);
		Object.assign(world.app, { office: openConverter(program('bad', does), 400) });
		const { open } = await handedIn();
		const { file } = await open();
		expect(await pdfOf(world.app, file)).toMatchObject({ refused: 'file/not-shown' });
		expect(await pdfOf(world.app, file)).toMatchObject({ refused: 'file/not-shown' });
	}
	expect(readFileSync(started, 'utf8')).toBe('x\n'.repeat(3));
	const child = readFileSync(`${started}.child`, 'utf8').trim();
	const state = existsSync(`/proc/${child}/stat`) ? readFileSync(`/proc/${child}/stat`, 'utf8').split(' ')[2] : 'gone';
	expect(['gone', 'Z']).toContain(state);
	expect(leftOvers()).toEqual([]);
});

test.runIf(findConverter(undefined))('LibreOffice, where it is installed, makes a PDF of a Word file', async () => {
	const pdf = Buffer.from((await openConverter(undefined)?.convert(outline, 'docx')) ?? []).toString('latin1');
	expect(pdf).toMatch(/^%PDF-1\.\d/);
	expect(pdf).toContain('/Type/Page');
});
