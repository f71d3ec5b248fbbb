// When two typed texts are the same answer, in SQL (R100); it must not know which of them is right.
import { sql, type SQL } from 'drizzle-orm';

const tone = sql`\\u0300\\u0301\\u0303\\u0309\\u0323`;

/**
 * Decomposed, so that a tone is a character of its own; it moves to the end of its run of letters and marks. `pg_c_utf8`
 * knows the letters of all languages, whatever the database was made with.
 */
export function foldedText(text: SQL): SQL {
	const plain = sql`regexp_replace(normalize(${text}, nfd) collate pg_c_utf8, '[\\u200b-\\u200d\\u2060\\ufeff]', '', 'g')`;
	const edge = sql`[\\s\\u00a0.,;:!?…"''“”‘’„‚«»‹›()\\[\\]{}–—‐‑-]+`;
	const bare = sql`lower(regexp_replace(${plain}, '^${edge}|${edge}$', '', 'g'))`;
	const moved = sql`regexp_replace(${bare}, '([${tone}])([[:alpha:]\\u0300-\\u036f]+)', '\\2\\1', 'g')`;
	return sql`regexp_replace(${moved}, '[\\s\\u00a0]+', ' ', 'g')`;
}
