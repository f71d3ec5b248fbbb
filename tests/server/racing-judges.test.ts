// T-25: everybody presses at once; the ten thousand are played by `npm run test:long -- --only racing-judges`.
import { expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { raceJudges } from './racing-judges.ts';

test('R72 of 400 locks, reopenings and confirmations at once none has two effects, and no change lacks its second person', async () => {
	const { acts, locked, reopened, confirmed } = await raceJudges(repeatableRandom(25), 400);
	expect(acts).toBeGreaterThanOrEqual(400);
	// Each kind has won some of its races and lost some.
	for (const won of [locked, reopened, confirmed]) expect(won).toBeGreaterThan(0);
	expect(locked + reopened + confirmed).toBeLessThan(acts);
});
