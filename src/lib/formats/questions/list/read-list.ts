// Lines of a numbered list, typed or from Word → questions; a line that fits nowhere goes on with what stands above it; it must not know files.
import { type Problem, problem } from '../../problem.ts';
import type { QuestionDraft } from '../question-draft.ts';
import { AnswerTable } from './answer-table.ts';
import {
	answerAtEnd,
	fieldLabel,
	optionLabel,
	type QuestionLabel,
	questionLabel,
	sourceAtEnd,
	topicHeading
} from './list-labels.ts';
import { cut, type ListLine, type Span } from './list-line.ts';
import { OpenQuestion } from './open-question.ts';
import { optionsInside, splitOptions } from './split-options.ts';

export function readList(lines: readonly ListLine[]): { drafts: QuestionDraft[]; notices: Problem[] } {
	const reader = new ListReader(lines);
	lines.forEach((line, at) => reader.take(line, lines[at + 1]?.text ?? null));
	return reader.end();
}

/** A longer line is no longer looked at for labels: whatever it belongs to is refused as too long. */
const mostSigns = 4_000;

type Style = 'word' | 'number' | 'none';

class ListReader {
	private readonly style: Style;
	private readonly done: OpenQuestion[] = [];
	private readonly table = new AnswerTable();
	private open: OpenQuestion | null = null;
	private topic = '';
	/** The next number of a list inside a question. */
	private inner = 0;

	constructor(lines: readonly ListLine[]) {
		const labels = lines.map(({ text }) => questionLabel(text)?.style);
		this.style = labels.includes('word') ? 'word' : labels.includes('number') ? 'number' : 'none';
	}

	take(line: ListLine, next: string | null): void {
		if (line.text.length > mostSigns) {
			this.addText(cut(line, 0), line.line);
			return;
		}
		if (this.table.take(line.text)) {
			this.close();
			return;
		}
		const label = questionLabel(line.text);
		const topic = this.open === null || this.open.isAnswered ? topicHeading(line.text) : null;
		if (label && this.begins(label)) this.begin(line, label, next);
		else if (topic !== null) {
			this.close();
			this.topic = topic;
		} else if (this.open || this.style === 'none') this.goOn(line, next);
	}

	end(): { drafts: QuestionDraft[]; notices: Problem[] } {
		this.close();
		const { answers } = this.table;
		const byNumber = Map.groupBy(this.done, ({ number }) => String(Number(number)));
		const drafts = this.done.map((question) => {
			const number = String(Number(question.number));
			return question.toDraft(byNumber.get(number)?.length === 1 ? answers.get(number) : undefined);
		});
		const unclaimed = [...answers.keys()].filter((number) => !byNumber.has(number));
		const notices =
			unclaimed.length > 0 ? [problem('import/answers-unclaimed', { numbers: unclaimed.slice(0, 20).join(', ') })] : [];
		return { drafts, notices };
	}

	/** Whether a number begins a question or goes on with a list inside the one above: «1. … 2. …» before the options. */
	private begins({ number, style }: QuestionLabel): boolean {
		if (style !== this.style) return false;
		if (style === 'word' || !this.open) return true;
		const [count, before] = [Number(number), Number(this.open.number)];
		const isInner = count === this.inner;
		if (!this.open.isAnswered && (isInner || count !== before + 1)) {
			this.inner = count + 1;
			return false;
		}
		return true;
	}

	private begin(line: ListLine, { number, from }: QuestionLabel, next: string | null): void {
		this.close();
		this.open = new OpenQuestion(line.line, number, this.topic);
		this.open.hasPicture = line.hasPicture;
		const question = cut(line, from);
		if (question.text !== '') this.takeText(question, line.line, next);
	}

	private goOn(line: ListLine, next: string | null): void {
		if (this.style === 'none' && line.afterBlank && !this.isLabelled(line.text)) this.close();
		this.open ??= new OpenQuestion(line.line, null, this.topic);
		this.open.hasPicture ||= line.hasPicture;
		const field = fieldLabel(line.text);
		if (field) this.open.set(field.field, valueOf(line.text, field.from));
		else if (this.isNextOption(line.text)) this.takeOptions(cut(line, 0), line.line, next);
		else this.takeText(cut(line, 0), line.line, next);
	}

	private isLabelled(text: string): boolean {
		return fieldLabel(text) !== null || optionLabel(text) !== null;
	}

	/** «C. Mác …» at the beginning of a line is an option only after others. */
	private isNextOption(text: string): boolean {
		const letter = optionLabel(text)?.letter;
		if (letter === undefined) return false;
		const last = this.open?.options.at(-1)?.letter;
		return last === undefined ? letter === 'A' || letter === 'B' : letter > last || letter === 'A';
	}

	private takeOptions(given: Span, line: number, next: string | null): void {
		const { rest, source, answer } = withoutEnd(given);
		const options = splitOptions(rest, next);
		if (options[0]?.letter === 'A' && (this.open?.options.length ?? 0) > 0) this.beginUnlabelled(line);
		if (!this.open) return;
		this.open.options.push(...options.map((option) => ({ ...option, more: [] })));
		this.open.last = 'option';
		this.takeEnd(source, answer);
	}

	/** A second «A.»: what stood below the last option is the next question, whose number was not seen. */
	private beginUnlabelled(line: number): void {
		const more = this.open?.options.at(-1)?.more ?? [];
		const text = more.splice(0);
		this.close();
		this.open = new OpenQuestion(text[0]?.line ?? line, null, this.topic);
		this.open.text = text.map(({ span }) => span);
	}

	private takeText(given: Span, line: number, next: string | null): void {
		const { open } = this;
		if (!open) return;
		const { rest, source, answer } = withoutEnd(given);
		const inside = open.options.length === 0 ? optionsInside(rest) : -1;
		if (inside >= 0) {
			this.addText(cut(rest, 0, inside), line);
			this.takeOptions(cut(rest, inside), line, next);
		} else this.addText(rest, line);
		this.takeEnd(source, answer);
	}

	private addText(span: Span, line: number): void {
		const { open } = this;
		if (!open || span.text === '') return;
		if (open.last === 'text') open.text.push(span);
		else if (open.last === 'option') open.options.at(-1)?.more.push({ span, line });
		else if (this.style === 'none') this.beginNext(span, line);
		else if (open.last === 'source') open.fields.source = `${open.fields.source ?? ''} ${span.text}`;
		else if (open.options.length === 0 && open.fields.correct === undefined) open.text.push(span);
		else open.set('explanation', span.text);
	}

	private beginNext(span: Span, line: number): void {
		this.close();
		this.open = new OpenQuestion(line, null, this.topic);
		this.open.text.push(span);
	}

	private takeEnd(source: string, answer: string): void {
		const last = this.open?.last;
		if (source !== '') this.open?.set('source', source);
		if (answer !== '') this.open?.set('correct', answer);
		if (this.open && last && source !== '' && answer === '') this.open.last = last;
	}

	private close(): void {
		const { open } = this;
		this.open = null;
		this.inner = 1;
		if (!open) return;
		// In a list without numbers titles look like questions, but they ask nothing.
		const asks = open.text.some(({ text }) => text.endsWith('?'));
		if (open.isAnswered || this.style !== 'none' || asks) this.done.push(open);
	}
}

function withoutEnd(span: Span): { rest: Span; source: string; answer: string } {
	const answered = answerAtEnd(span.text);
	const bare = answered ? cut(span, 0, answered.at) : span;
	const sourced = sourceAtEnd(bare.text);
	return {
		rest: sourced ? cut(bare, 0, sourced.at) : bare,
		source: sourced?.source ?? '',
		answer: answered?.answer ?? ''
	};
}

/** The value after a label; a bracket that was opened before the label is closed after the value. */
function valueOf(line: string, from: number): string {
	const value = line.slice(from).trim();
	const opened = /^\s*([([])/.exec(line)?.[1];
	if (opened === '(') return value.replace(/\)\s*\.?$/, '').trim();
	return opened === '[' ? value.replace(/\]\s*\.?$/, '').trim() : value;
}
