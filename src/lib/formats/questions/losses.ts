// What a question has lost on its way into a format and back, found by comparing; it must not know the format.
import { m } from '#lib/paraglide/messages.js';
import type { Bilingual } from '../../contest/ids.ts';
import { questionColumns } from '../import-questions.ts';
import type { QuestionValue } from '../import-values.ts';
import { problemWords } from '../problem-sentence.ts';
import { problem } from '../problem.ts';
import { inRightOrder } from './right-answers.ts';

/** `lines`: the line ends inside the question; `order`: in which order the items to be put in order are shown. */
export type LostField = PlainField | 'picture' | 'lines' | 'order';

const plainFields = ['code', 'topic', 'difficulty', 'seconds', 'explanation', 'source'] as const;
type PlainField = (typeof plainFields)[number];

export interface Loss {
	code: string;
	/** `all` when the format has no place for such a question, so that it is not written. */
	fields: LostField[] | 'all';
}

/** `back` is what is read of what was written; undefined when nothing is. Null when nothing is lost. */
export function lossOf(question: QuestionValue, back: QuestionValue | undefined): Loss | null {
	const { code } = question;
	if (!back || !isSameQuestion(question, back)) return { code, fields: 'all' };
	const fields: LostField[] = [
		...plainFields.filter((field) => question[field] !== back[field]),
		...(stable(question.picture) === stable(back.picture) ? [] : ['picture' as const]),
		...(question.text === back.text ? [] : ['lines' as const]),
		...(JSON.stringify(question.options) === JSON.stringify(back.options) ? [] : ['order' as const])
	];
	return fields.length > 0 ? { code, fields } : null;
}

/** The same words and the same key: anything else would be another question. */
function isSameQuestion(question: QuestionValue, back: QuestionValue): boolean {
	if (question.kind !== back.kind || inOneLine(question.text) !== inOneLine(back.text)) return false;
	if (question.kind === 'ordering') return stable(inRightOrder(question)) === stable(inRightOrder(back));
	return (
		stable([question.options, question.targets, question.correct]) ===
		stable([back.options, back.targets, back.correct])
	);
}

function inOneLine(text: string): string {
	return text.replace(/\n/g, ' ');
}

function stable(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		part !== null && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}

export function lossSentence({ code, fields }: Loss): Bilingual {
	const say = (locale: 'vi' | 'en') => {
		if (fields === 'all') return problemWords(problem('export/question-not-carried', { code }), locale);
		const names = fields.map((field) => fieldName(field, locale)).join(', ');
		return problemWords(problem('export/field-not-carried', { code, fields: names }), locale);
	};
	return { vi: say('vi'), en: say('en') };
}

/** Columns by their header, which is Vietnamese or else the English word. */
function fieldName(field: LostField, locale: 'vi' | 'en'): string {
	if (field === 'picture') return m.export_picture({}, { locale });
	if (field === 'lines') return m.export_lines({}, { locale });
	if (field === 'order') return m.export_order({}, { locale });
	return locale === 'vi' ? `«${questionColumns[field].title}»` : field;
}
