// Files that people hand in, honest and hostile: recognised, made harmless, kept whole in the database and given back piece by piece (ADR 0025).
import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileKinds } from '../../src/lib/contest/entries/file-kind.ts';
import { zip } from '../../src/lib/formats/zip.fixture.ts';
import { readFileRow } from '../../src/lib/server/stores/files.ts';
import { changeContest } from '../../src/lib/server/usecases/change-contest.ts';
import { keepFile, takeFile, type FileWish, type TakenFile } from '../../src/lib/server/usecases/take-file.ts';
import { serveFile } from '../../src/lib/server/views/served-file.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { ok, setupWorld, type World } from './setup-world.ts';

let world: World;
let contestId: string;
let organiser: StaffSeat;
beforeAll(async () => {
	world = await setupWorld();
	({ contestId, organiser } = await world.contest());
});
afterAll(() => world.close());

const any: FileWish = { kinds: fileKinds, mostBytes: 5 * 1024 * 1024 };
const take = (bytes: Uint8Array, wish: Partial<FileWish> = {}, said: { name?: string; size?: number } = {}) =>
	takeFile(
		{ name: 'Đề cương.docx', size: bytes.length, stream: new Blob([new Uint8Array(bytes)]).stream(), ...said },
		{ ...any, ...wish }
	);
const office = (files: Record<string, string | Uint8Array> = {}) =>
	zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...files });
const pdf = (inside: string | Uint8Array = '') =>
	Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(inside), Buffer.from('\n%%EOF\n')]);
const picture = (kind: 'jpeg' | 'png' | 'webp') =>
	sharp({ create: { width: 60, height: 40, channels: 3, background: '#c00' } })
		.withExif({ IFD0: { Copyright: 'hidden' }, IFD3: { GPSLatitude: '21/1 1/1 0/1' } })
		.toFormat(kind)
		.toBuffer();

/** A PNG that says it is 60,000 × 60,000 in a few bytes. */
function bomb(): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(type), data]);
		const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		check.writeUInt32BE(crc32(body));
		return Buffer.concat([length, body, check]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(60_000, 0);
	head.writeUInt32BE(60_000, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		start,
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(Buffer.alloc(100))),
		chunk('IEND', Buffer.alloc(0))
	]);
}

const compound = (text: string) =>
	Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(text, 'utf16le')]);

test('R271 a file is what its bytes say, whatever its name and type claim', async () => {
	const found = async (bytes: Uint8Array) => ok(await take(bytes));
	expect(await found(pdf())).toMatchObject({ kind: 'pdf', name: 'Đề cương.pdf' });
	expect(await found(office())).toMatchObject({ kind: 'docx', name: 'Đề cương.docx' });
	const slides = zip({
		'[Content_Types].xml': '<Types/>',
		'ppt/presentation.xml': '<p/>',
		'ppt/embeddings/a.xlsx': 'PK'
	});
	expect(await found(slides)).toMatchObject({ kind: 'pptx', name: 'Đề cương.pptx' });
	expect(await found(await picture('webp'))).toMatchObject({ kind: 'webp' });
});

test.each([
	['nothing', () => Buffer.alloc(0), 'file/empty'],
	['a program', () => Buffer.from('MZ\x90\0'), 'file/unknown-kind'],
	['a page', () => Buffer.from('<html><script>alert(1)</script>'), 'file/unknown-kind'],
	['a drawing that is a program (I-27)', () => Buffer.from('<svg onload="alert(1)"/>'), 'file/unknown-kind'],
	['a Word file of 1997', () => compound('WordDocument'), 'file/unknown-kind'],
	['a workbook', () => zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }), 'file/unknown-kind'],
	['a Word file with a password', () => compound('EncryptedPackage'), 'file/encrypted'],
	['a PDF with a password', () => pdf('trailer << /Encrypt 5 0 R >>'), 'file/encrypted'],
	['half a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj'), 'file/damaged'],
	['half a Word file', () => office().subarray(0, 80), 'file/damaged'],
	['macros', () => office({ 'word/vbaProject.bin': 'x' }), 'file/macros'],
	['macros under another name', () => office({ '[Content_Types].xml': '<Types>macroEnabled</Types>' }), 'file/macros'],
	['a program inside', () => office({ 'word/embeddings/a.exe': 'MZ' }), 'file/not-safe'],
	['a path that leaves', () => office({ '../../x.xml': '<x/>' }), 'file/not-safe'],
	[
		'an entity trick',
		() => office({ 'word/a.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }),
		'file/not-safe'
	],
	['20 MB of zeros in 20 KB', () => office({ 'word/media/a.bmp': new Uint8Array(20_000_000) }), 'file/not-safe'],
	[
		'a size that lies',
		() =>
			zip({ ...{ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }, 'word/z.bin': 'x' }, { claim: 9 }),
		'file/not-safe'
	],
	[
		'3,000 entries',
		() => office(Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`word/${n}.xml`, '']))),
		'file/not-safe'
	],
	['a picture of 3,600 million pixels', bomb, 'file/damaged'],
	['a picture that is none', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'file/damaged']
])('R271 %s is refused', async (_, bytes, refused) => {
	expect(await take(bytes())).toMatchObject({ refused });
});

test('R271 sizes are counted while reading: too big, cut off or longer than announced is refused', async () => {
	const large = pdf(randomBytes(2_000_000));
	expect(await take(large, { mostBytes: 1024 * 1024 })).toMatchObject({
		refused: 'file/too-big',
		details: { megabytes: 1 }
	});
	expect(await take(large, {}, { size: large.length + 1 })).toMatchObject({ refused: 'file/damaged' });
	expect(await take(large, {}, { size: 1000 })).toMatchObject({ refused: 'file/damaged' });
	expect(await take(large, { kinds: ['jpeg', 'png'] })).toMatchObject({
		refused: 'file/wrong-kind',
		details: { kinds: 'JPEG, PNG' }
	});
});

test('R272 (I-28) a picture is drawn anew: smaller, without place and camera, and without what was hung on to it', async () => {
	const given = Buffer.concat([await picture('jpeg'), Buffer.from('<script>alert(1)</script>')]);
	expect((await sharp(given).metadata()).exif).toBeDefined();
	const taken = ok(await take(given, { longestSide: 30 }));
	const { width, height, exif } = await sharp(taken.bytes).metadata();
	expect([width, height, exif]).toEqual([30, 20, undefined]);
	expect(Buffer.from(taken.bytes).includes('<script>')).toBe(false);
});

test('a file is kept in pieces with what it belongs to, is never changed, and comes back as it was', async () => {
	const bytes = pdf(randomBytes(2_500_000));
	const taken = ok(await take(bytes));
	const keep = (file: TakenFile) =>
		changeContest(world.app, organiser, { contestId, permission: 'contest:edit' }, (change) => keepFile(change, file));
	const { result: fileId } = ok(await keep(taken));
	const row = (await readFileRow(world.fresh.database.drizzle, contestId, fileId))!;
	expect(row).toMatchObject({ name: 'Đề cương.pdf', kind: 'pdf', size: bytes.length, sha256: taken.sha256 });
	expect(await readFileRow(world.fresh.database.drizzle, crypto.randomUUID(), fileId)).toBeNull();
	const served = serveFile(world.app, row, { how: 'inline', name: 'TS01.pdf' });
	expect(served.headers).toMatchObject({
		'content-type': 'application/pdf',
		'content-disposition': `inline; filename="TS01.pdf"; filename*=UTF-8''TS01.pdf`,
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-store'
	});
	expect(Buffer.from(await new Response(served.body).arrayBuffer()).equals(bytes)).toBe(true);
	const sizes = await world.fresh.sql`select position, octet_length(bytes) as size from stored_file_part order by 1`;
	expect(sizes.map(({ size }) => size as number)).toEqual([1048576, 1048576, bytes.length - 2 * 1048576]);
	const { sql } = world.fresh.owner;
	await expect(sql`update stored_file set name = 'x'`.execute()).rejects.toMatchObject({ code: '42501' });
	await expect(sql`delete from stored_file_part`.execute()).rejects.toMatchObject({ code: '42501' });
});

test('Word, and pictures in a page of their own, cannot do anything in a browser', () => {
	const row = { id: '', contestId, name: 'a.docx', size: 1, sha256: '', storedAt: new Date(0) };
	const word = serveFile(world.app, { ...row, kind: 'docx' }, { how: 'inline' }).headers;
	expect(word['content-disposition']).toMatch(/^attachment/);
	const png = serveFile(world.app, { ...row, kind: 'png' }, { how: 'inline' }).headers;
	expect(png['content-disposition']).toMatch(/^inline/);
	expect([word, png].every((headers) => /sandbox/.test(headers['content-security-policy'] ?? ''))).toBe(true);
});
