// F-50: two faults at once, drawn from the list, in every question of a round, with nodes, Postgres and the lines between as victims.
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, openFaultWorld, spreadOf, type FaultWorld } from '../faults/fault-world.ts';
import { openOwnPostgres, type OwnPostgres } from '../faults/own-postgres.ts';
import { openProxy, type Proxy } from '../faults/proxy.ts';
import type { Campaign } from './campaign.ts';

const phones = 300;
const questions = 20;

interface Victims {
	world: FaultWorld;
	postgres: OwnPostgres;
	proxies: Proxy[];
	random(): number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const any = <T>(all: T[], random: () => number): T => all[Math.floor(random() * all.length)] as T;

/** Each does its harm and undoes it. */
const faults: Record<string, (victims: Victims) => Promise<void>> = {
	async 'node killed'({ world, random }) {
		const victim = Math.floor(random() * world.nodes.length);
		world.nodes[victim]?.process.kill('SIGKILL');
		await world.restart(victim);
	},
	async 'node hangs'({ world, random }) {
		const { process } = any(world.nodes, random);
		process.kill('SIGSTOP');
		await pause(1_000 + random() * 3_000);
		process.kill('SIGCONT');
	},
	async 'Postgres killed'({ postgres }) {
		postgres.signal('SIGKILL');
		await postgres.startAgain();
	},
	async 'Postgres hangs'({ postgres, random }) {
		postgres.signal('SIGSTOP');
		await pause(500 + random() * 3_000);
		postgres.signal('SIGCONT');
	},
	async 'lines held'({ proxies, random }) {
		const proxy = any(proxies, random);
		proxy.rules.isHeld = true;
		await pause(500 + random() * 4_000);
		proxy.release();
	},
	async 'lines reset'({ proxies, random }) {
		for (let time = 0; time < 3; time++) {
			any(proxies, random).reset();
			await pause(random() * 500);
		}
	},
	async 'frames doubled and late'({ proxies, random }) {
		const proxy = any(proxies, random);
		proxy.rules.up = ({ raw }, pass) => {
			pass(raw);
			if (random() < 0.5) pass(raw, Math.ceil(random() * 300));
		};
		await pause(1_000);
		proxy.rules.up = null;
	}
};

export const campaign: Campaign = {
	name: 'mixture',
	rounds: 10,
	async round(seed) {
		const random = repeatableRandom(seed);
		const postgres = await openOwnPostgres();
		const proxies: Proxy[] = [];
		const world = await openFaultWorld({
			phones,
			nodes: 2,
			questions,
			postgres,
			seed,
			async origins(nodes) {
				for (const { origin } of nodes) proxies.push(await openProxy(Number(new URL(origin).port), random));
				return proxies.map(({ port }) => `http://localhost:${port}`);
			}
		});
		const names = Object.keys(faults);
		const acks: number[] = [];
		try {
			for (let number = 1; number <= questions; number++) {
				await world.ask(number);
				const answering = world.crowd.answer({ seed: seed * 100 + number, spreadMs: 1_500 });
				// Two of the same kind at once would undo each other.
				const first = any(names, random);
				const second = any(
					names.filter((name) => name.split(' ')[0] !== first.split(' ')[0]),
					random
				);
				await Promise.all(
					[first, second].map(async (name) => {
						await pause(random() * 1_000);
						await faults[name]?.({ world, postgres, proxies, random });
					})
				);
				acks.push(...(await answering).ackMs);
				await eventually(() => world.crowd.standing().isIn === phones);
				await world.settle(number);
			}
			const { acknowledged, refused } = await expectGood(world);
			console.log(`  seed ${seed}: ${acknowledged} acknowledged, ${refused} refused, 0 lost, ack ${spreadOf(acks)}`);
		} finally {
			await world.close();
			for (const proxy of proxies) await proxy.close();
			await postgres.end();
		}
	}
};
