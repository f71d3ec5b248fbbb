// T-28: the owner of the database changes one row of the log, of the marks or of what was typed from paper; the program names it, and so does the command line.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { showStandings } from '../../src/lib/server/usecases/show-standings.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { rankingPaper } from '../../src/lib/server/views/ranking-paper.ts';
import { judgingContest, type JudgingContest } from './judging-contest.ts';
import { sealedSession } from './locked-session.ts';
import { declaredInterests, readAsStored, signedSheets, typedSheet } from './signed-sheets.ts';
import { ok } from './setup-world.ts';
import { namedAs, tamperRows, verifyByCommand } from './tampered-rows.ts';

let world: JudgingContest;

beforeAll(async () => {
	world = await judgingContest();
	await sealedSession(world);
	await signedSheets(world);
	await typedSheet(world);
	await declaredInterests(world);
});
afterAll(() => world.app.close());

test('R71 eighty changes in the database, each found at its row', async () => {
	await tamperRows(world, { random: repeatableRandom(2), times: 80 }, async ({ what, first }) => {
		const verdict = await verifyLog(world.app, world.contestId);
		const said = verdict.ok ? null : { line: verdict.firstBad, sheet: verdict.sheet, row: verdict.row };
		if (first.ok) throw new Error('nothing was changed');
		const { bad, sequence } = first;
		const row = bad === 'lock' || bad === 'hand' || bad === 'interest' ? bad : null;
		const place = bad === 'sheet' || bad === 'entry' ? { number: first.number, judge: first.judge } : null;
		const which = bad === 'sheet' ? { revision: first.revision } : bad === 'entry' && { entry: first.entry };
		expect({ what, ...said }).toEqual({ what, line: sequence, sheet: place && { ...place, ...which }, row });
	});
	expect(await verifyLog(world.app, world.contestId)).toMatchObject({ ok: true });
});

test('R71 three of them through the command line, which also finds the code of a printed paper', async () => {
	const { url } = world.fresh;
	await tamperRows(world, { random: repeatableRandom(3), times: 3 }, async (row) => {
		const { isGood, said } = verifyByCommand(url);
		expect({ what: row.what, isGood, said }).toMatchObject({
			isGood: false,
			said: expect.stringContaining(namedAs(row))
		});
	});
	const papers = ok(await rankingPaper(world.app, world.organiser, world.contestId));
	const { lines } = await readAsStored(world);
	expect(papers.log).toEqual({ count: lines.length, hash: lines.at(-1)?.hash });
	// The contest goes on after the paper was printed.
	const { app, organiser, contestId } = world;
	ok(await showStandings(app, organiser, { contestId, to: 'contestants', shown: true }));
	const printed = papers.log.hash.toUpperCase().replace(/(.{8})/g, '$1 ');
	expect(verifyByCommand(url, '--head', printed)).toMatchObject({
		isGood: true,
		said: expect.stringContaining(`the printed code is that of line ${lines.length}`)
	});
	expect(verifyByCommand(url, '--head', 'f'.repeat(64))).toMatchObject({
		isGood: false,
		said: expect.stringContaining('the printed code is in NO log')
	});
});
