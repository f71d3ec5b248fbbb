// `hoithi results preflight`: what the preflight finds in a contest file (R90, R230–R232, R250); it must not mend anything.
import { preflight } from '#lib/contest/preflight/preflight.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenContest } from './read-given-contest.ts';
import type { TextOptions } from './text-options.ts';
import { writeJson } from './write-json.ts';

export async function preflightOf(file: string, { json, lang }: TextOptions): Promise<ExitCode> {
	const record = await readGivenContest(file);
	if (typeof record === 'number') return record;
	const found = preflight(record);
	if (json) {
		writeJson(found);
	} else {
		const good = { vi: 'Thể lệ và hội thi dùng được.', en: 'Rules and contest can be used.' }[lang];
		const lines = [
			...found.open.map(({ path, text }) => `${path}: ${text[lang]}`),
			...found.overridden.map(
				({ path, text, reason, by, confirmedBy }) => `${path}: ${text[lang]} → ${by}, ${confirmedBy}: ${reason}`
			),
			...(found.open.length === 0 ? [good] : [])
		];
		process.stdout.write(`${lines.join('\n')}\n`);
	}
	return found.open.length === 0 ? exitCodes.good : exitCodes.badFile;
}
