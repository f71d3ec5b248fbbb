// The one sentence of what is still missing; it must not know how that was found out.
import { m } from '#lib/paraglide/messages.js';

const mostNumbers = 6;

/** "Còn thiếu: GK03 chưa chấm TS07, TS09; GK05 chưa chấm TS07." Long lists end in a count. */
export function missingSentence(missing: { judge: string; numbers: string[] }[]): string {
	const clauses = missing.map(({ judge, numbers }) => {
		const shown = numbers.slice(0, mostNumbers).join(', ');
		const rest = numbers.length - mostNumbers;
		return rest > 0
			? m.matrix_missing_clause_more({ judge, numbers: shown, rest })
			: m.matrix_missing_clause({ judge, numbers: shown });
	});
	return m.matrix_missing({ clauses: clauses.join('; ') });
}
