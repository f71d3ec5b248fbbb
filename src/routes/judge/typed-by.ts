// Who typed a paper sheet, as people say it; it must not know what was typed.
import { m } from '#lib/paraglide/messages.js';

/** One name, or two joined by the word of the language. */
export function typedBy([first = '', second]: string[]): string {
	return second === undefined ? first : m.paper_typed_both({ first, second });
}
