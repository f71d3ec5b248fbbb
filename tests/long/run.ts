// Runs the campaigns of this folder round by round and remembers how far each came: `npm run test:long -- --seed 7 --only walks`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Campaign } from './campaign.ts';

interface Progress {
	seed: number;
	done: number;
}

const { values: wish } = parseArgs({
	args: process.argv.slice(2).filter((word) => word !== '--long'),
	options: {
		/** First seed; round n plays seed + n. */
		seed: { type: 'string', default: '1' },
		/** Part of a campaign's name. */
		only: { type: 'string', default: '' },
		rounds: { type: 'string' },
		/** Forgets how far earlier runs came. */
		anew: { type: 'boolean', default: false }
	}
});
const folder = 'test-results/long';
mkdirSync(folder, { recursive: true });

const files = readdirSync('tests/long').filter((name) => name.endsWith('.campaign.ts'));
// The soak takes hours: only for whoever asks for it.
const isWished = (name: string) => (wish.only ? name.includes(wish.only) : name !== 'soak.campaign.ts');
const chosen = files.filter(isWished).sort();
if (chosen.length === 0) {
	console.error(`no campaign is named ${wish.only}; there are: ${files.join(', ')}`);
	process.exit(1);
}
for (const file of chosen) {
	const { campaign } = (await import(`./${file}`)) as { campaign: Campaign };
	await play(campaign, Number(wish.seed), Number(wish.rounds ?? campaign.rounds));
}

/** A run that was killed goes on after its last whole round; one that failed begins with the round that failed. */
async function play(campaign: Campaign, seed: number, rounds: number): Promise<void> {
	const memory = join(folder, `${campaign.name}.json`);
	if (wish.anew) rmSync(memory, { force: true });
	const known = readProgress(memory);
	const first = known?.seed === seed && known.done < rounds ? known.done : 0;
	console.log(`\n${campaign.name}: rounds ${first + 1} to ${rounds}, seed ${seed}`);
	const beganAt = performance.now();
	for (let done = first; done < rounds; done++) {
		try {
			await campaign.round(seed + done);
		} catch (error) {
			console.error(`${campaign.name}: round ${done + 1} failed.`);
			console.error(`Again: npm run test:long -- --anew --only ${campaign.name} --seed ${seed + done} --rounds 1\n`);
			throw error;
		}
		writeFileSync(memory, JSON.stringify({ seed, done: done + 1 } satisfies Progress));
	}
	console.log(`${campaign.name}: good, ${((performance.now() - beganAt) / 1000).toFixed(1)} s`);
}

function readProgress(memory: string): Progress | null {
	try {
		return JSON.parse(readFileSync(memory, 'utf8')) as Progress;
	} catch {
		return null;
	}
}
