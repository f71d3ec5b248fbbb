// `npm run bench -- imports`: how long large lists take from file to stored rows, beside one bare insert; `… imports beside 500 3`: what live answers feel of the
// heaviest file that is still read, over and over, on the same cores.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { startEmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { commitImport } from '../../src/lib/server/usecases/commit-import.ts';
import { readApart } from '../../src/lib/server/usecases/importing/read-apart.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { postmasterOf } from '../load/postgres-process.ts';
import { pin } from '../load/processes.ts';
import { quantile } from '../load/quantile.ts';
import { useCluster } from '../server/fresh-database.ts';
import { setupWorld } from '../server/setup-world.ts';
import type { Bench } from './bench.ts';
import { measureRun } from './live-run.ts';
import { serverCore } from './live-systems.ts';

export const bench: Bench = {
	name: 'imports',
	nodeFlags: [],
	async measure([what, phones = '500', runs = '3']) {
		const folder = await mkdtemp(join(tmpdir(), 'hoithi-imports-'));
		const postgres = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: makeLog('warn') });
		useCluster(postgres);
		try {
			if (what === 'beside') {
				pin(await postmasterOf(postgres.url), serverCore);
				await measureBeside(Number(phones), Number(runs), folder);
			} else await measureLists();
		} finally {
			await postgres.stop();
			await rm(folder, { recursive: true, force: true });
		}
	}
};

const people = 5_000;
const questions = 3_000;

async function measureLists(): Promise<void> {
	const world = await setupWorld();
	const { contestId, organiser } = await world.contest();
	await world.fresh.sql`insert into unit (contest_id, code, name) values (${contestId}, 'DV01', 'Chi bộ Một')`;
	const lists = [
		{
			kind: 'contestants',
			rows: [
				['SBD', 'Họ và tên', 'Ngày sinh', 'Đơn vị', 'Chức vụ', 'Điện thoại'],
				...Array.from({ length: people }, (_, at) => [
					`TS${at + 1}`,
					`Nguyễn Thị Ngọc Ánh ${at}`,
					'03/02/1990',
					'DV01',
					'Bí thư chi bộ',
					`09${String(at).padStart(8, '0')}`
				])
			]
		},
		{
			kind: 'questions',
			rows: [
				['code', 'topic', 'difficulty', 'type', 'question', 'option_a', 'option_b', 'option_c', 'correct', 'seconds'],
				...Array.from({ length: questions }, (_, at) => [
					`CH${at + 1}`,
					'Lịch sử Đảng',
					'2',
					'single',
					`Câu hỏi số ${at + 1}: Đảng Cộng sản Việt Nam được thành lập ngày nào?`,
					`03/02/1930 (${at})`,
					'19/08/1945',
					'02/09/1945',
					'A',
					'30'
				])
			]
		}
	];
	for (const { kind, rows } of lists) {
		const file = { contestId, kind, fileName: 'list.xlsx', bytes: await writeXlsx({ sheets: [{ name: 'A', rows }] }) };
		const beganAt = performance.now();
		const preview = await previewImport(world.app, organiser, { ...file, language: 'vi' });
		if (isRefusal(preview)) throw new Error(preview.refused);
		const seenAt = performance.now();
		const { hash, version, choices } = preview;
		const given = { ...file, choices, hash, expectedVersion: version, onlyGoodRows: false };
		const done = await commitImport(world.app, organiser, given);
		if (isRefusal(done)) throw new Error(done.refused);
		const storedAt = performance.now();
		const floor = await bareInsert(world, rows);
		const [toPreview, toStored] = [seenAt - beganAt, storedAt - seenAt];
		console.log(
			`${rows.length - 1} ${kind}: preview ${seconds(toPreview)}, store ${seconds(toStored)}, in all ${seconds(toPreview + toStored)}; ` +
				`one bare insert of the same texts ${seconds(floor)}, ratio ${((toPreview + toStored) / floor).toFixed(1)}`
		);
	}
	await world.close();
}

/** The least that storing so many rows can cost: one statement, one column, no check. */
async function bareInsert(world: Awaited<ReturnType<typeof setupWorld>>, rows: string[][]): Promise<number> {
	await world.fresh.owner.sql`create table if not exists bare_row (cells jsonb not null)`;
	const beganAt = performance.now();
	await world.fresh.owner.sql`
		insert into bare_row select value from jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb)`;
	return performance.now() - beganAt;
}

async function measureBeside(phones: number, runs: number, folder: string): Promise<void> {
	const text = 'NguyÔn V¨n §øc, TrÇn ThÞ Hång';
	const rows = Array.from({ length: people }, (_, at) => [
		`TS${at}`,
		...Array.from({ length: 40 }, (_, column) => `${text} ${at} ${column}`)
	]);
	const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['SBD', 'Họ và tên', 'Đơn vị'], ...rows] }] });
	console.log(`the file: ${(bytes.length / 2 ** 20).toFixed(1)} MB, ${people} rows of 41 cells, all in an old code`);
	const figures = { alone: [] as number[], beside: [] as number[] };
	for (let run = 0; run < runs; run++)
		for (const name of ['alone', 'beside'] as const) {
			const importing = name === 'beside' ? keepReading(bytes) : null;
			const logFolder = join(folder, `${name}-${run}`);
			const { ackMs } = await measureRun({
				name: 'hoithi',
				phones,
				seed: run + 1,
				logFolder,
				core: undefined,
				nodeOptions: ''
			});
			const times = await importing?.stop();
			figures[name].push(quantile(ackMs, 0.99));
			const read = times ? `, ${times.length} files read, ${seconds(Math.max(...times))} at most` : '';
			console.log(
				`${name}: ${ackMs.length} answers, p50 ${quantile(ackMs, 0.5).toFixed(1)} ms, p99 ${quantile(ackMs, 0.99).toFixed(1)} ms${read}`
			);
		}
	const [alone, beside] = [quantile(figures.alone, 0.5), quantile(figures.beside, 0.5)];
	console.log(
		`median p99 alone ${alone.toFixed(1)} ms, beside ${beside.toFixed(1)} ms: ${((beside / alone - 1) * 100).toFixed(1)} %`
	);
}

/** Reads the file again as soon as it has been read. */
function keepReading(bytes: Uint8Array): { stop(): Promise<number[]> } {
	const times: number[] = [];
	let isStopped = false;
	const reading = (async () => {
		while (!isStopped) {
			const beganAt = performance.now();
			const context = { unitCodes: ['DV01'] };
			await readApart({ kind: 'contestants', bytes, context, choices: {}, remembered: [] });
			times.push(performance.now() - beganAt);
		}
	})();
	return {
		async stop() {
			isStopped = true;
			await reading;
			return times;
		}
	};
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(2)} s`;
}
