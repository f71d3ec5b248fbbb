// `hoithi lots draw`: draws a frozen list with what the witnesses said, as the page does (R64–R66); it must not change the file.
import { areSlotsPossible, drawFrozen } from '#lib/contest/drawing.ts';
import { frozenListSchema } from '#lib/formats/contest-file/draw-schema.ts';
import { mostContestBytes } from '#lib/formats/contest-file/read-contest-file.ts';
import { readDocument } from '#lib/formats/json-document/read-document.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenFile, tellProblems } from './read-given-file.ts';
import { writeJson } from './write-json.ts';

/** Bad when a witness is not "name: number" or a kept place is impossible; then nothing is drawn. */
export async function drawLotsOf(file: string, said: string[], { reason }: { reason?: string }): Promise<ExitCode> {
	const bytes = await readGivenFile(file);
	if (typeof bytes === 'number') return bytes;
	const reading = readDocument(bytes, frozenListSchema, mostContestBytes);
	if (!reading.ok) {
		tellProblems(reading.problems);
		return exitCodes.badFile;
	}
	const witnesses = said.map((text) => /^(?<name>.*\S)\s*:\s*(?<said>\d{1,12})$/u.exec(text.trim())?.groups);
	const bad = witnesses.findIndex((witness) => !witness);
	if (bad >= 0) return refuse(`"${said[bad]}": cần ghi "họ tên: số" · write "name: number"`);
	if (!areSlotsPossible(reading.value.items))
		return refuse('items: chỗ giữ riêng không thể có · kept places are impossible');
	const named = witnesses.map((witness) => ({ name: witness?.name ?? '', said: witness?.said ?? '' }));
	writeJson(drawFrozen(reading.value, named, reason ?? null));
	return exitCodes.good;
}

function refuse(sentence: string): ExitCode {
	process.stderr.write(`${sentence}\n`);
	return exitCodes.badFile;
}
