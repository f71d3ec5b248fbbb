// R67: `lots verify` run as people run it, on files as the page exports them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawFrozen } from '../lib/contest/drawing.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoithi-lots-'));
afterAll(() => rmSync(folder, { recursive: true }));

const draw = drawFrozen(
	{
		title: 'Thứ tự dự thi',
		kind: 'order',
		session: null,
		items: ['TS01', 'TS02', 'TS03'].map((id) => ({ id, unit: null, slot: null })),
		tickets: [],
		constraints: { unitsApart: true }
	},
	[{ name: 'Phạm Thị Chứng', said: '7' }],
	null
);

function verify(content: string) {
	const file = join(folder, 'draw.json');
	writeFileSync(file, content);
	return spawnSync(process.execPath, ['src/cli/hoithi.ts', 'lots', 'verify', file], { encoding: 'utf8' });
}

test('R67 a draw as it was exported is right', { timeout: 60_000 }, () => {
	const { status, stdout, stderr } = verify(JSON.stringify(draw));
	expect([status, stderr]).toEqual([0, '']);
	expect(stdout).toContain('Phạm Thị Chứng: 7');
	expect(stdout).toContain('Đúng');
});

test.each([
	['another number', JSON.stringify({ ...draw, witnesses: [{ name: 'Phạm Thị Chứng', said: '8' }] }), 'mã gốc'],
	['another order', JSON.stringify({ ...draw, result: draw.result.toReversed() }), 'kết quả'],
	['a shorter list', JSON.stringify({ ...draw, items: draw.items.slice(1) }), 'dấu kiểm'],
	['a field nobody knows', JSON.stringify({ ...draw, hello: 1 }), 'hello'],
	['what is not JSON', 'xin chào', 'xin']
])('R67 %s is found out', { timeout: 60_000 }, (_, content, named) => {
	const { status, stderr } = verify(content);
	expect(status).toBe(2);
	expect(stderr).toContain(named);
});
