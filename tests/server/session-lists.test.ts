// Lists that put contestants into sessions, on real Postgres: in, out and in again, and what lots make of it (R316).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerRequest } from '../../src/lib/formats/reading/answer-request.ts';
import { commitImport } from '../../src/lib/server/usecases/commit-import.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { contestTable } from '../../src/lib/server/views/contest-tables.ts';
import { ok, setupWorld, type World } from './setup-world.ts';
import { pointsForAll, stagedContest } from './staged-contest.ts';

let world: World;
beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());

test('R316 say in which session somebody is drawn, come out as they went in, and do not move who was drawn', async () => {
	const { contestId, organiser, give, draw } = await stagedContest(world);
	ok(await give(pointsForAll));
	// Those who go on; a list says nothing of TS04.
	const wish = { TS02: 'Buổi sáng', TS05: 'CHIEU', TS03: 'chieu', TS04: '' };
	const list = (rows: Record<string, string>) =>
		new TextEncoder().encode(
			`SBD;Họ và tên;Mã đơn vị;Buổi thi\n${Object.entries(rows)
				.map(
					([number, session]) =>
						`${number};Nguyễn Thị ${number};DV0${Math.ceil(Number(number.slice(2)) / 2)};${session}`
				)
				.join('\n')}\n`
		);
	const preview = async (bytes: Uint8Array) => {
		const file = { contestId, kind: 'contestants', fileName: 'list.csv', bytes, language: 'vi' };
		return ok(await previewImport(world.app, organiser, file, answerRequest));
	};
	const wrong = await preview(list({ ...wish, TS04: 'Buổi tối' }));
	expect(wrong.remedies.flatMap(({ name, cells }) => cells.map((cell) => [name, cell.line, cell.header]))).toEqual([
		['rewrite', 5, 'Buổi thi']
	]);
	const taken = await preview(list(wish));
	const file = { contestId, kind: 'contestants', fileName: 'list.csv', bytes: list(wish), onlyGoodRows: false };
	const seen = { hash: taken.hash, expectedVersion: taken.version };
	ok(await commitImport(world.app, organiser, { ...file, ...seen }, { readFile: answerRequest }));

	const exported = async () => {
		const asked = { contestId, table: 'contestants', as: 'csv', language: 'vi' } as const;
		return ok(await contestTable(world.app, organiser, asked)).bytes;
	};
	const same = { counts: { new: 0, changed: 0, problemRows: 0 } };
	expect(new TextDecoder().decode(await exported())).toMatch(/TS05;[^\n]*;Buổi chiều;/);
	expect(await preview(await exported())).toMatchObject(same);

	expect(await draw({ stage: 'CK' })).toMatchObject({ refused: 'lots/sessions-planned' });
	const drawn = async (session: string) => ok(await draw({ stage: 'CK', session })).result.result.map(({ id }) => id);
	expect((await drawn('CHIEU')).sort()).toEqual(['TS03', 'TS04', 'TS05']);
	expect(await drawn('SANG')).toEqual(['TS02']);
	// TS04 stays without a wish of the list, though the file now says where lots put it.
	expect(await preview(await exported())).toMatchObject(same);
	const moved = await preview(list({ ...wish, TS04: 'SANG' }));
	expect(moved.remedies[0]?.cells.map(({ what }) => what)).toEqual([
		expect.stringContaining('đã bốc thăm vào buổi CHIEU')
	]);
});
