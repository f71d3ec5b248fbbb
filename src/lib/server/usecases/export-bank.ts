// The bank goes out as a file of any format, keys and all; the log says who took it. What the format cannot carry is told before.
import { z } from 'zod';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { QuestionValue } from '../../formats/import-values.ts';
import { lossSentence } from '../../formats/questions/losses.ts';
import { questionReport } from '../../formats/questions/question-report.ts';
import { toValue } from '../../formats/questions/stored-question.ts';
import { writeQuestions, writtenFormats, type WrittenFormat } from '../../formats/questions/write-questions.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readQuestionKeys, readQuestions } from '../stores/bank.ts';
import type { Queryable } from '../stores/queryable.ts';
import { changeContest } from './change-contest.ts';
import { pictureInBase64 } from './question-pictures.ts';
import { readInput } from './read-input.ts';

const input = z.strictObject({ contestId: z.uuid(), to: z.enum(writtenFormats) });

export interface BankFile {
	/** ASCII only. */
	fileName: string;
	type: string;
	bytes: Uint8Array;
}

export interface ExportReport {
	to: WrittenFormat;
	count: number;
	/** How many questions lose something. */
	lost: number;
	losses: Bilingual[];
}

const files: Record<WrittenFormat, { ending: string; type: string }> = {
	json: { ending: 'json', type: 'application/json' },
	csv: { ending: 'csv', type: 'text/csv; charset=utf-8' },
	xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
	gift: { ending: 'gift', type: 'text/plain; charset=utf-8' },
	aiken: { ending: 'txt', type: 'text/plain; charset=utf-8' },
	'moodle-xml': { ending: 'xml', type: 'application/xml' }
};

const carriesPictures: ReadonlySet<WrittenFormat> = new Set(['json', 'moodle-xml']);

export async function exportBank(app: App, seat: Seat, given: unknown): Promise<BankFile | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, to } = read;
	const request = { contestId, permission: 'bank:see' as const, staysPossible: true as const };
	const changed = await changeContest(app, seat, request, async ({ db, record }) => {
		const questions = await bankValues(db, contestId, to);
		if (questions.length === 0) return refuse('input/not-found');
		record('bank-exported', { to, count: questions.length });
		const { ending, type } = files[to];
		return { fileName: `ngan-hang-cau-hoi.${ending}`, type, bytes: await bytesOf(questions, to) };
	});
	return isRefusal(changed) ? changed : changed.result;
}

/** One sentence for all questions that lose the same; nothing is written. */
export async function previewExport(app: App, seat: Seat, given: unknown): Promise<ExportReport | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, to } = read;
	const refusal = refuseUnless(seat, 'bank:see', contestId);
	if (refusal) return refusal;
	const questions = await bankValues(app.database.drizzle, contestId, to);
	const losses = to === 'json' ? [] : (await writeQuestions(questions, to)).losses;
	const same = Map.groupBy(losses, ({ fields }) => JSON.stringify(fields));
	return {
		to,
		count: questions.length,
		lost: losses.length,
		losses: [...same.values()].flatMap((group) => {
			const [first] = group;
			return first ? [lossSentence({ code: listed(group.map(({ code }) => code)), fields: first.fields })] : [];
		})
	};
}

/** «LS01, LS02, LS03, LS04, LS05 … (98)» */
function listed(codes: string[]): string {
	return codes.slice(0, 5).join(', ') + (codes.length > 5 ? ` … (${codes.length})` : '');
}

async function bytesOf(questions: QuestionValue[], to: WrittenFormat): Promise<Uint8Array> {
	return to === 'json'
		? new TextEncoder().encode(questionReport(questions, []))
		: (await writeQuestions(questions, to)).bytes;
}

/** Pictures come with their bytes only where the format has a place for them. */
async function bankValues(db: Queryable, contestId: ContestId, to: WrittenFormat): Promise<QuestionValue[]> {
	const questions = await readQuestions(db, contestId);
	const keys = await readQuestionKeys(
		db,
		questions.map(({ id }) => id)
	);
	const values: QuestionValue[] = [];
	for (const { id, ...question } of questions) {
		const key = keys.get(id);
		if (!key) continue;
		const value = toValue(question, key);
		if (question.picture && carriesPictures.has(to))
			value.picture = await pictureInBase64(db, contestId, question.picture);
		values.push(value);
	}
	return values;
}
