// A whole day of judging in real browsers: seven tablets, three sessions, and all that goes otherwise on such a day. `DAY_CONTESTANTS=9` makes it shorter.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Campaign } from './campaign.ts';

export const campaign: Campaign = {
	name: 'judging-day',
	rounds: 1,
	async round(seed) {
		// Playwright's own runner brings the house, the people and what may be heard from their pages, as in the browser tests.
		const play = ['test', '--config', 'tests/long/judging-day/judging-day.config.ts', '--reporter', 'line'];
		const child = spawn('node_modules/.bin/playwright', play, {
			stdio: 'inherit',
			env: { ...process.env, DAY_SEED: String(seed) }
		});
		const [code] = (await once(child, 'close')) as [number | null];
		assert.equal(code, 0, `the day of seed ${seed} did not come to its end`);
	}
};
