// What a judge writes for nobody else, on real Postgres: kept like a mark, read by its judge alone (T-23).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { Seat } from '../../src/lib/server/seat.ts';
import { downloadRecord } from '../../src/lib/server/usecases/download-record.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { contestLog } from '../../src/lib/server/views/contest-log.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { resultBreakdown } from '../../src/lib/server/views/result-breakdown.ts';
import { resultPreview } from '../../src/lib/server/views/result-preview.ts';
import { scoreSheetPapers } from '../../src/lib/server/views/score-sheet-papers.ts';
import { scoreSummary } from '../../src/lib/server/views/score-summary.ts';
import { callFirst, fullMarks, judgingContest, type JudgingContest } from './judging-contest.ts';
import { lockSigned, reopenSigned } from './lock-signed.ts';

const remark = 'Giọng giống thí sinh năm ngoái 7f3a91';

describe('private remarks', () => {
	let world: JudgingContest;
	let turnId: string;

	beforeEach(async () => {
		world = await judgingContest();
		({ turnId } = await callFirst(world));
	});
	afterEach(() => world.app.close());

	const save = (seat: Seat, version: number, comments: Record<string, string>, marks: Record<string, string> = {}) =>
		saveScoresheet(world.app, seat, { contestId: world.contestId, turnId, version, marks, comments });
	async function ownRemark(seat: Seat): Promise<string | undefined> {
		const desk = await judgeDesk(world.app, seat, world.contestId, turnId);
		if (isRefusal(desk)) throw new Error(desk.refused);
		return desk.sheet?.comments.private;
	}

	/** Tables with a row that has the remark in it. */
	async function tablesWithRemark(): Promise<string[]> {
		const { sql } = world.fresh;
		const tables = await sql<{ name: string }[]>`
			select quote_ident(table_name) as name from information_schema.tables
			where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;
		const found: string[] = [];
		for (const { name } of tables) {
			const rows = await sql.unsafe(`select from ${name} as t where t::text like '%7f3a91%'`);
			if (rows.length > 0) found.push(name);
		}
		return found;
	}

	test('a remark is kept with its draft, taken back by an empty text, and stands alone on a sheet without marks', async () => {
		expect(await save(world.member, 0, { private: ` ${remark} ` })).toMatchObject({ version: 1 });
		expect(await ownRemark(world.member)).toBe(remark);
		expect(await save(world.member, 1, { private: remark }), 'sent twice').toMatchObject({ version: 1 });
		expect(await save(world.member, 1, {}, { TT1: '3' }), 'a mark leaves it alone').toMatchObject({ version: 2 });
		expect(await ownRemark(world.member)).toBe(remark);
		await save(world.member, 2, { private: '' });
		expect(await ownRemark(world.member)).toBeUndefined();
		expect(await world.fresh.sql`select * from private_remark`).toHaveLength(0);
	});

	test('two devices meet over a remark as over a mark, and one that is too long is refused', async () => {
		await save(world.member, 0, { private: 'một' });
		expect(await save(world.member, 0, { private: 'hai' })).toMatchObject({ refused: 'sheet/changed-elsewhere' });
		expect(await ownRemark(world.member)).toBe('một');
		expect(await save(world.member, 1, { private: 'a'.repeat(1001) })).toMatchObject({
			refused: 'input/not-valid',
			field: 'comment.private'
		});
	});

	test('T-23 nobody else receives it: not before the lock, not after, in no paper, file, result or log', async () => {
		await save(world.member, 0, { private: remark, TT1: 'Trình bày rõ' }, fullMarks(world));
		expect(
			isRefusal(await lockSigned(world.app, world.member, { contestId: world.contestId, turnId, version: 1 }))
		).toBe(false);
		for (const seat of [world.head, world.other]) {
			await save(seat, 0, {}, fullMarks(world));
			await lockSigned(world.app, seat, { contestId: world.contestId, turnId, version: 1 });
		}
		const { app, contestId, head, other, secretary, organiser } = world;
		const wish = { judge: null, contestant: null, fill: 'locked' as const };
		const received: unknown[] = await Promise.all([
			...[head, other].map((seat) => judgeDesk(app, seat, contestId, turnId)),
			...[head, secretary, organiser].map((seat) => markingMatrix(app, seat, contestId)),
			...[secretary, organiser].map((seat) => scoreSheetPapers(app, seat, contestId, wish)),
			scoreSummary(app, secretary, contestId, 'papers:print'),
			resultPreview(app, organiser, contestId),
			resultBreakdown(app, organiser, contestId, 'TS01'),
			contestLog(app, organiser, contestId, null)
		]);
		received.push(await downloadRecord(app, organiser, { contestId }), world.news);
		const text = JSON.stringify(received);
		expect(text.includes('Trình bày rõ'), 'the comment is on the paper').toBe(true);
		expect(text.includes('7f3a91'), 'the remark is anywhere').toBe(false);
		expect(await tablesWithRemark()).toEqual(['private_remark']);
		expect(await ownRemark(world.member)).toBe(remark);
	});

	test('it outlives reopening, and does not pass to who takes the seat over', async () => {
		await save(world.member, 0, { private: remark }, fullMarks(world));
		await lockSigned(world.app, world.member, { contestId: world.contestId, turnId, version: 1 });
		const sheet = { contestId: world.contestId, turnId, judgeId: world.judges[1]!.id };
		expect(isRefusal(await reopenSigned(world.app, world.head, { ...sheet, reason: 'Nhầm thí sinh' }))).toBe(false);
		expect(await ownRemark(world.member)).toBe(remark);
		await world.fresh.sql`update judge set account_id = null where id = ${world.judges[2]!.id}`;
		await world.fresh.sql`update judge set account_id = ${world.other.accountId} where id = ${world.judges[1]!.id}`;
		expect(await ownRemark(world.other)).toBeUndefined();
	});
});
