// The faults that are too slow for every day, played by vitest with the campaign's seed: hangs, restarts, cut connections, a stepped clock.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Campaign } from './campaign.ts';

export const campaign: Campaign = {
	name: 'more-faults',
	rounds: 3,
	async round(seed) {
		const child = spawn('node_modules/.bin/vitest', ['run', '--project', 'more-faults'], {
			stdio: 'inherit',
			env: { ...process.env, FAULT_SEED: String(seed) }
		});
		const [code] = await once(child, 'close');
		assert.equal(code, 0, `the faults of seed ${seed} ended with ${code}`);
	}
};
