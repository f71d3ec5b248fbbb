// A score sheet on paper: the code that names it, and two typed entries held against each other; it must not know who types.
import type { CriterionCode, JudgeId, TurnId } from './ids.ts';
import type { Points } from './points.ts';
import type { Criterion, Marks } from './rubric.ts';
import { sha256 } from './sha256.ts';

/** For each criterion in which two entries differ: the first entry or the second. */
export type Chosen = Record<CriterionCode, 1 | 2>;

/** What one person typed from the paper. */
export interface TypedSheet {
	marks: Marks;
	comments: Record<string, string>;
}

export interface PaperDifference {
	code: CriterionCode;
	name: string;
	max: Points;
	first: Points | null;
	second: Points | null;
}

/** Without I, L, O and U, which are read as other letters or figures. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 6;
const half = length / 2;

/**
 * 30 bits of the hash of whose sheet it is: nothing is stored when a form is printed, and a slip of the finger names another
 * sheet of the contest with a chance of some hundreds in a thousand million. It opens nothing: who may type is asked as always.
 */
export function paperCode(turnId: TurnId, judgeId: JudgeId): string {
	const bits = parseInt(sha256(`${turnId} ${judgeId}`).slice(0, 8), 16) >>> 2;
	const letters = Array.from({ length }, (_, place) => alphabet[(bits >>> (5 * (length - 1 - place))) & 31]).join('');
	return `${letters.slice(0, half)}-${letters.slice(half)}`;
}

/** A code as people type it: without the dash, in small letters, O for zero, I or L for one; null when it cannot be one. */
export function readPaperCode(text: string): string | null {
	const letters = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
	if (letters.length !== length || [...letters].some((letter) => !alphabet.includes(letter))) return null;
	return `${letters.slice(0, half)}-${letters.slice(half)}`;
}

/** Criterion by criterion, in the order of the sheet; notes are not compared: nobody types a sentence twice alike. */
export function paperDifferences(criteria: Criterion[], first: Marks, second: Marks): PaperDifference[] {
	return criteria
		.map(({ code, name, max }) => ({ code, name, max, first: first[code] ?? null, second: second[code] ?? null }))
		.filter((each) => each.first !== each.second);
}

/** Differing criteria nobody has chosen for, and choices where nothing differs. */
export function chosenAmiss(differences: PaperDifference[], chosen: Chosen): CriterionCode[] {
	const differing = new Set(differences.map(({ code }) => code));
	return [
		...[...differing].filter((code) => chosen[code] === undefined),
		...Object.keys(chosen).filter((code) => !differing.has(code))
	];
}

/** The sheet that holds: where a second entry was chosen its mark and its note, else those of the first. */
export function chosenSheet(first: TypedSheet, second: TypedSheet, chosen: Chosen): TypedSheet {
	const marks = { ...first.marks };
	const comments = { ...first.comments };
	for (const [code, entry] of Object.entries(chosen)) {
		if (entry === 1) continue;
		marks[code] = second.marks[code] ?? null;
		const note = second.comments[code];
		if (note !== undefined) comments[code] = note;
	}
	return { marks, comments };
}
