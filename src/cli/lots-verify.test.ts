// R64–R67: `lots draw` and `lots verify` run as people run them, on files as the page exports them.
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

function lots(command: 'draw' | 'verify', content: string, ...words: string[]) {
	const file = join(folder, 'draw.json');
	writeFileSync(file, content);
	return spawnSync(process.execPath, ['src/cli/hoithi.ts', 'lots', command, file, ...words], { encoding: 'utf8' });
}

const verify = (content: string) => lots('verify', content);

test('R67 a draw as it was exported is right', { timeout: 60_000 }, () => {
	const { status, stdout, stderr } = verify(JSON.stringify(draw));
	expect([status, stderr]).toEqual([0, '']);
	expect(stdout).toContain('Phạm Thị Chứng: 7');
	expect(stdout).toContain('Đúng');
});

const { title, kind, session, items, tickets, constraints } = draw;
const frozen = { title, kind, session, items, tickets, constraints };

test('R64, R65 a frozen list is drawn with what the witnesses said, as the page draws it', { timeout: 60_000 }, () => {
	const { status, stdout, stderr } = lots('draw', JSON.stringify(frozen), 'Phạm Thị Chứng: 7');
	expect([status, stderr]).toEqual([0, '']);
	expect(JSON.parse(stdout)).toEqual(draw);
	expect(verify(stdout).status).toBe(0);
});

test.each([
	['a witness without a number', frozen, 'Phạm Thị Chứng', 'Phạm Thị Chứng'],
	['a kept place that is none', { ...frozen, items: [{ id: 'TS01', unit: null, slot: 9 }] }, 'Chứng: 7', 'items'],
	['a draw in place of a list', draw, 'Chứng: 7', 'commitment']
])('R64–R66 %s is refused, and nothing is drawn', { timeout: 60_000 }, (_, list, witness, named) => {
	const { status, stdout, stderr } = lots('draw', JSON.stringify(list), witness);
	expect([status, stdout]).toEqual([2, '']);
	expect(stderr).toContain(named);
});

test.each([
	['another number', JSON.stringify({ ...draw, witnesses: [{ name: 'Phạm Thị Chứng', said: '8' }] }), 'mã gốc'],
	['another order', JSON.stringify({ ...draw, result: draw.result.toReversed() }), 'kết quả'],
	['a shorter list', JSON.stringify({ ...draw, items: draw.items.slice(1) }), 'mã đối chiếu'],
	['a field nobody knows', JSON.stringify({ ...draw, hello: 1 }), 'hello'],
	['what is not JSON', 'xin chào', 'xin']
])('R67 %s is found out', { timeout: 60_000 }, (_, content, named) => {
	const { status, stderr } = verify(content);
	expect(status).toBe(2);
	expect(stderr).toContain(named);
});
