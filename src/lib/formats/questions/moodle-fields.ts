// What Moodle has no field for and how it is written into one, the same in GIFT and XML; it must not know either.
import type { QuestionValue } from '../import-values.ts';
import type { QuestionDraft } from './question-draft.ts';

/** «$course$/top/Lịch sử»: the last part is the topic; `//` is a slash inside a part. */
export function categoryTopic(path: string): string {
	const parts = path
		.trim()
		.split(/(?<!\/)\/(?!\/)/)
		.map((part) => part.replaceAll('//', '/').trim())
		.filter((part) => part !== '' && part !== 'top' && !/^\$.*\$$/.test(part));
	return parts.at(-1) ?? '';
}

export function topicCategory(topic: string): string {
	return `$course$/top/${topic.replaceAll('/', '//')}`;
}

const levelTag = 'độ khó: ';
const secondsTag = 'giây: ';

export function tagsOf({ difficulty, seconds }: Pick<QuestionValue, 'difficulty' | 'seconds'>): string[] {
	return [`${levelTag}${difficulty}`, `${secondsTag}${seconds}`];
}

/** Other tags are the business of whoever set them. */
export function readTags(tags: readonly string[]): QuestionDraft['cells'] {
	const after = (start: string) =>
		tags
			.map((tag) => tag.normalize('NFC'))
			.find((tag) => tag.startsWith(start))
			?.slice(start.length);
	const [difficulty, seconds] = [after(levelTag), after(secondsTag)];
	return { ...(difficulty && { difficulty }), ...(seconds && { seconds }) };
}

const sourceLine = /(?:^|\n)Nguồn: ([^\n]+)$/;

/** General feedback is the explanation, and its last line «Nguồn: …» the source. */
export function splitSource(feedback: string): { explanation: string; source: string } {
	const said = sourceLine.exec(feedback.normalize('NFC'));
	if (!said) return { explanation: feedback, source: '' };
	return { explanation: feedback.normalize('NFC').slice(0, said.index), source: said[1] ?? '' };
}

export function joinSource({ explanation, source }: Pick<QuestionValue, 'explanation' | 'source'>): string {
	return [explanation, source && `Nguồn: ${source}`].filter(Boolean).join('\n');
}

/** The grades Moodle knows, in percent; others are an error there. */
const grades = [
	100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5,
	0
];

export function isGrade(percent: number): boolean {
	return grades.some((grade) => Math.abs(Math.abs(percent) - grade) < 0.000_01);
}

/** An equal share of the whole, as Moodle writes it. */
export function shareOf(count: number): string {
	return String(Number((100 / count).toFixed(5)));
}
