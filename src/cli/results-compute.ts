// `hoithi results compute`: the result of a contest file, computed anew, so that anybody can check it; it must not change the file.
import { computeResult } from '#lib/contest/result/compute.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenContest } from './read-given-contest.ts';
import { resultText } from './result-text.ts';
import type { TextOptions } from './text-options.ts';
import { writeJson } from './write-json.ts';

export async function computeResultOf(file: string, { json, lang }: TextOptions): Promise<ExitCode> {
	const record = await readGivenContest(file);
	if (typeof record === 'number') return record;
	const result = computeResult(record);
	if (json) writeJson(result);
	else process.stdout.write(resultText(record, result, lang));
	return exitCodes.good;
}
