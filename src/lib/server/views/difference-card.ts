// One difference between judges as the screen shows it: sheets with distances, values before and after, what people did so far.
import { middleOf } from '../../contest/consultation/middle.ts';
import type { Consultation } from '../../contest/consultation/consultation.ts';
import type { DifferenceState } from '../../contest/consultation/difference-state.ts';
import { refuseOtherJudge } from '../../contest/decisions/other-judge.ts';
import type { Bilingual, ContestId, JudgeId, TurnId } from '../../contest/ids.ts';
import type { Points, Ratio } from '../../contest/points.ts';
import { minus, times } from '../../contest/ratio.ts';
import type { DivergenceOutcome } from '../../contest/record/decision.ts';
import type { JudgeCode } from '../../contest/record/record.ts';
import { panelScoreOf, type PanelPlace } from '../../contest/result/panel-scores.ts';
import type { ContestResult, SheetScore } from '../../contest/result/result.ts';
import { hundredths } from '../../contest/result/rounding.ts';
import { panelAt } from '../../contest/rules/panel-list.ts';
import type { Divergence, DivergenceAction, DivergenceLevel } from '../../contest/rules/panels.ts';
import { may, mayReopen, rolesOf } from '../permissions.ts';
import type { Seat, StaffSeat } from '../seat.ts';
import { sheetKey, type KnownDifference, type KnownDifferences } from '../stores/differences.ts';
import type { JudgeRow } from '../stores/people.ts';
import { openProposal, type OpenProposal } from './open-proposals.ts';

export interface DifferingSheet {
	judgeId: JudgeId;
	code: JudgeCode;
	name: string;
	/** When the judges consulted last; null where they have not, or had no sheet of this judge. */
	then: Points | null;
	/** Locked as the panel counts it. */
	isSigned: boolean;
	/** Null while it is not signed; this and what follows from it also for who does not see single marks. */
	total: Points | null;
	/** From the middle the rules measure by, above or below. */
	apart: Points | null;
	isFar: boolean;
	counts: SheetScore['counts'] | null;
	/** To be looked at again, and not signed anew yet. */
	isRevised: boolean;
	/** Whether this person may open it again. */
	canReopen: boolean;
}

export interface DifferenceCard {
	place: PanelPlace;
	turnId: TurnId;
	state: DifferenceState;
	/** Every sheet the panel waits for is locked: judges may consult. */
	isAllIn: boolean;
	number: string;
	name: string;
	unit: string;
	part: Bilingual;
	panel: Bilingual;
	/** What is measured and from where on; null where the rules look for nothing any more. */
	metric: Divergence['metric'] | null;
	level: DivergenceLevel | null;
	action: DivergenceAction | null;
	/** Of Dixon's Q its hundredths. */
	measured: Points | null;
	middle: Points | null;
	/** The panel's value before anything was done, and as it counts now; null while it has none. */
	before: Points | null;
	after: Points | null;
	/** By the engine: the value if the sheets stand. */
	ifStands: Points | null;
	/** The highest value the head judge may decide on. */
	most: Points;
	sheets: DifferingSheet[];
	consultation: Consultation | null;
	outcome: DivergenceOutcome | null;
	/** Who marks besides. */
	other: { code: JudgeCode; name: string } | null;
	proposal: Pick<OpenProposal, 'what' | 'proposedBy' | 'confirmers'> | null;
	/** Who may mark besides, where the level asks for it. */
	others: { code: JudgeCode; name: string }[];
}

export interface CardFacts {
	contestId: ContestId;
	known: KnownDifferences;
	seat: Seat;
	judges: JudgeRow[];
	people: StaffSeat[];
	isBlind: boolean;
	seesMarks: boolean;
	isPublished: boolean;
	standing: ContestResult | null;
}

export function differenceCard(difference: KnownDifference, facts: CardFacts): DifferenceCard {
	const { part, panel, contestant, state, score, consultation, outcome, turn, proposal } = difference;
	const { known, judges, seat, isBlind, isPublished, people, standing } = facts;
	const place = { part, panel, contestant };
	const at = panelAt(known.record.rules, place);
	const rule = at?.panel.divergence ?? null;
	const finding = score.divergence;
	const nameOf = (code: JudgeCode) => judges.find((judge) => judge.code === code)?.fullName ?? code;
	const isQ = rule?.metric === 'dixon-q';
	const stands = standing && panelScoreOf(standing, place)?.value;
	const middle = middleOfCard(difference, facts);
	const offersOther = finding?.action.startsWith('extra-') === true;
	return {
		place,
		turnId: turn.id,
		state,
		isAllIn: difference.isAllIn,
		number: turn.contestant.number,
		name: turn.contestant.fullName,
		unit: turn.unit.name,
		part: at?.part.title ?? { vi: part, en: part },
		panel: at?.panel.title ?? { vi: panel, en: panel },
		metric: rule?.metric ?? null,
		level: rule?.levels[finding?.level ?? consultation?.level ?? -1] ?? null,
		action: finding?.action ?? null,
		measured: finding
			? hundredths(isQ ? times(finding.measured, [100]) : finding.measured)
			: (consultation?.measured ?? null),
		middle: middle && hundredths(middle),
		before: consultation?.before ?? (finding && hundredths(finding.before)),
		after: score.value && hundredths(score.value),
		ifStands: stands ? hundredths(stands) : null,
		most: known.record.rubrics.find(({ code }) => code === at?.part.rubric)?.max ?? 0,
		sheets: sheetsOf(difference, facts),
		consultation,
		outcome,
		other: outcome?.kind === 'extra' ? { code: outcome.judge, name: nameOf(outcome.judge) } : null,
		proposal:
			proposal &&
			openProposal(seat, proposal, {
				record: known.record,
				whole: known.record,
				revealed: new Set(),
				isBlind,
				isPublished,
				people
			}),
		others: offersOther
			? judges
					.filter(({ code }) => refuseOtherJudge(known.record, place, code) === null)
					.map(({ code, fullName }) => ({ code, name: fullName }))
			: []
	};
}

/** Those of the panel now, and those that lay before the judges when they consulted. */
function sheetsOf(difference: KnownDifference, facts: CardFacts): DifferingSheet[] {
	const { score, consultation, revising, turn } = difference;
	const { contestId, judges, known, seat, isPublished, seesMarks } = facts;
	const middle = middleOfCard(difference, facts);
	const codes = new Set([
		...score.sheets.map(({ judge }) => judge),
		...(consultation?.sheets ?? []).map(({ judge }) => judge)
	]);
	return [...codes].sort().flatMap((code): DifferingSheet[] => {
		const judge = judges.find((each) => each.code === code);
		if (!judge) return [];
		const now = score.sheets.find((sheet) => sheet.judge === code);
		const isLocked = Boolean(known.sheets.get(sheetKey(turn.id, code))?.lockedAt);
		const isRevised = revising.includes(code);
		const isOwn = seat.kind === 'staff' && judge.accountId === seat.accountId;
		const mayOpen = may(seat, 'sheets:reopen', contestId) && mayReopen(rolesOf(seat, contestId), judge.role);
		return [
			{
				judgeId: judge.id,
				code,
				name: judge.fullName,
				then: !seesMarks ? null : (consultation?.sheets.find((sheet) => sheet.judge === code)?.total ?? null),
				isSigned: now !== undefined,
				total: now && seesMarks ? hundredths(now.total) : null,
				apart: now && middle && seesMarks ? hundredths(minus(now.total, middle)) : null,
				isFar: (score.divergence?.judges ?? consultation?.far ?? []).includes(code),
				counts: now?.counts ?? null,
				isRevised,
				canReopen: isRevised && isLocked && mayOpen && !isOwn && !isPublished
			}
		];
	});
}

/** R126: of the sheets differences are looked for among; without the mark another judge gave besides. */
function middleOfCard({ part, panel, score, outcome }: KnownDifference, { known }: CardFacts): Ratio | null {
	const rule = panelAt(known.record.rules, { part, panel })?.panel.divergence;
	const other = outcome?.kind === 'extra' ? outcome.judge : null;
	const sheets = score.sheets.filter(({ judge, counts }) => judge !== other && counts !== 'judge-left-out');
	return rule
		? middleOf(
				rule.metric,
				sheets.map(({ total }) => total)
			)
		: null;
}
