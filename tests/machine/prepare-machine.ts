// Installs Chromium, Redis and nginx from Debian where the machine lacks them and root or sudo allows; else says in one sentence what to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, findProgram, nginx, redis, type Program } from './programs.ts';

const needed = [chromium, redis, nginx];

/** Debian asks this before it starts a service it has just installed; 101 means "do not". */
const servicePolicy = '/usr/sbin/policy-rc.d';

/** True when everything is there in the end. */
export function prepareMachine(): boolean {
	const lacking = () => needed.filter((program) => findProgram(program) === null);
	if (lacking().length > 0) install(lacking());
	const still = lacking().map(({ debianPackages: [name] }) => name);
	if (still.length > 0) {
		const names = still.join(' ');
		console.error(
			`\nMáy này thiếu ${names}: hãy chạy «sudo apt-get install ${names}» rồi chạy lại npm test.\n` +
				`This machine lacks ${names}: run "sudo apt-get install ${names}", then npm test again.\n`
		);
		return false;
	}
	for (const program of needed) console.log(findProgram(program));
	return true;
}

function install(programs: Program[]): void {
	const asRoot = rootCommand();
	if (asRoot === null || !existsSync('/usr/bin/apt-get')) return;
	// The services Debian would start are not wanted.
	const keepsServicesStill = !existsSync(servicePolicy);
	const script = `printf '#!/bin/sh\\nexit 101\\n' > ${servicePolicy} && chmod 755 ${servicePolicy}`;
	if (keepsServicesStill) run([...asRoot, 'sh', '-c', script]);
	try {
		run([...asRoot, 'apt-get', ...aptOptions, 'update']);
		for (const { debianPackages } of programs)
			debianPackages.some((name) =>
				run([...asRoot, 'apt-get', ...aptOptions, 'install', '--no-install-recommends', name])
			);
	} finally {
		if (keepsServicesStill) run([...asRoot, 'rm', '-f', servicePolicy]);
	}
	if (!existsSync('/run/systemd/system')) return;
	for (const [program, service] of services)
		if (programs.includes(program)) run([...asRoot, 'systemctl', 'disable', '--now', service]);
}

/** The tests start their own of each. */
const services = [
	[redis, 'redis-server'],
	[nginx, 'nginx']
] as const;

/** Another installer may hold the lock for a while; nobody is there to answer a question. */
const aptOptions = ['-y', '-q', '-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3'];

/** What to put before a command to run it as root; null when there is no way without a password. */
function rootCommand(): string[] | null {
	if (process.getuid?.() === 0) return [];
	const isAllowed = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
	return isAllowed ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive'] : null;
}

function run([command = '', ...args]: string[]): boolean {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}
