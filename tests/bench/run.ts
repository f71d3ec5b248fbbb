// `npm run bench -- rules`: measures what a `*.bench.ts` of this folder does, in a process of its own, and says where.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.ts';

const ending = '.bench.ts';
const names = readdirSync(import.meta.dirname)
	.filter((file) => file.endsWith(ending))
	.map((file) => file.slice(0, -ending.length))
	.sort();
const [name = '', ...args] = process.argv.slice(2);
const isOwnProcess = args[0] === 'own-process';
if (!names.includes(name)) {
	console.error(`npm run bench -- <name>; there are: ${names.join(', ')}`);
	process.exit(1);
}
const { bench } = (await import(`./${name}${ending}`)) as { bench: Bench };
if (isOwnProcess) await bench.measure(args.slice(1));
else {
	const [cpu] = cpus();
	console.log(`${bench.name} · Node ${process.version} ${bench.nodeFlags.join(' ')}`);
	console.log(`${cpu?.model} × ${cpus().length} · ${(totalmem() / 2 ** 30).toFixed(0)} GB · ${process.platform}\n`);
	const own = [...bench.nodeFlags, fileURLToPath(import.meta.url), name, 'own-process', ...args];
	process.exitCode = spawnSync(process.execPath, own, { stdio: 'inherit' }).status ?? 1;
}
