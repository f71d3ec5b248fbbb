// What an import would do, for the organiser to look at first; it writes nothing.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { problemSentence, problemSentences } from '../../formats/problem-sentence.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { choicesInput, type ImportChoices } from '../../formats/reading/choices.ts';
import type { GridRow, TableShape } from '../../formats/reading/table-shape.ts';
import { remediesOf, type Remedy } from './importing/remedies.ts';
import { importKinds, type ImportKindName } from '../../formats/reading/requests.ts';
import { readApart } from './importing/read-apart.ts';
import { noteRefusedFile } from './note-refused-file.ts';
import { readImport, type ReadFile, type RowState } from './importing/read-import.ts';

/** The largest file that is read. */
export const mostBytes = 5 * 1024 * 1024;

export const fileInput = {
	contestId: z.uuid(),
	kind: z.enum(importKinds),
	fileName: z.string().max(300),
	bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= mostBytes),
	choices: choicesInput.default({})
};

export interface ImportPreview {
	kind: ImportKindName;
	fileName: string;
	/** SHA-256 of the file: the commit must bring the same one. */
	hash: string;
	/** Version of the contest the file was compared with. */
	version: number;
	/** Rows with content. */
	total: number;
	counts: Record<RowState, number> & { problemRows: number };
	/** At most `mostRows`; the counts are of all. */
	rows: { line: number; state: RowState; cells: string[]; warnings: string[]; repairs: string[] }[];
	/** One sentence for each cause. */
	problems: string[];
	/** Cells to be written anew, those with one remedy together; only of a table. */
	remedies: Remedy[];
	/** How the table was taken; null for a file that is none. */
	shape: TableShape | null;
	/** What was chosen about it: the commit must bring the same. */
	choices: ImportChoices;
	/** The choices are those of an earlier file of the same shape. */
	isRemembered: boolean;
	/** Every cell of the rows that are shown. */
	grid: GridRow[];
	/** The rows with problems can be had as a file. */
	hasRejected: boolean;
	/** Rows name units the contest does not have: that list comes first. */
	needsUnits: boolean;
	/** Why the file cannot be taken at all. */
	fileProblems: string[];
	notices: string[];
	/** Codes of changed rows that have been used in the contest: they keep the whole file out. */
	inUse: string[];
}

const mostRows = 400;
const input = z.strictObject({ ...fileInput, language: z.enum(['vi', 'en']) });

/** `readFile` is another only where no process may be started. */
export async function previewImport(
	app: App,
	seat: Seat,
	given: unknown,
	readFile: ReadFile = readApart
): Promise<ImportPreview | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('import/file-not-valid');
	const { language, ...file } = read.data;
	const refusal = refuseUnless(seat, 'people:edit', file.contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, file.contestId);
	if (!contest) return refuse('input/not-found');
	const found = await readImport(db, file, readFile);
	const why = isRefusal(found) ? found.refused : found.preview.fileProblems[0]?.code;
	if (why !== undefined) {
		const { contestId, kind, fileName, bytes } = file;
		noteRefusedFile(app, seat, { contestId, for: kind, name: fileName, size: bytes.length, why });
	}
	if (isRefusal(found)) return found;
	const { preview, states, cells, inUse, hash, choices } = found;
	const count = (state: RowState) => states.filter((other) => other === state).length;
	const say = (problem: Parameters<typeof problemSentence>[0]) => problemSentence(problem, language);
	return {
		kind: file.kind,
		fileName: shownName(file.fileName),
		hash,
		version: contest.version,
		total: preview.total,
		counts: {
			new: count('new'),
			changed: count('changed'),
			unchanged: count('unchanged'),
			problemRows: preview.total - preview.rows.length
		},
		rows: preview.rows.slice(0, mostRows).map(({ line, warnings, repairs }, index) => ({
			line,
			state: states[index] ?? 'new',
			cells: cells[index] ?? [],
			warnings: warnings.map(say),
			repairs: repairs.map(say)
		})),
		problems: problemSentences(preview.problems, language).slice(0, mostRows),
		remedies: remediesOf(preview, language),
		shape: preview.shape ?? null,
		choices,
		isRemembered: preview.choices !== undefined,
		grid: preview.grid ?? [],
		hasRejected: (preview.rejected?.rows.length ?? 0) > 0,
		needsUnits: preview.problems.some(({ code }) => code === 'import/unknown-unit'),
		fileProblems: preview.fileProblems.map(say),
		notices: preview.notices.map(say),
		inUse
	};
}

/** The name of a file as it is safe to show: no path, no invisible marks, short. */
export function shownName(fileName: string): string {
	const base = fileName.normalize('NFC').split(/[\\/]/).pop() ?? '';
	return [...base.replace(/[\p{C}]/gu, '')].slice(0, 100).join('');
}
