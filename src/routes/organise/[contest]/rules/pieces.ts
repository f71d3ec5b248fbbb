// The pieces the document is written in, one on the page at a time, and the piece a place belongs to; it must not know how they are drawn.
import type { Way } from '#lib/contest/rules/compare-rules.ts';
import type { Rules } from '#lib/contest/rules/rules.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameOf } from './shape/codes.ts';
import { fieldsOf, type Field } from './shape/field.ts';
import { generalFields } from './shape/general.ts';
import { partsField } from './shape/part.ts';
import { awardCapsField, awardsField, nominationField } from './shape/prizes.ts';
import { advancementField, stageFields, stagesField, teamsField } from './shape/stage.ts';
import { tieBreaksField } from './shape/ties.ts';

export interface Piece {
	/** Unique among the pieces of a document. */
	id: string;
	title: string;
	/** What is written on it. */
	fields: Field[];
	/** The object these fields belong to. */
	way: Way;
	/** Steps in from the edge of the outline. */
	depth: 0 | 1 | 2;
	/** A part is an item of a list with variants: its kind is chosen first. */
	isPart?: true;
}

/** In the order of the outline. */
export function piecesOf(rules: Rules): Piece[] {
	return [
		{ id: 'general', title: m.rules_general(), fields: generalFields, way: [], depth: 0 },
		{ id: 'stages', title: m.rules_stages(), fields: [stagesField], way: [], depth: 0 },
		...rules.stages.flatMap((stage, at): Piece[] => {
			const way = ['stages', at];
			const id = `stages[${at}]`;
			return [
				{ id, title: nameOf(stage), fields: stageFields, way, depth: 1 },
				...stage.parts.map((part, index): Piece => {
					const partWay = [...way, 'parts', index];
					const fields = fieldsOf(partsField.body, part);
					return { id: `${id}.parts[${index}]`, title: nameOf(part), fields, way: partWay, depth: 2, isPart: true };
				}),
				{ id: `${id}.tieBreaks`, title: m.rules_ties(), fields: [tieBreaksField], way, depth: 2 },
				{ id: `${id}.advancement`, title: m.rules_advancement(), fields: [advancementField], way, depth: 2 },
				{ id: `${id}.teams`, title: m.rules_teams(), fields: [teamsField], way, depth: 2 }
			];
		}),
		{ id: 'awards', title: m.rules_awards(), fields: [awardsField, awardCapsField], way: [], depth: 0 },
		{ id: 'nomination', title: m.rules_nomination(), fields: [nominationField], way: [], depth: 0 }
	];
}

/** The ways of everything written on a piece. */
export function waysOf(piece: Piece): Way[] {
	return piece.isPart ? [piece.way] : piece.fields.map(({ name }) => [...piece.way, name]);
}

/** The innermost piece a place is written on; the first one where there is none. */
export function pieceOf(pieces: Piece[], way: Way): Piece {
	const covers = (outer: Way) => outer.every((step, at) => String(way[at]) === String(step));
	const found = pieces
		.flatMap((piece) => waysOf(piece).map((outer) => ({ piece, outer })))
		.filter(({ outer }) => covers(outer))
		.sort((a, b) => b.outer.length - a.outer.length);
	return (found[0]?.piece ?? pieces[0]) as Piece;
}
