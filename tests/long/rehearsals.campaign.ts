// Whole contests, one for each seed, on a real server with simulated phones and judges: nothing lost, doubled or counted otherwise.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Campaign } from './campaign.ts';

export const campaign: Campaign = {
	name: 'rehearsals',
	rounds: 20,
	async round(seed) {
		const child = spawn('node_modules/.bin/node', ['src/cli/hoithi.ts', 'rehearse', '--fast', '--seed', String(seed)], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const said: string[] = [];
		child.stdout.on('data', (piece: Buffer) => void said.push(piece.toString()));
		const [code] = await once(child, 'close');
		assert.equal(code, 0, `the rehearsal of seed ${seed} ended with ${code}:\n${said.join('')}`);
	}
};
