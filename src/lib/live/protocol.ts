// Every event between screens and server, with direction, shape and version; both ends import this and nothing else of each other.
import type { ContestantId } from '../contest/ids.ts';
import type { Choice } from '../contest/question.ts';
import type { RefusalCode } from '../contest/refusal.ts';
import type { Audience, Mine, Receipt, Stage } from '../contest/stage.ts';

/** Grows when a screen of the old version would misunderstand the new server. */
export const protocolVersion = 1;

/** What a screen says when it connects; people and rooms come from the session, never from here. */
export interface Handshake {
	protocol: number;
	/** What the screen is for; the server checks it against the session's roles. */
	audience: Audience;
	/** Which contest; slips are bound to theirs whatever this says. */
	contestId: string;
}

/** A refusal as a screen may show it, in the person's language. */
export interface RefusedAnswer {
	code: RefusalCode;
	message: string;
}

export type Answered<T> = { done: T } | { refused: RefusedAnswer };

export interface AnswerToSubmit {
	/** UUID made by the phone; the same operation is stored once. */
	operation: string;
	roundId: string;
	questionId: string;
	choice: Choice;
	/**
	 * Orders the taps, whatever order packets arrive in: `epoch` is the snapshot's, as it was at the tap; `counter` is greater
	 * than that of every earlier tap of this device and that of the known answer to the same question.
	 */
	device: { epoch: number; counter: number };
}

/** The whole of what a screen needs after connecting or missing something. */
export interface Snapshot {
	stage: Stage;
	/** Only for a contestant. */
	mine: Mine | null;
	/** Of this device, issued with its session; `mine.epoch` is that of the newest one. Null for whoever does not answer. */
	epoch: number | null;
}

/** Who is here and who has answered; only for consoles. */
export interface Progress {
	/** Contestants with at least one connected phone. */
	connected: ContestantId[];
	/** Contestants who have answered the current question. */
	answered: ContestantId[];
	/** Everybody who competes. */
	competing: { contestantId: ContestantId; number: string; name: string; unit: string }[];
	screens: number;
	/** That of most projectors; null without any. */
	hallLanguage: 'vi' | 'en' | null;
	judges: number;
}

/** Screen → server. Every event is answered. */
export interface ClientEvents {
	'answer:submit': (input: AnswerToSubmit, answer: (result: Answered<Receipt>) => void) => void;
	'stage:get': (input: Record<string, never>, answer: (result: Answered<Snapshot>) => void) => void;
	/** Server time in ms, for the round-trip sampling of the phone's clock. */
	'clock:get': (input: Record<string, never>, answer: (result: Answered<{ now: number }>) => void) => void;
}

/** Server → screen. Stages are whole; older than what a screen has is ignored. */
export interface ServerEvents {
	stage: (stage: Stage) => void;
	mine: (mine: Mine) => void;
	progress: (progress: Progress) => void;
	/** The version now in the database: a screen that has less asks for the whole. */
	version: (version: number) => void;
	/** Another phone of this contestant stored an answer or has come in place of this one: ask for the whole. */
	answered: () => void;
	/** This slip or session is no longer good. */
	revoked: () => void;
	/**
	 * The server speaks this newer version. It goes on understanding the version before it: the screen goes on answering, and
	 * loads itself anew between questions.
	 */
	outdated: (version: number) => void;
	/** The server is about to restart; wait this long before reconnecting. */
	moving: (waitMs: number) => void;
}
