// The one sentence of what is still missing; it must not know how that was found out.
import { m } from '#lib/paraglide/messages.js';
import type { Judge } from './matrix-rows.ts';

const mostNumbers = 6;
/** So many judges are called by their names as well: whoever reads it walks to them. */
const mostNamed = 3;

interface Missing {
	judge: string;
	numbers: string[];
	/** Those of the numbers whose sheet lies on paper: nobody walks to the judge for them. */
	papers: string[];
}

/** "Còn thiếu: GK03, GK05 chưa nộp TS07; GK06 chưa nộp TS07, TS09." Who lacks the same shares a clause; long lists end in a count. */
export function missingSentence(missing: Missing[], panel: Judge[]): string {
	const nameOf = new Map(panel.map(({ code, name }) => [code, `${code} ${name}`]));
	const out = missing.map(({ judge, numbers, papers }) => ({
		judge,
		numbers: numbers.filter((number) => !papers.includes(number))
	}));
	const onPaper = missing.map(({ judge, papers }) => ({ judge, numbers: papers }));
	const clauses = [
		...clausesOf(out, nameOf, m.matrix_missing_clause, m.matrix_missing_clause_more),
		...clausesOf(onPaper, nameOf, m.matrix_missing_paper, m.matrix_missing_paper_more)
	];
	return m.matrix_missing({ clauses: clauses.join('; ') });
}

function clausesOf(
	missing: Pick<Missing, 'judge' | 'numbers'>[],
	nameOf: Map<string, string>,
	clause: (inputs: { judge: string; numbers: string }) => string,
	clauseOfMore: (inputs: { judge: string; numbers: string; rest: number }) => string
): string[] {
	const judgesOf = new Map<string, { judges: string[]; numbers: string[] }>();
	for (const { judge, numbers } of missing.filter(({ numbers }) => numbers.length > 0)) {
		const alike = judgesOf.get(numbers.join(' ')) ?? { judges: [], numbers };
		alike.judges.push(judge);
		judgesOf.set(numbers.join(' '), alike);
	}
	return [...judgesOf.values()].map(({ judges, numbers }) => {
		const isShort = judges.length <= mostNamed;
		const judge = judges.map((code) => (isShort && nameOf.get(code)) || code).join(', ');
		const shown = numbers.slice(0, mostNumbers).join(', ');
		const rest = numbers.length - mostNumbers;
		return rest > 0 ? clauseOfMore({ judge, numbers: shown, rest }) : clause({ judge, numbers: shown });
	});
}
