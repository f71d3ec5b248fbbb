// Aiken text → questions, as Moodle reads it: one line of question, options «A)» or «A.», a line «ANSWER: B»; it must not know files.
import { found } from '../problem.ts';
import { QuestionDraft } from './question-draft.ts';

const option = /^([A-Z])[).][ \t]?/;
const answer = /^ANSWER:/;

interface Open {
	draft: QuestionDraft;
	options: string[];
}

/** Whether the text has Aiken's answer lines, and no numbers before its questions that make it a list. */
export function looksLikeAiken(text: string): boolean {
	return (
		/^ANSWER:\s*[A-Z]/m.test(text) &&
		/^[A-Z][).]/m.test(text) &&
		!/^[^\S\n]*(?:câu[^\S\n]*)?\d+[^\S\n]*[.:)]/imu.test(text)
	);
}

export function readAiken(text: string): QuestionDraft[] {
	const drafts: QuestionDraft[] = [];
	let open: Open | null = null;
	for (const [at, raw] of text.split('\n').entries()) {
		const line = raw.trim();
		if (line.length < 2) continue;
		if (answer.test(line)) {
			drafts.push(close(open, at + 1, line));
			open = null;
		} else if (option.test(line) && open) open.options.push(line.slice(2).trim());
		else if (option.test(line)) drafts.push(stray(at + 1, line));
		else {
			if (open) drafts.push(unfinished(open));
			open = { draft: new QuestionDraft(at + 1), options: [] };
			open.draft.cells.question = line;
		}
	}
	return open ? [...drafts, unfinished(open)] : drafts;
}

function close(open: Open | null, at: number, line: string): QuestionDraft {
	if (!open) return stray(at, line);
	const { draft, options } = open;
	// Only the first letter counts, as in Moodle.
	const right =
		line
			.slice(line.indexOf(':') + 1)
			.trim()
			.charCodeAt(0) - 65;
	draft.choose(options, right >= 0 ? [right] : []);
	return draft;
}

function unfinished({ draft, options }: Open): QuestionDraft {
	draft.write(options);
	draft.block('correct', 'import/question-not-complete', {});
	return draft;
}

function stray(at: number, line: string): QuestionDraft {
	const draft = new QuestionDraft(at);
	draft.block(null, 'import/answer-without-question', { found: found(line) });
	return draft;
}
