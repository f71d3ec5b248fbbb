// Rows that cannot be taken → a workbook with the reason beside each, to mend there and import again; it must not know what the rows are.
import { m } from '#lib/paraglide/messages.js';
import { problemWords } from './problem-sentence.ts';
import type { Problem } from './problem.ts';
import type { RejectedRows } from './rejected.ts';
import { workbook } from './write-workbook.ts';

export function writeRejected(
	{ headers, rows }: RejectedRows,
	problems: readonly Problem[],
	locale: 'vi' | 'en'
): Promise<Uint8Array> {
	const reason = m.import_reason({}, { locale });
	// A file that has been handed back before carries the column already; the reasons are new.
	const kept = headers.flatMap((header, at) => (header === reason ? [] : { header, at }));
	const reasonsOf = (line: number) =>
		problems
			.filter((problem) => problem.line === line)
			.map((problem) => {
				const words = problemWords(problem, locale);
				return problem.column === null ? words : `${problem.column}: ${words}`;
			});
	return workbook(
		[
			{
				name: m.import_rejected_sheet({}, { locale }),
				columns: [...kept.map(({ header }) => header), reason].map((title) => ({ title, kind: 'text' as const })),
				rows: rows.map(({ line, cells }) => [...kept.map(({ at }) => cells[at] ?? ''), reasonsOf(line).join('\n')])
			}
		],
		{ language: locale }
	);
}
