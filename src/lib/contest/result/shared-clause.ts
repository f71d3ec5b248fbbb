// What several reasons end with alike, so that a table says it once; it must not know what the reasons mean.
import type { Bilingual } from '../ids.ts';

/** The last clause of every sentence, where there are several, all of at least two clauses; null otherwise. */
export function sharedClause(sentences: Bilingual[]): Bilingual | null {
	const vi = lastOfAll(sentences.map((each) => each.vi));
	const en = lastOfAll(sentences.map((each) => each.en));
	return sentences.length > 1 && vi && en ? { vi, en } : null;
}

/** The sentence without that clause at its end. */
export function withoutClause(sentence: Bilingual, clause: Bilingual): Bilingual {
	const cut = (text: string, end: string) => text.replace(`; ${end}.`, '.');
	return { vi: cut(sentence.vi, clause.vi), en: cut(sentence.en, clause.en) };
}

function lastOfAll(texts: string[]): string | null {
	const [first = ''] = texts;
	const at = first.lastIndexOf('; ');
	if (at < 0) return null;
	const end = first.slice(at);
	return texts.every((text) => text.endsWith(end)) ? end.slice(2, -1) : null;
}
