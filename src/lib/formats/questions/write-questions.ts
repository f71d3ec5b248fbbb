// Questions of the bank → a file of any format, with what the format could not carry; it must not know where they come from.
import { writeCsv } from '../csv.ts';
import type { QuestionValue } from '../import-values.ts';
import { workbook } from '../write-workbook.ts';
import { readAiken } from './aiken.ts';
import { readGift } from './gift/read-gift.ts';
import { giftBlock, giftCategory } from './gift/write-gift.ts';
import { type Loss, lossOf } from './losses.ts';
import { readMoodle } from './moodle/read-moodle.ts';
import { moodleCategory, moodleEnd, moodleQuestion, moodleStart } from './moodle/write-moodle.ts';
import { previewDrafts } from './preview-drafts.ts';
import type { QuestionDraft } from './question-draft.ts';
import { templateHeaders, templateRow } from './template-cells.ts';
import { aikenBlock } from './write-aiken.ts';

export const writtenFormats = ['json', 'csv', 'xlsx', 'gift', 'aiken', 'moodle-xml'] as const;
export type WrittenFormat = (typeof writtenFormats)[number];

export interface WrittenQuestions {
	bytes: Uint8Array;
	losses: Loss[];
}

/** Sheets carry every field but a picture; JSON, which carries that too, is written by question-report.ts, with the problems of the file it was read from. */
export async function writeQuestions(
	questions: readonly QuestionValue[],
	to: Exclude<WrittenFormat, 'json'>
): Promise<WrittenQuestions> {
	switch (to) {
		case 'csv':
			return { bytes: writeCsv(templateHeaders, questions.map(templateRow)), losses: lostPictures(questions) };
		case 'xlsx': {
			const columns = templateHeaders.map((title) => ({ title, kind: 'text' as const }));
			const bytes = await workbook([{ name: 'Câu hỏi', columns, rows: questions.map(templateRow) }]);
			return { bytes, losses: lostPictures(questions) };
		}
		case 'aiken':
			return writeText(questions, { block: aikenBlock, read: readAiken });
		case 'gift':
			return writeText(questions, { block: giftBlock, category: giftCategory, read: readGift });
		case 'moodle-xml':
			return writeText(questions, {
				start: moodleStart,
				end: moodleEnd,
				block: moodleQuestion,
				category: moodleCategory,
				read: (text) => {
					const read = readMoodle(text);
					return 'code' in read ? [] : read.drafts;
				}
			});
	}
}

const lostPictures = (questions: readonly QuestionValue[]): Loss[] =>
	questions.flatMap(({ code, picture }) => (picture ? [{ code, fields: ['picture' as const] }] : []));

interface TextFormat {
	start?: string;
	end?: string;
	/** Null for a question the format has no kind for. */
	block(question: QuestionValue): string | null;
	/** What stands before the questions of a topic, where the format has that. */
	category?(topic: string): string;
	read(text: string): QuestionDraft[];
}

/** Each question is read back by itself (0023): what comes back otherwise is told, and what would be another question is not written. */
function writeText(questions: readonly QuestionValue[], format: TextFormat): WrittenQuestions {
	const { start = '', end = '', block, category } = format;
	const losses: Loss[] = [];
	const parts: string[] = [];
	let topic: string | null = null;
	for (const question of questions) {
		const written = block(question);
		const before = category?.(question.topic) ?? '';
		const loss = lossOf(
			question,
			written === null ? undefined : readBack(format, `${start}${before}\n${written}${end}`)
		);
		if (loss) losses.push(loss);
		if (written === null || loss?.fields === 'all') continue;
		if (before !== '' && topic !== question.topic) parts.push(before);
		topic = question.topic;
		parts.push(written);
	}
	return { bytes: new TextEncoder().encode(`${start}${parts.join('\n')}${end}`), losses };
}

function readBack({ read }: TextFormat, text: string): QuestionValue | undefined {
	const { rows, total } = previewDrafts(read(text), []);
	return total === 1 ? rows[0]?.value : undefined;
}
