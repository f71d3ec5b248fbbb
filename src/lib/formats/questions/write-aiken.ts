// A question of the bank → a block of Aiken; it must not know what Aiken cannot carry (see write-questions.ts).
import type { QuestionValue } from '../import-values.ts';

/** Null for kinds Aiken does not have. */
export function aikenBlock({ kind, text, options, correct }: QuestionValue): string | null {
	if (correct.kind !== 'options' || (kind !== 'single' && kind !== 'truefalse')) return null;
	const lines = options.map((option) => `${option.id}) ${option.text}`);
	return [text.replace(/\n/g, ' '), ...lines, `ANSWER: ${correct.options[0] ?? ''}`, ''].join('\n');
}
