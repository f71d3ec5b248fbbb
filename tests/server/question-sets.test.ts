// Draws by topic and level, sealed sets, and the bank as a file, on a real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealCommitment } from '../../src/lib/contest/bank/sealed-set.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { downloadRecord } from '../../src/lib/server/usecases/download-record.ts';
import { exportBank, previewExport } from '../../src/lib/server/usecases/export-bank.ts';
import { openSet } from '../../src/lib/server/usecases/open-set.ts';
import { previewDraw } from '../../src/lib/server/usecases/preview-draw.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { drawDesk } from '../../src/lib/server/views/draw-desk.ts';
import { questionPage } from '../../src/lib/server/views/question-page.ts';
import { readRoundDesk } from '../../src/lib/server/views/round-desk.ts';
import { setupBank } from '../../src/lib/server/views/setup-bank.ts';
import { bankWorld, type BankWorld } from './bank-world.ts';
import { ok, outsiders, type World } from './setup-world.ts';

let bank: BankWorld;
let world: World;
let contestId: string;
let author: StaffSeat;

beforeAll(async () => {
	bank = await bankWorld();
	({ world, contestId, author } = bank);
});
afterAll(() => bank.world.close());

describe('R285, R286 draws and sealed sets', () => {
	const version = async () => ok(await setupBank(world.app, author, contestId, { withKeys: false })).version;
	const logged = async () => {
		const rows = await world.fresh.sql`select payload from contest_event where contest_id = ${contestId}
			and kind in ('round-created', 'round-set-opened') order by sequence desc limit 1`;
		return rows[0]?.payload as Record<string, unknown>;
	};
	const table = async () => {
		const { topics } = ok(await drawDesk(world.app, author, contestId));
		const [first] = topics.filter(({ available }) => available[0] >= 3);
		return [{ topic: first?.topic ?? '', difficulty: 1, count: 3 }];
	};
	const draw = async (seal: boolean, seed = '7 21 3') =>
		createRound(world.app, author, {
			...{ contestId, partCode: 'KT', title: seal ? 'Niêm phong' : 'Rút', seal },
			pick: { kind: 'table', seed, table: await table() },
			expectedVersion: await version()
		});

	it('what is shown is what is taken, and the log says how', async () => {
		const asked = { contestId, seed: '7 21 3', table: await table() };
		const seen = ok(await previewDraw(world.app, author, asked)).questions.map(({ code }) => code);
		expect(ok(await draw(false)).result.codes).toEqual(seen);
		expect(await logged()).toMatchObject({ codes: seen, seed: '7 21 3', table: asked.table });
		const tooMany = { ...asked, table: [{ topic: 'Không có', difficulty: 1, count: 1 }] };
		expect(await previewDraw(world.app, author, tooMany)).toMatchObject({ refused: 'question/too-few' });
	});

	it('a sealed set is told to nobody, not even that its questions are taken, until the lobby opens or somebody says why', async () => {
		const made = ok(await draw(true));
		expect(made.result.codes).toEqual([]);
		const { roundId } = made.result;
		const rows = await world.fresh.sql<{ code: string }[]>`select code from round_question rq
			join question q on q.id = rq.question_id where rq.round_id = ${roundId} order by position`;
		const codes = rows.map(({ code }) => code);
		expect(codes).toHaveLength(3);
		const { commitment, ...told } = await logged();
		expect(told).toMatchObject({ count: 3, seed: '7 21 3' });
		const desk = ok(await readRoundDesk(world.app, author, contestId, roundId));
		expect(desk).toMatchObject({ isSetClosed: true, count: 3, questions: [] });
		const bank = ok(await setupBank(world.app, author, contestId, { withKeys: true, search: codes[0] }));
		expect(bank.questions.map(({ round: title }) => title)).toEqual([null]);
		const page = await questionPage(world.app, author, contestId, { code: codes[0] ?? '', withKeys: true });
		expect(ok(page).versions.map(({ rounds }) => rounds)).toEqual([[]]);
		expect(ok(page).planned).toEqual([]);
		const file = ok(await downloadRecord(world.app, author, { contestId })).text;
		for (const code of codes) expect(JSON.stringify([told, desk, file]), code).not.toContain(code);

		expect(await draw(false)).toMatchObject({ refused: 'question/set-sealed' });
		const asked = { contestId, seed: '7', table: await table() };
		expect(await previewDraw(world.app, author, asked)).toMatchObject({ refused: 'question/set-sealed' });
		const open = (reason: string) => openSet(world.app, author, { contestId, roundId, reason });
		expect(await open('')).toMatchObject({ refused: 'input/reason-needed' });
		ok(await open('in đề dự phòng'));
		const opened = await logged();
		expect(opened).toMatchObject({ codes, reason: 'in đề dự phòng' });
		expect(sealCommitment(String(opened.salt), codes)).toBe(commitment);
		expect(ok(await readRoundDesk(world.app, author, contestId, roundId)).questions).toHaveLength(3);
		expect(await open('lần nữa nhé')).toMatchObject({ refused: 'input/not-found' });
	});
});

describe('the bank as a file', () => {
	it.each(['xlsx', 'csv', 'json'] as const)(
		'%s carries everything: read again nothing is new or changed',
		async (to) => {
			const ask = { contestId, to };
			expect(ok(await previewExport(world.app, author, ask)).losses).toEqual([]);
			const { bytes, fileName } = ok(await exportBank(world.app, author, ask));
			const file = { contestId, kind: 'questions', fileName, bytes, language: 'vi' };
			const { counts } = ok(await previewImport(world.app, author, file));
			expect(counts).toMatchObject({ new: 0, changed: 0, problemRows: 0 });
		}
	);

	it('what a format has no place for is told before; who may not see the bank gets nothing', async () => {
		const { lost, count, losses } = ok(await previewExport(world.app, author, { contestId, to: 'aiken' }));
		expect(lost).toBe(count);
		expect(losses.length).toBeLessThan(10);
		for (const seat of Object.values(outsiders(world.founder, contestId))) {
			const refused = await exportBank(world.app, seat, { contestId, to: 'csv' });
			expect('refused' in refused && refused.refused).toMatch(/^access/);
		}
	});
});
