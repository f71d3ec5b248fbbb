// `npm run bench -- bank 3000`: a bank of so many questions is imported, searched without marks, filtered, held against itself for twins, and drawn from.
import { writeCsv } from '../../src/lib/formats/csv.ts';
import { commitImport } from '../../src/lib/server/usecases/commit-import.ts';
import { previewDraw } from '../../src/lib/server/usecases/preview-draw.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { setupBank, type BankWish } from '../../src/lib/server/views/setup-bank.ts';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import { quantile } from '../load/quantile.ts';
import { useCluster } from '../server/fresh-database.ts';
import { ok, setupWorld } from '../server/setup-world.ts';
import type { Bench } from './bench.ts';

const topics = ['Xây dựng Đảng', 'Chuyển đổi số', 'Bảo hiểm xã hội', 'Lịch sử địa phương', 'Tư tưởng Hồ Chí Minh'];
const headers = [
	...['code', 'topic', 'difficulty', 'type', 'question'],
	...['option_a', 'option_b', 'option_c', 'option_d', 'correct', 'seconds', 'source']
];

export const bench: Bench = {
	name: 'bank',
	nodeFlags: [],
	async measure(args) {
		const count = Number(args[0] ?? 3000);
		const postgres = await openOwnPostgres();
		useCluster(postgres);
		const world = await setupWorld();
		try {
			const { contestId, organiser } = await world.contest();
			const file = { contestId, kind: 'questions', fileName: 'ngan-hang.csv', bytes: writeCsv(headers, rows(count)) };
			const seen = await timed('preview of the file', async () =>
				ok(await previewImport(world.app, organiser, { ...file, language: 'vi' }))
			);
			const answer = { hash: seen.hash, expectedVersion: seen.version, onlyGoodRows: false };
			await timed('import of the file', async () =>
				ok(await commitImport(world.app, organiser, { ...file, ...answer }))
			);
			const find = async (wish: Omit<BankWish, 'withKeys'>) =>
				ok(await setupBank(world.app, organiser, contestId, { withKeys: false, ...wish }));
			const wishes: Record<string, Omit<BankWish, 'withKeys'>> = {
				'search, one word': { search: 'nghị quyết' },
				'search, one question': { search: `cau hoi so ${count - 1} ` },
				'search, nothing found': { search: 'khong co dau ca' },
				'topic, level and state': { filter: { topic: topics[1] ?? '', difficulty: 2, state: 'draft' } },
				'last page': { page: Math.ceil(count / 100) },
				twins: { twins: true }
			};
			for (const [name, wish] of Object.entries(wishes)) await repeated(name, () => find(wish));
			const table = topics.map((topic) => ({ topic, difficulty: 1, count: 10 }));
			await repeated('draw of 50 by a table', () =>
				previewDraw(world.app, organiser, { contestId, seed: '7 21 3', table })
			);
		} finally {
			await world.close();
			await postgres.end();
		}
	}
};

function rows(count: number): string[][] {
	return Array.from({ length: count }, (_, index) => [
		...[`CH${String(index).padStart(5, '0')}`, topics[index % topics.length] ?? '', String((index % 3) + 1), 'single'],
		`Câu hỏi số ${index} về Nghị quyết Đại hội đại biểu Đảng bộ tỉnh: nội dung nào sau đây được nêu trong phần phương hướng?`,
		...['Phát triển kinh tế', 'Xây dựng văn hoá', 'Củng cố quốc phòng', `Phương án thứ ${index}`],
		...['ABCD'[index % 4] ?? 'A', '30', `Văn kiện Đại hội; mục ${index % 9}; trang ${index % 200}`]
	]);
}

async function timed<T>(name: string, act: () => Promise<T>): Promise<T> {
	const beganAt = performance.now();
	const result = await act();
	console.log(`${name.padEnd(28)} ${(performance.now() - beganAt).toFixed(0).padStart(6)} ms`);
	return result;
}

async function repeated(name: string, act: () => Promise<unknown>): Promise<void> {
	const times: number[] = [];
	for (let run = 0; run < 30; run++) {
		const beganAt = performance.now();
		await act();
		times.push(performance.now() - beganAt);
	}
	const say = (share: number) => quantile(times, share).toFixed(1).padStart(7);
	console.log(`${name.padEnd(28)} median${say(0.5)} ms, 99 %${say(0.99)} ms`);
}
