// `hoithi results diff`: what differs between the results of two contest files, such as before and after a correction (R240–R243).
import { computeResult } from '#lib/contest/result/compute.ts';
import { diffResults } from '#lib/contest/result/diff-results.ts';
import { explainDiff } from '#lib/contest/result/explain-diff.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { missingSentence } from './missing-sentence.ts';
import { readGivenContest } from './read-given-contest.ts';
import type { TextOptions } from './text-options.ts';
import { writeJson } from './write-json.ts';

export async function diffResultsOf(before: string, after: string, { json, lang }: TextOptions): Promise<ExitCode> {
	const old = await readGivenContest(before);
	if (typeof old === 'number') return old;
	const now = await readGivenContest(after);
	if (typeof now === 'number') return now;
	const diff = diffResults(computeResult(old), computeResult(now));
	const { summary, people, others, settled, fewer, more, arisen } = explainDiff(now, diff);
	if (json) {
		writeJson(diff);
	} else {
		const said = {
			vi: ['Không còn thiếu', 'Đã giải quyết một phần, nay chỉ còn', 'Nay thiếu nhiều hơn', 'Nay thiếu'],
			en: ['No longer missing', 'Settled in part, still missing', 'More missing than before', 'Now missing']
		}[lang];
		const lines = [
			summary[lang],
			...people.map(({ contestant, name, text }) => `${contestant} ${name}  ${text[lang]}`),
			...others.map((text) => text[lang]),
			...[settled, fewer, more, arisen].flatMap((some, at) =>
				some.map((each) => `${said[at]}: ${missingSentence(now.rules, each)[lang]}`)
			)
		];
		process.stdout.write(`${lines.join('\n')}\n`);
	}
	return exitCodes.good;
}
