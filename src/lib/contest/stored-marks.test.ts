// R71: whoever changes one row of the log or of the marks past the program is found at that row.
import { expect, test } from 'vitest';
import { repeatableRandom } from '../../cli/rehearsal/random.ts';
import { verifyStored } from './stored-marks.ts';
import { anyStored } from './stored-marks.fixture.ts';
import { tamper } from './tampering.fixture.ts';

const verdictOn = ({ lines, end, ...rows }: ReturnType<typeof anyStored>) => verifyStored(lines, end, rows);

test('R71 what was written by the program holds, whatever was reopened and is still open', () => {
	const random = repeatableRandom(71);
	for (let contest = 0; contest < 200; contest++) {
		const stored = anyStored(random);
		expect(verdictOn(stored)).toEqual({ ok: true, count: stored.lines.length, lastHash: stored.end.hash });
	}
});

test('R71 of 10 000 single changes each one is found, at its row', { timeout: 60_000 }, () => {
	const random = repeatableRandom(28);
	const missed: string[] = [];
	const kinds = new Set<string>();
	let found = 0;
	for (let contest = 0; found + missed.length < 10_000; contest++) {
		const stored = anyStored(random);
		for (let nth = 0; nth < 50; nth++) {
			const tampered = tamper(stored, random);
			if (!tampered) continue;
			kinds.add(tampered.what.replace(/ (of|line|lines|for|TS).*/, ''));
			const verdict = verdictOn(tampered.stored);
			if (JSON.stringify(verdict) === JSON.stringify(tampered.first)) found += 1;
			else missed.push(`contest ${contest}: ${tampered.what}: ${JSON.stringify({ verdict, first: tampered.first })}`);
		}
	}
	expect(missed).toEqual([]);
	expect(found).toBeGreaterThanOrEqual(10_000);
	// Every field that can be flipped, and everything else that can be done to a row.
	expect(kinds.size).toBe(58);
});
