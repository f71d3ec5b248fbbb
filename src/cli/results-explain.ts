// `hoithi results explain`: where every point of a contestant comes from; it must not compute any of it.
import { breakdownOf } from '#lib/contest/result/breakdown.ts';
import { computeResult } from '#lib/contest/result/compute.ts';
import { breakdownText } from './breakdown-text.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenContest } from './read-given-contest.ts';
import type { TextOptions } from './text-options.ts';
import { writeJson } from './write-json.ts';

/** Numbers that nobody has end it with 1, and nothing is printed. */
export async function explainResults(file: string, numbers: string[], { json, lang }: TextOptions): Promise<ExitCode> {
	const record = await readGivenContest(file);
	if (typeof record === 'number') return record;
	const result = computeResult(record);
	const breakdowns = numbers.flatMap((number) => breakdownOf(record, result, number) ?? []);
	const unknown = numbers.filter((number) => !breakdowns.some((each) => each.number === number));
	if (unknown.length > 0) {
		const list = unknown.join(', ');
		process.stderr.write(`Không có thí sinh mang số ${list}. · There is no contestant with the number ${list}.\n`);
		return exitCodes.failed;
	}
	if (json) writeJson(breakdowns);
	else process.stdout.write(`${breakdowns.map((each) => breakdownText(each, lang)).join('\n')}`);
	return exitCodes.good;
}
