// What each audience may see of the running contest, as types without a place for keys, other people's answers or marks.
import type { Bilingual, ContestantId, QuestionId, RoundId, TurnId } from './ids.ts';
import type { Points } from './points.ts';
import type { Choice, Option, QuestionKind, QuestionPicture } from './question.ts';
import type { RoundPhase } from './round.ts';
import type { StandingRow, StandingTable } from './standing-table.ts';

/** The groups of screens that receive the same payload. */
export const audiences = ['contestant', 'screen', 'judge', 'mc', 'console'] as const;
export type Audience = (typeof audiences)[number];

/** A question as shown to everybody: no key, no explanation, no source. */
export interface QuestionView {
	id: QuestionId;
	kind: QuestionKind;
	text: string;
	options: Option[];
	/** What stands on the right of `matching`; empty elsewhere. */
	targets: Option[];
	/** Given by `/picture/<id of the question>`, to whoever sees the question (R331). */
	picture: Pick<QuestionPicture, 'alt' | 'width' | 'height'> | null;
	/** Position from 1. */
	number: number;
	of: number;
}

/** What is told at the reveal, and not before. */
export interface Reveal {
	correct: Choice;
	explanation: string;
	source: string;
	/** Effective answers per option letter; empty where no options are counted. */
	counts: Record<string, number>;
	answered: number;
	right: number;
}

/** The contest clock of a question: an absolute deadline in server time, never a tick. */
export interface QuestionClock {
	deadlineAt: number | null;
	remainingMs: number | null;
	allowedMs: number;
	/** The most extra time anybody still has, in percent; who has any shows it with `ownClock`. */
	extraPercent: number;
}

export interface PersonView {
	contestantId: ContestantId;
	number: string;
	name: string;
	unit: string;
}

export interface TurnView {
	turnId: TurnId;
	presenter: PersonView;
	/** Position in the running order, from 1. */
	position: number;
	of: number;
	status: 'waiting' | 'called' | 'on_stage' | 'running' | 'ended' | 'absent';
	topic: string | null;
	/** Told once its contestant stands on the stage; null before, and when none was drawn. */
	situation: string | null;
	startedAt: number | null;
	endedAt: number | null;
	removedMs: number;
	/** Time allowed; null when nothing is timed. */
	mostMs: number | null;
	warnBeforeMs: number;
}

/** Who comes next on stage: nothing of them that is still secret. */
export type NextTurn = Pick<TurnView, 'turnId' | 'presenter' | 'position' | 'of'>;

export type Scene =
	| { kind: 'waiting' }
	| { kind: 'blank' }
	| { kind: 'lobby'; roundId: RoundId; title: Bilingual; questionCount: number }
	| {
			kind: 'question';
			roundId: RoundId;
			title: Bilingual;
			phase: Extract<RoundPhase, 'shown' | 'running' | 'paused' | 'closing' | 'closed' | 'revealed'>;
			question: QuestionView;
			clock: QuestionClock;
			mayChangeAnswer: boolean;
			reveal: Reveal | null;
	  }
	| { kind: 'round-finished'; roundId: RoundId; title: Bilingual }
	| { kind: 'turn'; turn: TurnView }
	| { kind: 'standings'; tables: StandingTable[]; final: boolean }
	/** The ceremony: places of one ranking revealed so far, from last to first; `hidden` are still to come; steps count over all rankings. */
	| { kind: 'ceremony'; title: Bilingual | null; revealed: StandingRow[]; hidden: number; step: number; steps: number };

/** One whole stage, with the version of the contest it shows. */
export interface Stage {
	version: number;
	contest: { id: string; name: string; organiser: string; place: string; joinCode: string; isPublished: boolean };
	scene: Scene;
	/** The projector is black on purpose: its screens have the scene `blank`; `mc` still has the one that is going on. */
	isBlank: boolean;
	/** Who comes next on stage or what comes next in the round; only for `mc` and `console`. */
	next: { turn: NextTurn | null; questionNumber: number | null } | null;
	/** Rehearsals say so on every screen. */
	rehearsal: boolean;
}

/** What one contestant alone may see. */
export interface Mine {
	version: number;
	person: PersonView;
	/** What stands for this contestant in lists and on the stage: the number, or the code name (R325). */
	listedAs: string;
	/** Of the contestant's newest device: answers of an older one are refused. */
	epoch: number;
	/** Extra time of this contestant, in percent of each question's time. */
	extraPercent: number;
	/** The effective answer to the current question, as committed. */
	answer: { questionId: QuestionId; choice: Choice; receipt: Receipt } | null;
	/** After the reveal. */
	outcome: { questionId: QuestionId; right: boolean; points: Points; answered: boolean } | null;
	/** When the organiser has shown standings to contestants. */
	/** `of` counts those who have a place; `why` is empty where rank and total say it all. */
	standing: { rank: number | null; shared: boolean; total: Points; of: number; why: Bilingual } | null;
	turn: { position: number; of: number; status: TurnView['status']; topic: string | null; ahead: number } | null;
}

/** The proof that an answer is a row: survives refresh and shows the same on a second device. */
export interface Receipt {
	/** Server time of arrival, ms epoch. */
	savedAt: number;
	/** Number of this answer among the contestant's answers to this question, from 1. */
	ordinal: number;
	/** Sequence of the row in the contest's answers. */
	sequence: number;
	/** The device's count of this tap; 0 when a secretary entered the answer. */
	counter: number;
}

/** From showing a question to its seal: the time in which no screen may blink. */
export function isDuringQuestion({ scene }: Pick<Stage, 'scene'>): boolean {
	return scene.kind === 'question' && scene.phase !== 'closed' && scene.phase !== 'revealed';
}
