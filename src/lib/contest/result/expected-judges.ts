// Whose sheets a panel expects for a contestant, and whose count (R129–R131, R136, R154, R155, R157); it must not know marks.
import type { GroupCode, StageCode } from '../ids.ts';
import { decisionsOf, type DivergenceOutcome } from '../record/decision.ts';
import type { ContestantNumber, JudgeCode, RecordedJudge } from '../record/record.ts';
import type { MissingJudge, Panel } from '../rules/panels.ts';
import type { JudgedPart } from '../rules/parts.ts';
import { begunKey, excuseKey } from './interests.ts';
import type { Rules } from '../rules/rules.ts';
import type { RecordIndex } from './record-index.ts';
import { sitsIn } from './seat-limits.ts';
import { reaches } from './session-reach.ts';

/** The seats of one panel of one part, with what people decided about them. */
export interface Seats {
	/** R129, R154, R155: who is expected: those seated there, less recusals and excuses, substitutes in place of those they stand for. */
	expectedFor(contestant: ContestantNumber, session: GroupCode | null): ExpectedJudge[];
	/** R136: how people settled a difference about the contestant; null while they have not. */
	outcomeFor(contestant: ContestantNumber): DivergenceOutcome | null;
	/** Who marks the contestant here: those expected, substitutes instead of those they stand for, another judge who settles a difference. */
	markersFor(contestant: ContestantNumber, session: GroupCode | null): JudgeCode[];
	/** R157: who marks besides, to learn; nobody waits for them and nothing of theirs counts. */
	shadowsFor(contestant: ContestantNumber, session: GroupCode | null): JudgeCode[];
	/** R131: what holds for missing sheets of a session, and whether people have confirmed it. */
	policyOf(session: GroupCode | null): { policy: MissingJudge; isDecided: boolean };
}

export interface ExpectedJudge {
	judge: RecordedJudge;
	/** R130: marks instead, once that sheet is there. */
	substitute: RecordedJudge | null;
}

/** What seats are found in. */
export type SeatFacts = Pick<RecordIndex, 'judges' | 'decisions' | 'excuses' | 'clusters'> & {
	/** Sessions in their order. */
	rules: Pick<Rules, 'stages'>;
};

export function seatsOf(
	{ judges, decisions, excuses, clusters, rules }: SeatFacts,
	stage: StageCode,
	part: Pick<JudgedPart, 'code'>,
	panel: Pick<Panel, 'code' | 'missing'>
): Seats {
	const seated = [...judges.values()]
		.filter(({ panels, role }) => panels.includes(panel.code) && role !== 'shadow')
		.sort((a, b) => (a.code < b.code ? -1 : 1));
	const recused = new Set(
		decisionsOf(decisions, 'recusal')
			.filter((decision) => decision.part === null || decision.part === part.code)
			.map(({ judge, contestant }) => `${judge} ${contestant}`)
	);
	const substitutes = decisionsOf(decisions, 'substitute');
	const policies = decisionsOf(decisions, 'missing-judge').filter((decision) => decision.panel === panel.code);
	const outcomes = new Map(
		decisionsOf(decisions, 'divergence')
			.filter((decision) => decision.part === part.code && decision.panel === panel.code)
			.map(({ contestant, outcome }) => [contestant, outcome])
	);
	const isLimited = seated.some(({ limits }) => limits?.some((limit) => limit.panel === panel.code));
	const plain = seated.map((judge): ExpectedJudge => ({ judge, substitute: null }));
	const substituteFor = (judge: JudgeCode, session: GroupCode | null) => {
		const last = substitutes.filter((each) => each.judge === judge && reaches(each, { stage, session }, rules)).at(-1);
		return last ? (judges.get(last.substitute) ?? null) : null;
	};
	// R154: a sheet that was begun, by whoever marks from this seat, is never dropped by an interest.
	const isExcused = ({ judge, substitute }: ExpectedJudge, contestant: ContestantNumber) =>
		excuses.pairs.has(excuseKey((substitute ?? judge).code, contestant)) &&
		![judge, substitute].some((each) => each && excuses.begun.has(begunKey(stage, each.code, contestant)));
	const expectedFor: Seats['expectedFor'] = (contestant, session) => {
		if (recused.size === 0 && substitutes.length === 0 && excuses.pairs.size === 0 && !isLimited) return plain;
		return seated
			.filter((judge) => sitsIn(judge, panel.code, { session, cluster: clusters.get(contestant) ?? null }))
			.filter(({ code }) => !recused.has(`${code} ${contestant}`))
			.map((judge) => ({ judge, substitute: substituteFor(judge.code, session) }))
			.filter((seat) => !isExcused(seat, contestant));
	};
	return {
		expectedFor,
		outcomeFor: (contestant) => outcomes.get(contestant) ?? null,
		markersFor(contestant, session) {
			const markers = expectedFor(contestant, session).map(({ judge, substitute }) => (substitute ?? judge).code);
			const outcome = outcomes.get(contestant);
			const other = outcome?.kind === 'extra' && judges.has(outcome.judge) ? [outcome.judge] : [];
			return [...new Set([...markers, ...other])];
		},
		shadowsFor(contestant, session) {
			const place = { session, cluster: clusters.get(contestant) ?? null };
			return [...judges.values()]
				.filter((judge) => judge.role === 'shadow' && sitsIn(judge, panel.code, place))
				.filter((judge) => !recused.has(`${judge.code} ${contestant}`))
				.filter((judge) => !isExcused({ judge, substitute: null }, contestant))
				.map(({ code }) => code);
		},
		policyOf(session) {
			const last = policies.filter((each) => reaches(each, { stage, session }, rules)).at(-1);
			return last ? { policy: last.policy, isDecided: true } : { policy: panel.missing, isDecided: false };
		}
	};
}
