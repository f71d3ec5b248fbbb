// GIFT text → questions, block by block as Moodle reads them, so that a bad one never takes the others along; it must not know files.
import { categoryTopic, readTags, splitSource } from '../moodle-fields.ts';
import { QuestionDraft } from '../question-draft.ts';
import { readGiftAnswers } from './gift-answers.ts';
import { hideEscapes, readGiftText, showEscapes } from './gift-text.ts';

interface Block {
	/** Number of its first line. */
	line: number;
	/** What stands in its comment lines. */
	comment: string;
	text: string;
}

/** Braces with answers in them, or a name between double colons. */
export function looksLikeGift(text: string): boolean {
	const bare = hideEscapes(text.replace(/^[^\S\n]*\/\/.*$/gm, ''));
	if (/^::.*?::/m.test(bare)) return true;
	return /\{\s*(?:[=~#>]|T\b|F\b|TRUE\b|FALSE\b|\})/.test(bare) && bare.includes('}');
}

export function readGift(text: string): QuestionDraft[] {
	const drafts: QuestionDraft[] = [];
	let topic = '';
	for (const block of blocksOf(text)) {
		const category = /^\$CATEGORY:([^\n]*)(?:\n|$)/.exec(block.text);
		if (category) topic = categoryTopic(category[1] ?? '');
		const rest = category ? block.text.slice(category[0].length) : block.text;
		if (rest.trim() === '') continue;
		const draft = new QuestionDraft(block.line);
		draft.cells.topic = topic;
		Object.assign(draft.cells, tagsIn(block.comment));
		readBlock(draft, rest.trim());
		drafts.push(draft);
	}
	return drafts;
}

/** Blank lines part the blocks, also inside braces; lines that begin with // are comments. */
function blocksOf(text: string): Block[] {
	const blocks: Block[] = [];
	let open: Block | null = null;
	for (const [at, line] of text.split('\n').entries()) {
		if (line.trim() === '') {
			if (open) blocks.push(open);
			open = null;
			continue;
		}
		open ??= { line: at + 1, comment: '', text: '' };
		if (/^\s*\/\//.test(line)) open.comment += `${line}\n`;
		else if (open.text === '') Object.assign(open, { line: at + 1, text: line.trim() });
		else open.text += `\n${line}`;
	}
	return open ? [...blocks, open] : blocks;
}

/** «// [id:LS01] [tag:giây: 20]», as Moodle writes and reads them. */
function tagsIn(comment: string): QuestionDraft['cells'] {
	const values = (name: string) =>
		[...comment.matchAll(new RegExp(`\\[${name}:((?:\\\\\\]|[^\\]\\n])+)\\]`, 'g'))].map((match) =>
			(match[1] ?? '').replaceAll('\\]', ']').trim()
		);
	const [code = ''] = values('id');
	return { ...readTags(values('tag')), code };
}

function readBlock(draft: QuestionDraft, source: string): void {
	const all = hideEscapes(source);
	const name = /^::(.*?)::\s*/s.exec(all);
	const text = name ? all.slice(name[0].length) : all;
	const [from, to] = [text.indexOf('{'), text.indexOf('}')];
	if (from < 0 && to < 0) {
		draft.cells.question = showEscapes(text);
		draft.block('type', 'import/kind-not-taken', { kind: 'description' });
		return;
	}
	if (from < 0 || to < from) {
		draft.cells.question = showEscapes(text);
		draft.block(null, 'import/braces-not-paired', {});
		return;
	}
	const [before, after] = [text.slice(0, from), text.slice(to + 1)];
	const question = readGiftText(after.trim() === '' ? before : `${before}_____${after}`);
	draft.cells.question = question.text;
	if (question.hasPicture) draft.warn('question', 'import/picture-left-out', {});
	const inside = text.slice(from + 1, to).trim();
	const feedbackAt = inside.lastIndexOf('####');
	if (feedbackAt >= 0) {
		const feedback = readGiftText(inside.slice(feedbackAt + 4), question.format);
		Object.assign(draft.cells, splitSource(feedback.text));
	}
	readGiftAnswers(draft, (feedbackAt < 0 ? inside : inside.slice(0, feedbackAt)).trim(), question.format);
}
