// What may stand once in a document and stands twice; it must not know what it is.
import { repeated } from '../../contest/preflight/problem.ts';
import type { FileProblem } from './file-problem.ts';
import { quoted } from './json-path.ts';

/** A problem for each item whose key an earlier one has. Keys are made of parts, such as contestant and question. */
export function repetitions<Item>(
	items: readonly Item[],
	partsOf: (item: Item) => readonly string[],
	pathOf: (at: number) => string
): FileProblem[] {
	const keys = items.map(partsOf);
	return repeated(keys, (parts) => JSON.stringify(parts)).map(({ at }) => {
		const named = (keys[at] ?? []).map(quoted).join(', ');
		return {
			code: 'stands-twice',
			path: pathOf(at),
			message: {
				vi: `Cần một mục duy nhất cho ${named}, gặp mục thứ hai. Hãy giữ lại một.`,
				en: `Needs a single entry for ${named}, found a second one. Keep one.`
			}
		};
	});
}
