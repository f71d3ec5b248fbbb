// Starts nginx with the example of deploy/ in front of nodes, on free ports with a certificate of the tests' own, and ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { findProgram, nginx } from './programs.ts';

export interface TestNginx {
	/** PEM of the certificate it serves, for `localhost`. */
	certificate: string;
	pid: number;
	stop(): Promise<void>;
}

const startsWithinMs = 10_000;

/** The example as it stands, but for what it marks with CHANGE. */
export async function startNginx(given: { port: number; plainPort: number; nodes: number[] }): Promise<TestNginx> {
	const path = findProgram(nginx);
	if (!path) throw new Error('there is no nginx on this machine: npm test installs it');
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-nginx-'));
	const made = await generate([{ name: 'commonName', value: 'localhost' }], {
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }]
	});
	await writeFile(join(folder, 'chain.pem'), made.cert);
	await writeFile(join(folder, 'key.pem'), made.private);
	const example = await readFile('deploy/nginx.conf', 'utf8');
	const changed = example
		.replace(/^\tserver 127\.0\.0\.1:3001.*$/m, '')
		.replace(/127\.0\.0\.1:3002( .*)$/m, (_, rest: string) =>
			given.nodes.map((node) => `127.0.0.1:${node}${rest}`).join(' server ')
		)
		.replaceAll('hoithi.example.vn;', 'localhost;')
		.replace('listen 80;', `listen 127.0.0.1:${given.plainPort};`)
		.replace('listen 443 ssl;', `listen 127.0.0.1:${given.port} ssl;`)
		.replaceAll('/etc/hoithi/', `${folder}/`);
	await writeFile(join(folder, 'nginx.conf'), mainConfiguration(folder, changed));
	const child = spawn(path, ['-c', join(folder, 'nginx.conf'), '-p', folder], {
		stdio: ['ignore', 'inherit', 'inherit']
	});
	const ended = once(child, 'exit');
	const stop = async () => {
		if (child.exitCode === null) child.kill('SIGTERM');
		await ended;
		await rm(folder, { recursive: true, force: true });
	};
	const givesUpAt = performance.now() + startsWithinMs;
	while (!(await isListening(given.port))) {
		if (child.exitCode !== null || performance.now() > givesUpAt) {
			await stop();
			throw new Error('nginx did not start');
		}
		await pause(30);
	}
	return { certificate: made.cert, pid: child.pid ?? 0, stop };
}

/** What Debian's own nginx.conf does around a file of conf.d. */
function mainConfiguration(folder: string, site: string): string {
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((kind) => `${kind}_temp_path ${folder}/${kind};`)
		.join('\n');
	return `daemon off;\nworker_processes 1;\npid ${folder}/pid;\nerror_log stderr crit;\nworker_rlimit_nofile 20000;
events { worker_connections 16384; }
http {\naccess_log off;\n${temporary}\n${site}\n}\n`;
}

function isListening(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createConnection(port, '127.0.0.1', () => {
			probe.destroy();
			resolve(true);
		});
		probe.on('error', () => resolve(false));
	});
}
