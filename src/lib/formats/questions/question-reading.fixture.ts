// Says what a file of questions was read as, one line a question, so that a fixture shows file and meaning side by side; only tests use it.
import type { QuestionValue } from '../import-values.ts';
import { defaults } from './preview-drafts.ts';
import { readQuestionFile } from './read-question-file.ts';
import type { QuestionFormat } from './recognise.ts';
import { inRightOrder, rightSide } from './right-answers.ts';

export interface SaidReading {
	/** «single Thủ đô? {*Hà Nội|Huế} nguồn=…»: what is as the defaults is left out. */
	questions: string[];
	/** «12 no-right-option»: line and code. */
	problems: string[];
	warnings: string[];
	/** Of the file as a whole, without the defaults that were filled in. */
	notices: string[];
}

export async function readingOf(
	file: string | Uint8Array,
	from: QuestionFormat | 'auto' = 'auto'
): Promise<SaidReading> {
	const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
	const { rows, problems, fileProblems, notices } = await readQuestionFile(bytes, from);
	const bare = (code: string) => code.replace('import/', '');
	const place = ({ line, code }: { line: number | null; code: string }) => `${line ?? '-'} ${bare(code)}`;
	return {
		questions: rows.map(({ value }) => sayQuestion(value)),
		problems: [...fileProblems, ...problems].map(place),
		warnings: rows.flatMap(({ warnings }) => warnings).map(place),
		notices: notices.filter(({ code }) => code !== 'import/defaults-taken').map(({ code }) => bare(code))
	};
}

export function sayQuestion(question: QuestionValue): string {
	const { kind, text, topic, difficulty, seconds, explanation, source, code, picture } = question;
	const other = [
		code.startsWith('CH-') ? '' : `mã=${code}`,
		topic === defaults.topic ? '' : `chủ đề=${topic}`,
		String(difficulty) === defaults.difficulty ? '' : `mức=${difficulty}`,
		String(seconds) === defaults.seconds ? '' : `giây=${seconds}`,
		explanation && `giải thích=${explanation}`,
		source && `nguồn=${source}`,
		picture && `hình=${picture.alt} ${picture.file}`
	];
	return [`${kind} ${text.replaceAll('\n', '⏎')} {${sayAnswers(question)}}`, ...other.filter(Boolean)].join(' ');
}

function sayAnswers(question: QuestionValue): string {
	const { kind, options, correct } = question;
	if (correct.kind === 'number') return `${correct.value}±${correct.tolerance}`;
	if (correct.kind === 'text') return [correct.value, ...correct.alsoCorrect].join(';');
	if (correct.kind === 'pairs') return options.map(({ id, text }) => `${text}=${rightSide(question, id)}`).join('|');
	if (kind === 'ordering') return inRightOrder(question).join('>');
	const right = new Set<string>(correct.options);
	return options.map(({ id, text }) => (right.has(id) ? `*${text}` : text)).join('|');
}
