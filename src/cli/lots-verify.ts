// `hoithi lots verify FILE`: recomputes an exported draw and names what does not follow from its list and its witnesses (R67).
import { faultsOf, type DrawFault } from '#lib/contest/drawing.ts';
import { drawSchema } from '#lib/formats/contest-file/draw-schema.ts';
import { mostContestBytes } from '#lib/formats/contest-file/read-contest-file.ts';
import { readDocument } from '#lib/formats/json-document/read-document.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenFile, tellProblems } from './read-given-file.ts';

const faultWords: Record<DrawFault, string> = {
	slots: 'chỗ giữ riêng không thể có · kept places are impossible',
	commitment: 'mã đối chiếu không phải của danh sách này · the fingerprint is not that of this list',
	seed: 'mã gốc không tính ra từ mã đối chiếu và các số · the seed does not follow from fingerprint and numbers',
	result: 'kết quả không phải do mã gốc này · the result is not that of this seed'
};

/** Bad when anything does not follow; each such thing is named. */
export async function verifyLots(file: string): Promise<ExitCode> {
	const bytes = await readGivenFile(file);
	if (typeof bytes === 'number') return bytes;
	const reading = readDocument(bytes, drawSchema, mostContestBytes);
	if (!reading.ok) {
		tellProblems(reading.problems);
		return exitCodes.badFile;
	}
	const { title, items, witnesses, commitment, seed } = reading.value;
	const faults = faultsOf(reading.value);
	const said = witnesses.map(({ name, said: number }) => `${name}: ${number}`).join(', ');
	process.stdout.write(`${title} · ${items.length} · ${said}\n`);
	process.stdout.write(`mã đối chiếu · fingerprint  ${commitment}\nmã gốc       · seed         ${seed}\n`);
	for (const fault of faults) process.stderr.write(`SAI · WRONG: ${faultWords[fault]}\n`);
	if (faults.length > 0) return exitCodes.badFile;
	process.stdout.write('Đúng: tính lại ra cùng kết quả · Right: recomputing gives the same\n');
	return exitCodes.good;
}
