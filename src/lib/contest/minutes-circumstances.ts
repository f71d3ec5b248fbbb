// What was out of the ordinary in a session, as its minutes say it: decisions, sheets on paper, sheets opened again, consultations (R149). It must not know words.
import type { Consultation, CameTo } from './consultation/consultation.ts';
import { standingDecisions, type Decision, type DecisionContent } from './record/decision.ts';
import type { ContestRecord, ContestantNumber, JudgeCode } from './record/record.ts';
import type { PartCode } from './ids.ts';
import { reaches } from './result/session-reach.ts';
import { isJudged } from './rules/parts.ts';
import type { Rules } from './rules/rules.ts';
import type { SessionPlace } from './session-lock.ts';

interface Happened {
	/** Instant as ISO 8601 text. */
	at: string;
	/** Names of those who answer for it, in the order they acted. */
	by: string[];
}

interface AboutSheet extends Happened {
	contestant: ContestantNumber;
	judge: JudgeCode;
	/** May be empty for a sheet on paper. */
	reason: string;
}

export interface SheetOnPaper extends AboutSheet {
	/** By the two who typed it; who chose where they differed, and why: null when they did not. */
	settled: { by: string; reason: string } | null;
}

export interface SheetOpened extends AboutSheet {
	/** The revision that was begun. */
	revision: number;
}

export type Circumstance =
	| (Happened & { kind: 'decision'; sequence: number; content: DecisionContent; reason: string })
	| (SheetOnPaper & { kind: 'paper' })
	| (SheetOpened & { kind: 'reopened' })
	| (Happened & {
			kind: 'consultation';
			part: PartCode;
			contestant: ContestantNumber;
			present: JudgeCode[];
			cameTo: CameTo;
	  });

export interface ToldOfSheets {
	/** Only papers that were typed and count. */
	onPaper: SheetOnPaper[];
	opened: SheetOpened[];
	consultations: Consultation[];
}

/** In the order it happened; `numbers` are those of the session's turns. */
export function circumstancesOf(
	record: ContestRecord,
	place: SessionPlace & { numbers: ContestantNumber[] },
	{ onPaper, opened, consultations }: ToldOfSheets
): Circumstance[] {
	const here = new Set(place.numbers);
	const stage = record.rules.stages.find(({ code }) => code === place.stage);
	const judged = new Set((stage?.parts ?? []).filter(isJudged).map(({ code }) => code));
	const decided = standingDecisions(record.decisions).filter((each) =>
		bearsOn(each, place, here, judged, record.rules)
	);
	const all: Circumstance[] = [
		...decided.map(({ sequence, reason, by, confirmedBy, at, takesBack: _, ...content }) => ({
			kind: 'decision' as const,
			at: new Date(at).toISOString(),
			by: confirmedBy === null ? [by] : [by, confirmedBy],
			sequence,
			content,
			reason
		})),
		...onPaper.map((each) => ({ kind: 'paper' as const, ...each })),
		...opened.map((each) => ({ kind: 'reopened' as const, ...each })),
		...consultations.flatMap(({ part, contestant, ended }) =>
			ended && judged.has(part) && here.has(contestant)
				? [
						{
							kind: 'consultation' as const,
							at: new Date(ended.at).toISOString(),
							by: [ended.by],
							part,
							contestant,
							present: ended.present,
							cameTo: ended.cameTo
						}
					]
				: []
		)
	];
	return all.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** What was decided about judges, sheets, time or points of the judged parts of this session. */
function bearsOn(
	decision: Decision,
	{ stage, session }: SessionPlace,
	here: Set<ContestantNumber>,
	judged: Set<PartCode>,
	rules: Rules
): boolean {
	switch (decision.kind) {
		case 'recusal':
			return here.has(decision.contestant) && (decision.part === null || judged.has(decision.part));
		case 'substitute':
		case 'missing-judge':
			return reaches(decision, { stage, session }, rules);
		case 'divergence':
			return here.has(decision.contestant) && judged.has(decision.part);
		case 'points':
			return here.has(decision.contestant) && decision.part !== null && judged.has(decision.part);
		case 'time':
			return here.has(decision.contestant) && decision.stage === stage;
		default:
			return false;
	}
}
