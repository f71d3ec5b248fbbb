// A consultation of judges (hội ý) as the log tells it: what lay before them, who took part, what was said, what it came to (R144); it must not know any store.
import type { Points } from '../points.ts';
import type { DivergenceOutcome } from '../record/decision.ts';
import type { JudgeCode } from '../record/record.ts';
import { isSamePlace, type PanelPlace } from '../result/panel-scores.ts';

/** What a consultation came to. */
export type CameTo =
	/** Put forward as a decision, for a second person to confirm. */
	| DivergenceOutcome
	/** These judges look at their sheets again: each is opened by the head judge and signed anew by its judge. */
	| { kind: 'revise'; judges: JudgeCode[] }
	/** No agreement yet: the difference stays open. */
	| { kind: 'adjourned' };

export interface LoggedAct {
	/** Number of its line. */
	line: number;
	/** ms since the epoch */
	at: number;
	by: string;
}

export interface Consultation extends PanelPlace {
	begun: LoggedAct;
	/** What lay before the judges, rounded to hundredths. */
	sheets: { judge: JudgeCode; total: Points }[];
	/** Those that reached the level of the rules. */
	far: JudgeCode[];
	/** Position of the level. */
	level: number;
	/** The largest difference; of Dixon's Q its hundredths. */
	measured: Points;
	/** The panel's value. */
	before: Points;
	/** Null while it goes on. */
	ended: (LoggedAct & Conclusion) | null;
}

export interface Conclusion {
	/** Who took part, of those who mark. */
	present: JudgeCode[];
	note: string;
	cameTo: CameTo;
	/** The proposal it put forward, where it did. */
	proposalId: string | null;
}

export const consultationKinds = ['consultation-begun', 'consultation-ended'];

export interface ConsultationLine {
	sequence: number;
	at: string;
	actor: { name: string };
	kind: string;
	payload: Record<string, unknown>;
}

/** All consultations of the contest, in the order begun. An end belongs to the last beginning about the same. */
export function consultationsIn(lines: ConsultationLine[]): Consultation[] {
	const all: Consultation[] = [];
	for (const { sequence, at, actor, kind, payload } of lines) {
		const act = { line: sequence, at: Date.parse(at), by: actor.name };
		const { part, panel, contestant, ...told } = payload as unknown as PanelPlace & Told;
		if (kind === 'consultation-begun') {
			const { sheets, far, level, measured, before } = told;
			all.push({ part, panel, contestant, begun: act, sheets, far, level, measured, before, ended: null });
		}
		const running = kind === 'consultation-ended' ? lastAbout(all, { part, panel, contestant }) : null;
		const { present, note, cameTo, proposalId } = told;
		if (running && !running.ended) running.ended = { ...act, present, note, cameTo, proposalId };
	}
	return all;
}

type Told = Omit<Consultation, keyof PanelPlace | 'begun' | 'ended'> & Conclusion;

export function lastAbout(all: Consultation[], place: PanelPlace): Consultation | null {
	return all.findLast((each) => isSamePlace(each, place)) ?? null;
}
