// A thousand honest panels and a thousand with two judges who lift the same ten, for each seed (T-24, R141); prints the ROC curve and who is named.
import assert from 'node:assert/strict';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { everyPair, namedBelow } from '../../src/lib/contest/tendencies/shared-favour.ts';
import { simulatedPanel } from '../../src/lib/contest/tendencies/simulated-panel.fixture.ts';
import type { Campaign } from './campaign.ts';

const panels = 1000;
const thresholds = [1e-6, 1e-5, 1e-4, 1e-3, 0.005, 0.01, namedBelow, 0.03, 0.05, 0.1, 0.2, 0.5, 1];

export const campaign: Campaign = {
	name: 'favour',
	rounds: 5,
	round(seed) {
		const random = repeatableRandom(seed);
		const honest: number[] = [];
		const collusive: number[] = [];
		let rightPair = 0;
		for (let panel = 0; panel < panels; panel++) {
			honest.push(everyPair(simulatedPanel(random).table)[0]?.chance ?? 1);
			const [first] = everyPair(simulatedPanel(random, { isCollusive: true }).table);
			collusive.push(first?.chance ?? 1);
			if (first && first.chance < namedBelow && first.judges.join() === '0,1') rightPair += 1;
		}
		const share = (chances: number[], below: number) =>
			chances.filter((chance) => chance < below).length / chances.length;
		console.log(`  seed ${seed}: chance below · honest panels named · panels with two in league named`);
		for (const below of thresholds) {
			const here = below === namedBelow ? '  ← names' : '';
			console.log(
				`    ${below.toString().padEnd(6)} ${percent(share(honest, below))} ${percent(share(collusive, below))}${here}`
			);
		}
		const area = collusive.flatMap((one) => honest.map((other) => (one < other ? 1 : one === other ? 0.5 : 0)));
		const auc = area.reduce<number>((total, each) => total + each, 0) / area.length;
		console.log(
			`    area under the curve ${auc.toFixed(4)}; the right pair named first in ${percent(rightPair / panels)}`
		);
		assert.ok(rightPair / panels >= 0.95, `seed ${seed}: named in ${rightPair} of ${panels}`);
		assert.ok(share(honest, namedBelow) <= 0.05, `seed ${seed}: honest panels named in ${share(honest, namedBelow)}`);
		return Promise.resolve();
	}
};

const percent = (share: number): string => `${(100 * share).toFixed(1).padStart(5)} %`;
