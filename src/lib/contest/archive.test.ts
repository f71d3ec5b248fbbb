// R320, R321: which keys leave with the archive of a contest, and when it may be taken.
import { expect, test } from 'vitest';
import { isKeyTold, refuseArchive } from './archive.ts';
import type { RoundPhase } from './round.ts';

const placed = (phase: RoundPhase, isSealed = false, isRevealed = false) => ({ phase, isSealed, isRevealed });

test('R320 a key leaves when it was told, or when the round is over in which its question was answered', () => {
	expect(isKeyTold(placed('revealed', true, true))).toBe(true);
	expect(isKeyTold(placed('finished', true))).toBe(true);
	expect(isKeyTold(placed('closed', true))).toBe(false);
	expect(isKeyTold(placed('planned'))).toBe(false);
	// Planned, but never asked.
	expect(isKeyTold(placed('finished'))).toBe(false);
});

test('R321 the archive waits while a question is asked or its key not told', () => {
	for (const phase of ['shown', 'running', 'paused', 'closing'] as const)
		expect(refuseArchive([placed('planned'), placed(phase)])).toMatchObject({ refused: 'contest/key-not-told' });
	expect(refuseArchive([placed('lobby', true, true), placed('lobby', true)])).not.toBeNull();
	expect(refuseArchive([placed('revealed', true, true), placed('revealed'), placed('finished', true)])).toBeNull();
	expect(refuseArchive([])).toBeNull();
});
