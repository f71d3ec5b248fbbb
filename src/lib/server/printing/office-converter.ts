// Makes a PDF of a Word or PowerPoint file with the LibreOffice of this machine: one at a time, in a folder of its own that goes with it, without a network
// and without rights where the machine allows it. It must not know whose file it is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isTooLarge, killGroup, leastPriority } from './process-group.ts';

export interface OfficeConverter {
	/** `ending` without the dot. Null when too many wait already. Rejects when no PDF could be made in time. */
	convert(bytes: Uint8Array, ending: string): Promise<Uint8Array | null>;
}

/** LibreOffice of Debian and of others, in this order. */
const usualPlaces = [
	'/usr/bin/soffice',
	'/usr/local/bin/soffice',
	'/usr/bin/libreoffice',
	'/opt/libreoffice/program/soffice',
	'/Applications/LibreOffice.app/Contents/MacOS/soffice'
];

const mostWaiting = 8;
/** Slides full of pictures on a slow laptop. */
export const converterLimits = { ms: 60_000, memoryBytes: 1_500 * 1024 * 1024, pdfBytes: 50 * 1024 * 1024 } as const;
const watchMs = 500;
/** "nobody" everywhere. */
const nobody = 65_534;

/** Where it is; null where there is none. `given` is a path, or "none". */
export function findConverter(given: string | undefined): string | null {
	return (given === undefined ? usualPlaces : [given]).find((place) => existsSync(place)) ?? null;
}

export function openConverter(given: string | undefined, ms: number = converterLimits.ms): OfficeConverter | null {
	const program = findConverter(given);
	if (program === null) return null;
	let waiting = 0;
	let last: Promise<unknown> = Promise.resolve();
	return {
		async convert(bytes, ending) {
			if (waiting >= mostWaiting) return null;
			waiting += 1;
			const turn = last.then(() => convertIn(program, bytes, ending, ms));
			last = turn.catch(() => {});
			try {
				return await turn;
			} finally {
				waiting -= 1;
			}
		}
	};
}

async function convertIn(program: string, bytes: Uint8Array, ending: string, ms: number): Promise<Uint8Array> {
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-office-'));
	const [file, out, pdf] = [`document.${ending}`, 'out', 'out/document.pdf'].map((name) => join(folder, name)) as [
		string,
		string,
		string
	];
	try {
		await mkdir(out);
		await writeFile(file, bytes);
		if (isRoot) for (const each of [folder, out, file]) await chown(each, nobody, nobody);
		await run([...confinement(), program, ...flags, `-env:UserInstallation=file://${folder}/profile`], {
			more: ['--convert-to', 'pdf', '--outdir', out, file],
			folder,
			ms
		});
		if ((await stat(pdf)).size > converterLimits.pdfBytes) throw new Error('the PDF is too large');
		const made = await readFile(pdf);
		if (made.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error('what was made is no PDF');
		return made;
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}
}

const flags = ['--headless', '--norestore', '--nodefault', '--nologo', '--nofirststartwizard'];
const isRoot = process.getuid?.() === 0;

/** Root can take network and rights away from it; of anybody else it has the rights of the house. */
function confinement(): string[] {
	if (!isRoot || !['/usr/bin/unshare', '/usr/bin/setpriv'].every((each) => existsSync(each))) return [];
	const as = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--no-new-privs'];
	return ['/usr/bin/unshare', '--net', '--', '/usr/bin/setpriv', ...as];
}

async function run(
	[program = '', ...args]: string[],
	{ more, folder, ms }: { more: string[]; folder: string; ms: number }
): Promise<void> {
	const child = spawn(program, [...args, ...more], {
		// A group of its own, so that all its processes are ended together.
		detached: true,
		stdio: 'ignore',
		env: {
			PATH: '/usr/local/bin:/usr/bin:/bin',
			HOME: folder,
			TMPDIR: folder,
			LANG: 'C.UTF-8',
			SAL_USE_VCLPLUGIN: 'svp'
		}
	});
	let why = 'the converter ended without a PDF';
	const end = (reason: string) => {
		why = reason;
		if (child.pid) killGroup(child.pid);
	};
	const timer = setTimeout(() => end('converting took too long'), ms);
	const watch = setInterval(
		() => void isTooLarge(child.pid, converterLimits.memoryBytes).then((is) => is && end('converting took too much')),
		watchMs
	);
	try {
		if (child.pid) setPriority(child.pid, leastPriority);
		const code = await new Promise<number | null>((settle, fail) => child.once('close', settle).once('error', fail));
		if (code !== 0) throw new Error(why);
	} finally {
		clearTimeout(timer);
		clearInterval(watch);
		if (child.pid) killGroup(child.pid);
	}
}
