// Pictures of questions on a real database: drawn for phones, of a version, in and out of files, and given to nobody before the question is shown.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerRequest } from '../../src/lib/formats/reading/answer-request.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { anonymous, type Seat, type StaffSeat } from '../../src/lib/server/seat.ts';
import { commitImport } from '../../src/lib/server/usecases/commit-import.ts';
import { readRoundQuestions } from '../../src/lib/server/stores/rounds.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { exportBank, previewExport } from '../../src/lib/server/usecases/export-bank.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { runRound } from '../../src/lib/server/usecases/run-round.ts';
import { writeQuestion } from '../../src/lib/server/usecases/write-question.ts';
import { answerEntry } from '../../src/lib/server/views/answer-entry.ts';
import { questionPage } from '../../src/lib/server/views/question-page.ts';
import { questionPicture } from '../../src/lib/server/views/question-picture.ts';
import { readSnapshot } from '../../src/lib/server/views/snapshot.ts';
import { quizWorld, type QuizWorld } from './quiz-world.ts';
import { ok, withRoles } from './setup-world.ts';

let quiz: QuizWorld;
let large: Buffer;
beforeAll(async () => {
	quiz = await quizWorld();
	const noise = { type: 'gaussian', mean: 128, sigma: 25 } as const;
	large = await sharp({ create: { width: 1500, height: 900, channels: 3, background: '#fff', noise } })
		.jpeg({ quality: 80 })
		.toBuffer();
});
afterAll(() => quiz.close());

const form = {
	topic: 'Bản đồ',
	difficulty: '1',
	kind: 'single',
	text: 'Tỉnh nào được tô đậm?',
	options: ['Nghệ An', 'Lào Cai', '', '', ''],
	sides: [],
	right: ['A'],
	value: '',
	tolerance: '',
	wordings: '',
	seconds: '20',
	explanation: ''
};
const source = { document: '', article: '', page: '' };
const fileOf = (bytes: Uint8Array) => ({
	name: 'bản đồ.png',
	size: bytes.length,
	stream: new Blob([new Uint8Array(bytes)]).stream()
});
const write = (code: string, expects: number, alt: string, given: Uint8Array | null = null, keep = true) =>
	writeQuestion(
		quiz.app,
		quiz.organiser,
		{ contestId: quiz.contestId, expects, form: { ...form, code }, source, picture: { alt, keep } },
		given && fileOf(given)
	);
const plain = (background: string) =>
	sharp({ create: { width: 40, height: 30, channels: 3, background } })
		.png()
		.toBuffer();
const versions = async (code: string) =>
	ok(await questionPage(quiz.app, quiz.organiser, quiz.contestId, { code, withKeys: false })).versions;
const idOf = (address: string) => address.slice('/picture/'.length);

it('R330 is drawn small, always has words, and is part of the version', async () => {
	expect(await write('HINH01', 0, '  ', large)).toMatchObject({ refused: 'question/picture-words', field: 'alt' });
	expect(await write('HINH01', 0, 'x', Buffer.from('not a picture'))).toMatchObject({ refused: 'file/unknown-kind' });
	ok(await write('HINH01', 0, 'Bản đồ, Nghệ An tô đậm', large));
	expect(ok(await write('HINH01', 1, 'Bản đồ Việt Nam')).result.changed).toEqual(['picture']);
	expect(await write('HINH01', 2, 'Bản đồ Việt Nam')).toMatchObject({ refused: 'question/unchanged' });
	const [now, before] = await versions('HINH01');
	expect(now?.picture).toMatchObject({ alt: 'Bản đồ Việt Nam', width: before?.picture?.width });
	expect(Math.max(now?.picture?.width ?? 0, now?.picture?.height ?? 0)).toBeLessThanOrEqual(1280);
	const served = ok(await questionPicture(quiz.app, quiz.organiser, idOf(now?.picture?.address ?? '')));
	expect(served.bytes.length).toBeLessThanOrEqual(150 * 1024);
	expect((await sharp(served.bytes).metadata()).format).toBe('webp');
	expect(ok(await write('HINH01', 2, '', null, false)).result.changed).toEqual(['picture']);
	expect((await versions('HINH01'))[0]?.picture).toBeNull();
});

it('R331 nobody but the bank gives it before the question is shown, whatever address they know', async () => {
	const { app, contestId, organiser } = quiz;
	ok(await write('HINH02', 0, 'Hình đỏ', await plain('#f00')));
	ok(await write('HINH03', 0, 'Hình xanh', await plain('#00f')));
	const codes = ['HINH02', 'HINH03'];
	const round = { contestId, partCode: 'KT', title: 'Vòng hình', pick: { kind: 'codes', codes } };
	const { roundId } = ok(await createRound(app, organiser, round)).result;
	const run = async (what: string) => ok(await runRound(app, organiser, { contestId, roundId, command: { do: what } }));
	const asked = await readRoundQuestions(app.database.drizzle, roundId);
	const ids = asked.map(({ question }) => question.id);
	expect(ids).toContain(idOf((await versions('HINH02'))[0]?.picture?.address ?? ''));
	const [phone] = quiz.phones;
	const seats: Record<string, Seat> = {
		contestant: phone ?? anonymous,
		screen: { kind: 'screen', slipId: roundId, contestId },
		mc: withRoles(organiser, contestId, ['mc']),
		secretary: withRoles(organiser, contestId, ['secretary']),
		anonymous,
		other: withRoles(organiser, roundId, ['organiser']),
		organiser
	};
	const given = async (who: string) => {
		const got = await Promise.all(ids.map((id) => questionPicture(app, seats[who] ?? anonymous, id)));
		return got.map((each) => (isRefusal(each) ? each.refused : each.headers['cache-control']));
	};
	const all = async () =>
		Object.fromEntries(await Promise.all(Object.keys(seats).map(async (who) => [who, await given(who)] as const)));
	const [no, now, kept] = ['input/not-found', 'private, no-store', 'private, max-age=86400, immutable'];
	const nothing = { anonymous: [no, no], other: [no, no] };
	const hall = (seen: string[]) => ({ contestant: seen, screen: seen, mc: seen, secretary: seen });
	await run('open-lobby');
	expect(await all()).toEqual({ ...nothing, ...hall([no, no]), organiser: [now, now] });
	await run('show-question');
	expect(await all()).toEqual({ ...nothing, ...hall([kept, no]), organiser: [kept, now] });
	const read = ok(await readSnapshot(app, seats.contestant ?? anonymous, 'contestant', contestId));
	const { scene } = read.stage;
	const [shown, coming] = asked.map(({ question }) => question.picture?.alt ?? '');
	expect(scene.kind === 'question' && scene.question.picture).toEqual({ alt: shown, width: 40, height: 30 });
	const { open } = ok(await answerEntry(app, seats.secretary ?? anonymous, contestId, { search: '', chosenId: null }));
	expect(open?.question.picture).toEqual({ alt: shown, width: 40, height: 30 });
	expect(JSON.stringify([read, open])).not.toMatch(new RegExp(`sha256|fileId|${coming}`));
});

it('R332 goes out and comes back with its question; the same file changes nothing, and what is no picture is told', async () => {
	const { app, contestId, organiser } = quiz;
	const inHere = { readFile: answerRequest };
	const bytesOf = async (seat: StaffSeat, contest: string, to: string) =>
		ok(await exportBank(app, seat, { contestId: contest, to })).bytes;
	const other = await quiz.world.contest('chi-trac-nghiem');
	const preview = async (bytes: Uint8Array) => {
		const file = { contestId: other.contestId, kind: 'questions', fileName: 'a', bytes, language: 'vi' };
		return { file, seen: ok(await previewImport(app, other.organiser, file, answerRequest)) };
	};
	const report = ok(await previewExport(app, organiser, { contestId, to: 'xlsx' }));
	expect(report.losses.map(({ vi }) => vi).join()).toContain('hình kèm câu hỏi');
	for (const to of ['json', 'moodle-xml']) {
		const bytes = await bytesOf(organiser, contestId, to);
		const { file, seen } = await preview(bytes);
		if (to === 'json') {
			const { language: _, ...given } = file;
			const commit = { ...given, hash: seen.hash, expectedVersion: seen.version, onlyGoodRows: false };
			ok(await commitImport(app, other.organiser, commit, inHere));
			expect(await bytesOf(other.organiser, other.contestId, to)).toEqual(bytes);
		}
		// The pictures are those the bank has, byte for byte.
		const { lost } = ok(await previewExport(app, organiser, { contestId, to }));
		expect((await preview(bytes)).seen.counts).toMatchObject({ new: 0, changed: lost, problemRows: 0 });
	}
	const text = new TextDecoder().decode(await bytesOf(organiser, contestId, 'json'));
	const broken = text.replace(/"file": "[^"]+"/, '"file": "AAAA"');
	const { seen } = await preview(new TextEncoder().encode(broken));
	expect(seen.counts).toMatchObject({ changed: 1 });
	expect(JSON.stringify(seen)).toContain('hình kèm câu hỏi không mở được');
});
