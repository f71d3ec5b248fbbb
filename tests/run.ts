// `npm test`: everything in order, each step with its time, ended by the first that fails; `--long` runs the campaigns instead.
import { spawnSync } from 'node:child_process';
import { isBuildStale } from './machine/build-state.ts';
import { prepareMachine } from './machine/prepare-machine.ts';

interface Step {
	title: string;
	/** Exit code. */
	run(): number;
}

const command = (...[name, ...args]: [string, ...string[]]): number =>
	spawnSync(`node_modules/.bin/${name}`, args, { stdio: 'inherit' }).status ?? 1;

const machine: Step = { title: 'machine', run: () => (prepareMachine() ? 0 : 1) };
const build: Step = {
	title: 'build',
	run: () => {
		if (isBuildStale()) return command('vite', 'build', '--logLevel', 'warn');
		console.log('the build is as new as its sources');
		return 0;
	}
};

const daily: Step[] = [
	machine,
	{ title: 'form', run: () => command('prettier', '--check', '--log-level', 'warn', '.') || command('eslint', '.') },
	{
		title: 'types',
		run: () =>
			command('svelte-kit', 'sync') ||
			command('svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human')
	},
	{
		title: 'architecture and rules',
		run: () => command('vitest', 'run', '--project', 'architecture', '--project', 'rules')
	},
	{ title: 'use cases on Postgres', run: () => command('vitest', 'run', '--project', 'server') },
	build,
	{ title: 'script of the contestant page', run: () => command('node', 'tests/budget.ts') },
	{ title: 'live: sockets, nodes, Redis', run: () => command('vitest', 'run', '--project', 'live') },
	{ title: 'faults: kills, hangs, bad lines', run: () => command('vitest', 'run', '--project', 'faults') },
	{ title: 'browser', run: () => command('playwright', 'test') }
];

const long: Step[] = [
	machine,
	build,
	{ title: 'campaigns', run: () => command('node', 'tests/long/run.ts', ...process.argv.slice(2)) }
];

const wantsLong = process.argv.includes('--long');
const beganAt = performance.now();
const times: string[] = [];
for (const [index, step] of (wantsLong ? long : daily).entries()) {
	console.log(`\n── ${index + 1} · ${step.title} ${'─'.repeat(Math.max(0, 60 - step.title.length))}`);
	const stepBeganAt = performance.now();
	const code = step.run();
	times.push(`${code === 0 ? 'ok    ' : 'FAILED'} ${seconds(stepBeganAt).padStart(6)} s  ${step.title}`);
	if (code === 0) continue;
	report();
	process.exit(code);
}
report();

function report(): void {
	console.log(`\n${times.join('\n')}\n       ${seconds(beganAt).padStart(6)} s  in all\n`);
}

function seconds(since: number): string {
	return ((performance.now() - since) / 1000).toFixed(1);
}
