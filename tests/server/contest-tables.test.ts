// Contestants and score summary as files: real types, a print set-up, nothing that runs; certificates' words and who may write them.
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstCertificate } from '../../src/lib/contest/paper/certificate.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { App } from '../../src/lib/server/app.ts';
import { anonymous } from '../../src/lib/server/seat.ts';
import { writeCertificate } from '../../src/lib/server/usecases/write-certificate.ts';
import { contestBadges } from '../../src/lib/server/views/badges.ts';
import { certificateBackground, contestCertificate } from '../../src/lib/server/views/certificates.ts';
import { contestTable, type TableWish } from '../../src/lib/server/views/contest-tables.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver, makeContest, staff, storeRubrics, type MadeContest } from './results-data.ts';

let fresh: FreshDatabase;
let app: App;
let made: MadeContest;
const evil = '=HYPERLINK("http://x","Bấm")';
beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
	made = await makeContest(fresh, { template: 'kien-thuc-thuyet-trinh', seed: 81, people: 4, judges: 3 });
	await storeRubrics(app, made.contestId);
	const [first, second] = made.people;
	await fresh.owner.sql`update contestant set full_name = ${evil} where id = ${first?.id ?? ''}`;
	await fresh.owner.sql`update contestant set birth_date = '1990-02-03' where id = ${second?.id ?? ''}`;
});
afterAll(() => fresh.drop());

async function fileOf(table: TableWish['table'], as: TableWish['as']) {
	const seat = staff(made.contestId, 'secretary');
	const file = await contestTable(app, seat, { contestId: made.contestId, table, as, language: 'vi' });
	if (isRefusal(file)) throw new Error(file.refused);
	return file;
}

test('the workbook of contestants has days as days, and no name in it runs', async () => {
	const file = await fileOf('contestants', 'xlsx');
	expect(file.fileName).toMatch(/^danh-sach-thi-sinh-[a-z0-9-]+\.xlsx$/);
	const [sheet] = (await readXlsx(file.bytes)).sheets;
	expect(sheet?.rows.map((row) => row[2])).toContain(evil);
	expect(sheet?.rows[2]?.[5]).toBeInstanceOf(Date);
	for (const [, cell] of sheet?.cells ?? []) expect(cell.formula).toBeUndefined();
	expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '$1:$1' });
});

test('as CSV: semicolons, a byte order mark, day before month, an apostrophe before what would run', async () => {
	const { bytes } = await fileOf('contestants', 'csv');
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	expect(text.startsWith('\ufeffTT;SBD;Họ và tên;')).toBe(true);
	expect(text).toContain(`"'=HYPERLINK(""http://x"",""Bấm"")"`);
	expect(text).toContain(';03/02/1990;');
});

test('the score summary has points as numbers, the total first, then each judged part', async () => {
	const { sheets } = await readXlsx((await fileOf('summary', 'xlsx')).bytes);
	expect(sheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Thuyết trình']);
	expect(sheets[0]?.rows.slice(1).every((row) => typeof row[6] === 'number')).toBe(true);
	expect(new TextDecoder().decode((await fileOf('summary', 'csv')).bytes)).toMatch(/;\d+,\d+;/);
});

test('files and badges are for those who print papers', async () => {
	for (const seat of [anonymous, staff(made.contestId, 'judge'), staff(made.contestId, 'mc')]) {
		for (const table of ['contestants', 'summary'] as const)
			expect(
				await contestTable(app, seat, { contestId: made.contestId, table, as: 'xlsx', language: 'vi' })
			).toMatchObject({ refused: expect.stringMatching(/^access\//) });
		expect(await contestBadges(app, seat, made.contestId, 'judges')).toMatchObject({
			refused: expect.stringMatching(/^access\//)
		});
	}
	const badges = await contestBadges(app, staff(made.contestId, 'organiser'), made.contestId, 'judges');
	expect(badges).toMatchObject({
		badges: [{ role: 'head_judge', number: 'GK01' }, { role: 'judge' }, { role: 'judge' }]
	});
});

test('R304: a certificate with a place that names nothing is not kept, a picture is drawn anew and given back', async () => {
	const { contestId } = made;
	const [organiser, head] = [staff(contestId, 'organiser'), staff(contestId, 'head_judge')];
	const write = (design: object, picture: Parameters<typeof writeCertificate>[3] = null, seat = organiser) =>
		writeCertificate(app, seat, { contestId, design }, picture);
	expect(await write({ ...firstCertificate, lines: ['{ten}'] })).toMatchObject({
		refused: 'paper/place-unknown',
		details: { place: 'ten' }
	});
	expect(await write(firstCertificate, null, head)).toMatchObject({ refused: 'access/not-allowed' });
	const given = (bytes: Uint8Array<ArrayBuffer>) => ({
		name: 'nen.png',
		size: bytes.length,
		stream: new Blob([bytes]).stream()
	});
	const text = new TextEncoder().encode('<svg onload="alert(1)"></svg>');
	expect(await write(firstCertificate, given(text))).toMatchObject({ refused: expect.stringMatching(/^file\//) });
	const dot = Uint8Array.from(
		atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
		(sign) => sign.charCodeAt(0)
	);
	expect(await write(firstCertificate, given(dot))).toMatchObject({ result: null });
	expect(await contestCertificate(app, head, contestId)).toMatchObject({ hasBackground: true, mayEdit: false });
	const served = await certificateBackground(app, head, contestId);
	expect(isRefusal(served) ? served : served.headers['content-type']).toBe('image/png');
	expect(await write({ ...firstCertificate, title: 'Giấy khen' })).toMatchObject({ result: null });
	expect(await contestCertificate(app, head, contestId)).toMatchObject({
		hasBackground: true,
		design: { title: 'Giấy khen' }
	});
	expect(await certificateBackground(app, staff(contestId, 'judge'), contestId)).toMatchObject({
		refused: 'access/not-allowed'
	});
});
