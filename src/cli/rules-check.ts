// `hoithi rules check`: whether a rules document or a whole contest file can be read and run; it must not change either.
import { checkRules, preflight } from '#lib/contest/preflight/preflight.ts';
import type { ExplainedProblem } from '#lib/contest/preflight/problem.ts';
import type { Rules } from '#lib/contest/rules/rules.ts';
import { mostContestBytes, readContestFile } from '#lib/formats/contest-file/read-contest-file.ts';
import type { FileProblem } from '#lib/formats/json-document/file-problem.ts';
import { readJson } from '#lib/formats/json-document/read-document.ts';
import { readRulesFile } from '#lib/formats/rules-file/read-rules-file.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenFile, tellProblems } from './read-given-file.ts';
import { readGivenRubrics } from './read-given-rubrics.ts';

/** A contest file brings its rubrics; for a rules document alone they are in `rubrics`, or what needs them is not looked at. */
export async function checkRulesFile(file: string, { rubrics }: { rubrics?: string }): Promise<ExitCode> {
	const bytes = await readGivenFile(file);
	if (typeof bytes === 'number') return bytes;
	const { value, problems: ofJson } = readJson(bytes, mostContestBytes);
	if (value === undefined) return refuse(ofJson);
	if (isContest(value)) return checkContest(bytes);
	const reading = readRulesFile(bytes);
	if (!reading.ok) return refuse(reading.problems);
	const given = rubrics === undefined ? null : await readGivenRubrics(rubrics);
	if (typeof given === 'number') return given;
	const problems = checkRules(reading.value, given ?? []);
	const open = given ? problems : problems.filter((problem) => !needsRubrics(reading.value, problem));
	if (open.length > 0) return refuse(open.map(asFileProblem));
	const note = given
		? ''
		: '\nChưa kiểm tra với bảng tiêu chí: thêm --rubrics <tệp>. · Not checked with the rubrics: add --rubrics <file>.';
	process.stdout.write(`Thể lệ dùng được. · The rules can be used.${note}\n`);
	return exitCodes.good;
}

function isContest(json: unknown): boolean {
	return typeof json === 'object' && json !== null && ('rules' in json || 'version' in json);
}

function checkContest(bytes: Uint8Array): ExitCode {
	const reading = readContestFile(bytes);
	if (!reading.ok) return refuse(reading.problems);
	const { open, overridden } = preflight(reading.value);
	for (const { path, text, reason, by, confirmedBy } of overridden)
		process.stdout.write(`${path}: ${text.vi} → ${by}, ${confirmedBy}: ${reason}\n`);
	if (open.length > 0) return refuse(open.map(asFileProblem));
	process.stdout.write('Thể lệ và hội thi dùng được. · Rules and contest can be used.\n');
	return exitCodes.good;
}

function refuse(problems: Pick<FileProblem, 'path' | 'message'>[]): ExitCode {
	tellProblems(problems);
	return exitCodes.badFile;
}

function asFileProblem({ path, text }: ExplainedProblem): Pick<FileProblem, 'path' | 'message'> {
	return { path, message: text };
}

/** What can only be said with the rubrics at hand: that there is one, and which criteria it has. */
function needsRubrics(rules: Rules, { code, path }: ExplainedProblem): boolean {
	if (code === 'rubric-missing') return true;
	const ofCriteria = [
		...rules.stages.flatMap(({ tieBreaks }, stage) =>
			tieBreaks.map(({ kind }, at) => ({ kind, path: `stages[${stage}].tieBreaks[${at}]` }))
		),
		...rules.awards.map(({ source: { kind } }, at) => ({ kind, path: `awards[${at}].source` }))
	];
	const isUnknown = code === 'tie-unknown' || code === 'award-unknown';
	return isUnknown && ofCriteria.some((each) => each.kind === 'criterion' && each.path === path);
}
