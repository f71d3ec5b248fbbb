// Every problem leads to a page that exists, those of the rules to their very place (R90, R230).
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemCodes } from '#lib/contest/preflight/problem.ts';
import { mendedAt } from './mended-at.ts';

test.each(problemCodes)('R90 %s is mended on a page of the console', (code) => {
	const { href } = mendedAt({ code, path: 'rules.stages[0].total' });
	const page = /^\/(\w+)/.exec(href)?.[1] ?? '';
	expect(existsSync(`src/routes/organise/[contest]/${page}/+page.svelte`)).toBe(true);
});

test('R90 a problem of the rules leads to its place in the editor', () => {
	expect(mendedAt({ code: 'total-differs', path: 'rules.stages[0].total' }).href).toBe('/rules?at=stages%5B0%5D.total');
});
