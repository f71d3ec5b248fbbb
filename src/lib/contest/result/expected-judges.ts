// Whose sheets a panel expects for a contestant, and whose count (R129–R131); it must not know marks.
import type { GroupCode } from '../ids.ts';
import { decisionsOf } from '../record/decision.ts';
import type { ContestantNumber, JudgeCode, RecordedJudge } from '../record/record.ts';
import type { MissingJudge, Panel } from '../rules/panels.ts';
import type { JudgedPart } from '../rules/parts.ts';
import type { RecordIndex } from './record-index.ts';

/** The seats of one panel of one part, with what people decided about them. */
export interface Seats {
	/** R129: who is expected: those seated, less recusals, substitutes in place of those they stand for. */
	expectedFor(contestant: ContestantNumber, session: GroupCode | null): ExpectedJudge[];
	/** R131: what holds for missing sheets of a session, and whether people have confirmed it. */
	policyOf(session: GroupCode | null): { policy: MissingJudge; isDecided: boolean };
}

export interface ExpectedJudge {
	judge: RecordedJudge;
	/** R130: marks instead, once that sheet is there. */
	substitute: RecordedJudge | null;
}

export function seatsOf(
	index: Pick<RecordIndex, 'judges' | 'decisions'>,
	part: Pick<JudgedPart, 'code'>,
	panel: Pick<Panel, 'code' | 'missing'>
): Seats {
	const seated = [...index.judges.values()]
		.filter(({ panels }) => panels.includes(panel.code))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
	const recused = new Set(
		decisionsOf(index.decisions, 'recusal')
			.filter((decision) => decision.part === null || decision.part === part.code)
			.map(({ judge, contestant }) => `${judge} ${contestant}`)
	);
	const substitutes = decisionsOf(index.decisions, 'substitute');
	const policies = decisionsOf(index.decisions, 'missing-judge').filter((decision) => decision.panel === panel.code);
	const plain = seated.map((judge): ExpectedJudge => ({ judge, substitute: null }));
	const substituteFor = (judge: JudgeCode, session: GroupCode | null) => {
		const last = substitutes.filter((each) => each.judge === judge && isFor(each.session, session)).at(-1);
		return last ? (index.judges.get(last.substitute) ?? null) : null;
	};
	return {
		expectedFor(contestant, session) {
			if (recused.size === 0 && substitutes.length === 0) return plain;
			return seated
				.filter(({ code }) => !recused.has(`${code} ${contestant}`))
				.map((judge) => ({ judge, substitute: substituteFor(judge.code, session) }));
		},
		policyOf(session) {
			const last = policies.filter((each) => isFor(each.session, session)).at(-1);
			return last ? { policy: last.policy, isDecided: true } : { policy: panel.missing, isDecided: false };
		}
	};
}

function isFor(decided: GroupCode | null, session: GroupCode | null): boolean {
	return decided === null || decided === session;
}
