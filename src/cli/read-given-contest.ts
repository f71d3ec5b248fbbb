// Reads a contest file named on the command line, and says what is wrong with one; it must not compute anything.
import type { ContestRecord } from '#lib/contest/record/record.ts';
import { readContestFile } from '#lib/formats/contest-file/read-contest-file.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenFile, tellProblems } from './read-given-file.ts';

/** The record, or how the command ends; then standard error says why. */
export async function readGivenContest(file: string): Promise<ContestRecord | ExitCode> {
	const bytes = await readGivenFile(file);
	if (typeof bytes === 'number') return bytes;
	const reading = readContestFile(bytes);
	if (reading.ok) return reading.value;
	tellProblems(reading.problems);
	return exitCodes.badFile;
}
