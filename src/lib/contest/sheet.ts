// One judge's score sheet: its parts, when they open and what is missing (R23, R24); it must not know judges or other sheets.
import { canonical } from './event-chain.ts';
import type { Bilingual, PartCode } from './ids.ts';
import type { Points } from './points.ts';
import { missingCriteria, needsNote, sheetTotal, type Criterion, type Marks, type Rubric } from './rubric.ts';
import type { JudgedPart } from './rules/parts.ts';
import { sha256 } from './sha256.ts';
import type { TurnView } from './stage.ts';

/** A judged part with the rubric it is marked by. Criterion codes are unique over all parts of a sheet. */
export interface SheetPart {
	code: PartCode;
	title: Bilingual;
	kind: JudgedPart['kind'];
	rubric: Rubric;
}

/** The parts a judge marks (`whoMarks`) as they stand on the sheet; a part whose rubric has not been brought in is left out. */
export function sheetParts(parts: JudgedPart[], rubrics: Rubric[]): SheetPart[] {
	return parts.flatMap(({ code, title, kind, rubric: wanted }) => {
		const rubric = rubrics.find((candidate) => candidate.code === wanted);
		return rubric ? [{ code, title, kind, rubric }] : [];
	});
}

/** R24: outlines and written papers may be marked at any time; what happens on stage only once the turn was called and took place. */
export function isPartOpen(kind: JudgedPart['kind'], status: TurnView['status']): boolean {
	return kind === 'outline' || kind === 'written' || (status !== 'waiting' && status !== 'absent');
}

export function criteriaOf(parts: SheetPart[]): Criterion[] {
	return parts.flatMap((part) => part.rubric.criteria);
}

/** R23: criteria without a mark over all parts; zero is a mark. */
export function missingOnSheet(parts: SheetPart[], marks: Marks): Criterion[] {
	return parts.flatMap((part) => missingCriteria(part.rubric, marks));
}

/** Criteria whose mark needs a note that is not there. */
export function missingNotes(parts: SheetPart[], marks: Marks, comments: Record<string, string>): Criterion[] {
	return criteriaOf(parts).filter(
		(criterion) => needsNote(criterion, marks[criterion.code] ?? null) && (comments[criterion.code] ?? '').trim() === ''
	);
}

/** Sum of all marks given so far, in hundredths. */
export function totalOfSheet(parts: SheetPart[], marks: Marks): Points {
	return parts.reduce((sum, part) => sum + sheetTotal(part.rubric, marks), 0);
}

/** SHA-256 of the comments in canonical form. */
export function hashOfComments(comments: Record<string, string>): string {
	return sha256(canonical(comments));
}

/** SHA-256 of the marks in canonical form: proves later that a locked sheet is the one that was submitted. */
export function hashOfMarks(marks: Marks): string {
	return sha256(canonical(marks));
}
