// `npm test`: everything in order, each step with its time, ended by the first that fails; `--long` runs the campaigns instead.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { isBuildStale } from './machine/build-state.ts';
import { folderInMemory } from './machine/folder-in-memory.ts';
import { prepareMachine } from './machine/prepare-machine.ts';

interface Step {
	title: string;
	/** Whether all is well. */
	run(): boolean | Promise<boolean>;
}

async function ends(child: ChildProcess): Promise<boolean> {
	const [code] = (await once(child, 'exit')) as [number | null];
	return code === 0;
}

const command = (...[name, ...args]: [string, ...string[]]) =>
	ends(spawn(`node_modules/.bin/${name}`, args, { stdio: 'inherit' }));

/** With what processor the tests beside it leave idle while they wait. */
const meanwhile = (...[name, ...args]: [string, ...string[]]) =>
	ends(spawn('nice', ['-n', '19', `node_modules/.bin/${name}`, ...args], { stdio: 'inherit' }));

async function together(...commands: Promise<boolean>[]): Promise<boolean> {
	return (await Promise.all(commands)).every((isGood) => isGood);
}

/** Workers for tests that also wait: for lines to be given up, for servers to start and to come back. */
const waiting = '3';

const machine: Step = { title: 'machine', run: prepareMachine };
const build: Step = {
	title: 'build',
	run: () => {
		if (isBuildStale()) return command('vite', 'build', '--logLevel', 'warn');
		console.log('the build is as new as its sources');
		return true;
	}
};

const daily: Step[] = [
	machine,
	{ title: 'what SvelteKit writes', run: () => command('svelte-kit', 'sync') },
	{
		title: 'architecture and rules',
		run: () => command('vitest', 'run', '--project', 'architecture', '--project', 'rules')
	},
	{
		title: 'use cases on Postgres',
		run: () => command('vitest', 'run', '--project', 'server', '--maxWorkers', waiting)
	},
	build,
	{ title: 'script of the contestant page', run: () => command('node', 'tests/budget.ts') },
	{
		title: 'live and faults: nodes, Redis, kills, bad lines; form and types beside them',
		run: () =>
			together(
				command('vitest', 'run', '--project', 'live', '--project', 'faults', '--maxWorkers', waiting),
				meanwhile('prettier', '--check', '--log-level', 'warn', '.'),
				meanwhile('eslint', '.'),
				meanwhile('svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human')
			)
	},
	{ title: 'crowds and abuse', run: () => command('vitest', 'run', '--project', 'alone') },
	{ title: 'browser', run: () => command('playwright', 'test') }
];

const long: Step[] = [
	machine,
	build,
	{ title: 'campaigns', run: () => command('node', 'tests/long/run.ts', ...process.argv.slice(2)) }
];

const wantsLong = process.argv.includes('--long');
// Campaigns stay on the disk; every day nobody waits for it.
const folder = wantsLong ? null : folderInMemory();
if (folder) process.env.TMPDIR = folder;
const beganAt = performance.now();
const times: string[] = [];
for (const [index, step] of (wantsLong ? long : daily).entries()) {
	console.log(`\n── ${index + 1} · ${step.title} ${'─'.repeat(Math.max(0, 60 - step.title.length))}`);
	const stepBeganAt = performance.now();
	const isGood = await step.run();
	times.push(`${isGood ? 'ok    ' : 'FAILED'} ${seconds(stepBeganAt).padStart(6)} s  ${step.title}`);
	if (isGood) continue;
	report();
	process.exit(1);
}
report();

function report(): void {
	console.log(`\n${times.join('\n')}\n       ${seconds(beganAt).padStart(6)} s  in all\n`);
}

function seconds(since: number): string {
	return ((performance.now() - since) / 1000).toFixed(1);
}
