// Reads a file named on the command line, and says what is wrong with one; it must not know what is in it.
import { readFile, stat } from 'node:fs/promises';
import { mostContestBytes } from '#lib/formats/contest-file/read-contest-file.ts';
import type { FileProblem } from '#lib/formats/json-document/file-problem.ts';
import { tooBig } from '#lib/formats/json-document/read-document.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';

/** The bytes, or how the command ends; then standard error says why. Files larger than any format takes are not loaded. */
export async function readGivenFile(file: string): Promise<Uint8Array | ExitCode> {
	try {
		const { size } = await stat(file);
		if (size <= mostContestBytes) return await readFile(file);
		tellProblems([tooBig(mostContestBytes)]);
		return exitCodes.badFile;
	} catch (error) {
		const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		process.stderr.write(`${file}: không mở được tệp (${reason}) · the file cannot be opened (${reason})\n`);
		return exitCodes.failed;
	}
}

/** One line in each language for each problem. */
export function tellProblems(problems: Pick<FileProblem, 'path' | 'message'>[]): void {
	const lines = problems.flatMap(({ path, message }) => [`${path}: ${message.vi}`, `${path}: ${message.en}`]);
	process.stderr.write(`${lines.join('\n')}\n`);
}
