// The one sentence of what is still missing; it must not know how that was found out.
import { m } from '#lib/paraglide/messages.js';
import type { Judge } from './matrix-rows.ts';

const mostNumbers = 6;
/** So many judges are called by their names as well: whoever reads it walks to them. */
const mostNamed = 3;

/** "Còn thiếu: GK03, GK05 chưa nộp TS07; GK06 chưa nộp TS07, TS09." Who lacks the same shares a clause; long lists end in a count. */
export function missingSentence(missing: { judge: string; numbers: string[] }[], panel: Judge[]): string {
	const nameOf = new Map(panel.map(({ code, name }) => [code, `${code} ${name}`]));
	const judgesOf = new Map<string, { judges: string[]; numbers: string[] }>();
	for (const { judge, numbers } of missing) {
		const alike = judgesOf.get(numbers.join(' ')) ?? { judges: [], numbers };
		alike.judges.push(judge);
		judgesOf.set(numbers.join(' '), alike);
	}
	const clauses = [...judgesOf.values()].map(({ judges, numbers }) => {
		const isShort = judges.length <= mostNamed;
		const judge = judges.map((code) => (isShort && nameOf.get(code)) || code).join(', ');
		const shown = numbers.slice(0, mostNumbers).join(', ');
		const rest = numbers.length - mostNumbers;
		return rest > 0
			? m.matrix_missing_clause_more({ judge, numbers: shown, rest })
			: m.matrix_missing_clause({ judge, numbers: shown });
	});
	return m.matrix_missing({ clauses: clauses.join('; ') });
}
