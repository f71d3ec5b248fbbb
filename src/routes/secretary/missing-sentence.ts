// The one sentence of what is still missing; it must not know how that was found out.
import { m } from '#lib/paraglide/messages.js';

const mostNumbers = 6;

/** "Trần Văn A (GK03), Lê Thị B (GK05) chưa nộp phiếu chấm TS07; …" Who lacks the same shares a clause; long lists end in a count. */
export function missingSentence(missing: { judge: string; name: string; numbers: string[] }[]): string {
	const judgesOf = new Map<string, { judges: string[]; numbers: string[] }>();
	for (const { judge, name, numbers } of missing) {
		const alike = judgesOf.get(numbers.join(' ')) ?? { judges: [], numbers };
		alike.judges.push(`${name} (${judge})`);
		judgesOf.set(numbers.join(' '), alike);
	}
	const clauses = [...judgesOf.values()].map(({ judges, numbers }) => {
		const judge = judges.join(', ');
		const shown = numbers.slice(0, mostNumbers).join(', ');
		const rest = numbers.length - mostNumbers;
		return rest > 0
			? m.matrix_missing_clause_more({ judge, numbers: shown, rest })
			: m.matrix_missing_clause({ judge, numbers: shown });
	});
	return m.matrix_missing({ clauses: clauses.join('; ') });
}
