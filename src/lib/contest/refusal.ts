// Every expected "no" of the house, as a closed union of codes `area/what`; it must not know HTTP, sockets or wording.
import type { Bilingual } from './ids.ts';

export const refusalCodes = [
	// who is asking
	'access/sign-in-needed',
	'access/not-allowed',
	'access/unknown-login',
	'access/too-many-tries',
	'access/slip-not-valid',
	'access/link-used',
	'access/link-not-valid',
	'access/foreign-origin',
	// what was asked
	'input/not-valid',
	'input/not-found',
	'input/already-exists',
	'input/reason-needed',
	// the contest
	'contest/moved-on',
	'contest/not-ready',
	'contest/no-judges',
	'contest/last-organiser',
	'contest/has-started',
	'contest/key-not-told',
	// its people
	'people/changed-elsewhere',
	'people/code-name-taken',
	// its units, registering
	'registration/not-open',
	'registration/no-place',
	'registration/not-now',
	'registration/changed-elsewhere',
	'registration/incomplete',
	'registration/known-already',
	'registration/place-taken',
	// its rules
	'rules/file-not-valid',
	'rules/in-use',
	// a question of the bank
	'question/not-valid',
	'question/picture-words',
	'question/changed-elsewhere',
	'question/unchanged',
	'question/not-now',
	'question/own-version',
	'question/not-approved',
	'question/too-few',
	'question/set-sealed',
	// a live round
	'round/not-now',
	'round/another-is-live',
	'round/no-question-left',
	'round/no-questions',
	// an answer
	'answer/not-open',
	'answer/too-late',
	'answer/already-given',
	'answer/not-a-choice',
	'answer/operation-reused',
	'answer/not-competing',
	'answer/not-known-yet',
	'answer/put-aside',
	'answer/other-device',
	'answer/newer-stored',
	'answer/joined-too-late',
	// the stage
	'turn/not-now',
	'turn/another-on-stage',
	// judging
	'sheet/not-yours',
	'sheet/not-to-mark',
	'sheet/locked',
	'sheet/incomplete',
	'sheet/note-needed',
	'sheet/not-locked',
	'sheet/same-person',
	'sheet/mark-not-valid',
	'sheet/changed-elsewhere',
	'sheet/not-open',
	'sheet/on-paper',
	// trial marking of a sample
	'calibration/no-rubric',
	'calibration/closed',
	'calibration/own-first',
	// an interest in a contestant
	'interest/sheet-begun',
	'interest/same-person',
	// a sheet on paper
	'paper/place-unknown',
	'paper/question-live',
	'paper/printer-busy',
	'paper/not-printed',
	'paper/code-unknown',
	'paper/on-screen',
	'paper/not-there',
	'paper/own-sheet',
	'paper/still-blind',
	'paper/already-typed',
	'paper/typed-twice',
	'paper/typed-by-you',
	'paper/sum-differs',
	'paper/choose-each',
	// a session whose marking is locked, and its minutes
	'session/locked',
	'session/turns-open',
	'session/sheets-missing',
	'session/not-locked',
	'session/opening-asked',
	'session/nothing-asked',
	'session/same-person',
	'session/needs-both',
	'minutes/already-signed',
	'minutes/changed',
	'minutes/not-signed',
	// signing
	'signature/no-pin',
	'signature/pin-not-valid',
	'signature/pin-too-easy',
	'signature/wrong-pin',
	'signature/pin-locked',
	'signature/wrong-password',
	// drawing lots
	'lots/already-drawn',
	'lots/nothing-to-draw',
	'lots/no-stage',
	'lots/stage-not-decided',
	'lots/sessions-planned',
	'lots/slot-not-possible',
	'lots/not-frozen',
	'lots/list-changed',
	'lots/witness-needed',
	// points given by the organisers
	'points/out-of-range',
	'points/changed-elsewhere',
	// results
	'result/incomplete',
	'result/counts-differ',
	'result/held-answers',
	'result/already-published',
	'result/not-published',
	// decisions that two people take
	'decision/not-there',
	'decision/question-not-sealed',
	'decision/key-not-fitting',
	'decision/judge-not-in-panel',
	'decision/no-difference',
	'decision/no-other-judge',
	'decision/judge-in-panel',
	'decision/judge-recused',
	'decision/judge-knows-marks',
	'decision/sum-needs-all',
	'decision/award-not-for',
	'decision/may-not-win',
	'decision/turn-not-ended',
	'decision/too-much-time',
	'decision/not-late',
	'decision/tied-left-out',
	'decision/not-one-tie',
	'decision/lots-not-drawn',
	'decision/not-overridable',
	'decision/already-taken-back',
	'decision/same-person',
	'decision/needs-both',
	'decision/not-open',
	'decision/preview-changed',
	'decision/still-blind',
	// judges who consult
	'consultation/already-begun',
	'consultation/not-begun',
	'consultation/sheets-open',
	'consultation/decision-waits',
	'consultation/two-needed',
	'consultation/no-sheet-chosen',
	// entries and the files that people hand in
	'entry/too-late',
	'entry/penalty-not-valid',
	'file/too-big',
	'file/empty',
	'file/unknown-kind',
	'file/wrong-kind',
	'file/damaged',
	'file/not-shown',
	'file/encrypted',
	'file/macros',
	'file/not-safe',
	// files
	'import/has-problems',
	'import/empty',
	'import/file-not-valid',
	'import/busy',
	'import/nothing-to-undo',
	'import/undo-changed',
	'import/undo-built-on',
	'backup/damaged',
	'backup/newer',
	'backup/not-ours',
	'backup/target-exists',
	// the house
	'server/busy',
	'server/unsafe-database',
	'server/fault'
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A kind "no": what was refused and the facts a sentence about it needs. */
export interface Refusal {
	refused: RefusalCode;
	/** Values for the sentence: plain text, numbers, or a text in both languages. */
	details: Record<string, string | number | Bilingual>;
	/** Which field of the input is meant, if one is. */
	field?: string;
}

export function refuse(code: RefusalCode, details: Refusal['details'] = {}, field?: string): Refusal {
	return field === undefined ? { refused: code, details } : { refused: code, details, field };
}

export function isRefusal(value: unknown): value is Refusal {
	return typeof value === 'object' && value !== null && 'refused' in value && 'details' in value;
}
