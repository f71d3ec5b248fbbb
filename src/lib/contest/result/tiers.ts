// Contestants of one total, told apart by the tie-break chain (R41, R165–R167); it must not know points or ranks.
import { drawSome } from '../lots.ts';
import { ratio, type Points, type Ratio } from '../points.ts';
import { decisionsOf, type Decision } from '../record/decision.ts';
import { decidedTieBreaks, type DecidedTieBreak, type TieBreak } from '../rules/ties.ts';
import { inGroups } from './in-groups.ts';
import type { StageIndex } from './record-index.ts';
import type { StageScore } from './result.ts';
import { compareTieValues } from './tie-value.ts';

/** A contestant with what is compared. */
export interface Contender {
	score: StageScore;
	total: Points;
	exact: Ratio;
	/** What the contestant has for a computed key of the chain. */
	valueOf: (tieBreak: TieBreak) => Ratio | null;
}

/** Contestants nothing tells apart: they share a rank. */
export interface Tier {
	members: Contender[];
	/** What tells them from the tier before; null for the first of a total. */
	from: Parting | null;
	/** The key people have yet to decide about them. */
	openKey: TieBreak | null;
}

export interface Parting {
	tieBreak: TieBreak;
	/** Values of the tier before and of this one; null for "none". */
	before: Ratio | null;
	after: Ratio | null;
	/** Why people decided so; null for keys that are computed. */
	reason: string | null;
}

type TieDecision = Extract<Decision, { kind: 'tie' }>;

/**
 * R41: the first key splits all of one total, the next key what is still together, and so on. R165: a key people decide
 * takes the places they gave. R166: where no decision of theirs names all who are together, the search ends: they share
 * the place for now, and the key is missing.
 */
export function tiersOf({ index, stage }: StageIndex): (level: Contender[]) => Tier[] {
	const keys = stage.tieBreaks;
	const ties = decisionsOf(index.decisions, 'tie').filter((tie) => tie.stage === stage.code && isValid(tie));

	function refine(members: Contender[], at: number): Tier[] {
		const tieBreak = keys[at];
		if (members.length === 1 || !tieBreak || tieBreak.kind === 'share') return [{ members, from: null, openKey: null }];
		const tie = isDecided(tieBreak) ? ties.findLast((each) => decides(each, tieBreak.kind, members)) : undefined;
		if (isDecided(tieBreak) && !tie) return [{ members, from: null, openKey: tieBreak }];
		const valueOf = tie ? placeIn(tie) : ({ valueOf: own }: Contender) => own(tieBreak);
		const groups = inGroups(
			members.map((contender) => ({ contender, value: valueOf(contender) })),
			(a, b) => compareTieValues(tieBreak, a.value, b.value)
		);
		return groups.flatMap((group, position) => {
			const [first, ...rest] = refine(
				group.map(({ contender }) => contender),
				at + 1
			);
			const before = groups[position - 1]?.[0];
			if (!first || !before) return first ? [first, ...rest] : [];
			const from = { tieBreak, before: before.value, after: group[0]?.value ?? null, reason: tie?.reason ?? null };
			return [{ ...first, from }, ...rest];
		});
	}
	return (level) => refine(level, 0);
}

function isDecided(tieBreak: TieBreak): tieBreak is TieBreak & { kind: DecidedTieBreak } {
	return decidedTieBreaks.some((kind) => kind === tieBreak.kind);
}

function decides({ key, order }: TieDecision, kind: DecidedTieBreak, members: Contender[]): boolean {
	const named = new Set(order.flat());
	return key === kind && members.every(({ score }) => named.has(score.contestant));
}

function placeIn({ order }: TieDecision): (contender: Contender) => Ratio {
	const places = new Map(order.flatMap((group, place) => group.map((number) => [number, place])));
	return ({ score }) => ratio(places.get(score.contestant) ?? 0);
}

/** R167: lots whose order is not the draw of their seed count as not drawn. */
function isValid({ key, order, seed }: TieDecision): boolean {
	if (key !== 'lots') return true;
	const drawn = order.flat();
	return seed !== null && drawSome(seed, drawn, drawn.length).every((id, at) => id === drawn[at]);
}
