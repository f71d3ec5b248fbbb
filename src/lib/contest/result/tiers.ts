// Contestants of one total, told apart by the tie-break chain (R41, R165–R167); it must not know points or ranks.
import { drawSome } from '../lots.ts';
import { ratio, type Points, type Ratio } from '../points.ts';
import { decisionsOf, type Decision } from '../record/decision.ts';
import type { ContestantNumber } from '../record/record.ts';
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

/** A decision with the place it gave each whom it names. */
interface DecidedTie {
	tie: TieDecision;
	placeOf: Map<ContestantNumber, number>;
}

/**
 * R41: the first key splits all of one total, the next key what is still together, and so on. R165: a key people decide
 * takes the places they gave. R166: where no decision of theirs names all who are together, the search ends: they share
 * the place for now, and the key is missing.
 */
export function tiersOf({ index, stage }: StageIndex): (level: Contender[]) => Tier[] {
	const keys = stage.tieBreaks;
	const tiesOf = tiesByContestant(
		decisionsOf(index.decisions, 'tie').filter((tie) => tie.stage === stage.code && isValid(tie))
	);

	function refine(members: Contender[], at: number): Tier[] {
		const tieBreak = keys[at];
		if (members.length === 1 || !tieBreak || tieBreak.kind === 'share') return [{ members, from: null, openKey: null }];
		const decided = isDecided(tieBreak) ? decisionAbout(members, tieBreak.kind, tiesOf) : undefined;
		if (isDecided(tieBreak) && !decided) return [{ members, from: null, openKey: tieBreak }];
		const valueOf = ({ score, valueOf: own }: Contender) =>
			decided ? ratio(decided.placeOf.get(score.contestant) ?? 0) : own(tieBreak);
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
			const from = {
				tieBreak,
				before: before.value,
				after: group[0]?.value ?? null,
				reason: decided?.tie.reason ?? null
			};
			return [{ ...first, from }, ...rest];
		});
	}
	return (level) => refine(level, 0);
}

function isDecided(tieBreak: TieBreak): tieBreak is TieBreak & { kind: DecidedTieBreak } {
	return decidedTieBreaks.some((kind) => kind === tieBreak.kind);
}

function tiesByContestant(ties: TieDecision[]): Map<ContestantNumber, DecidedTie[]> {
	const byContestant = new Map<ContestantNumber, DecidedTie[]>();
	for (const tie of ties) {
		const places = tie.order.flatMap((group, place) => group.map((number) => [number, place] as const));
		const decided: DecidedTie = { tie, placeOf: new Map(places) };
		for (const number of decided.placeOf.keys())
			byContestant.set(number, [...(byContestant.get(number) ?? []), decided]);
	}
	return byContestant;
}

/** The last decision about the key that names all of them. */
function decisionAbout(
	members: Contender[],
	kind: DecidedTieBreak,
	tiesOf: Map<ContestantNumber, DecidedTie[]>
): DecidedTie | undefined {
	const ofFirst = tiesOf.get(members[0]?.score.contestant ?? '') ?? [];
	return ofFirst.findLast(
		({ tie, placeOf }) => tie.key === kind && members.every(({ score }) => placeOf.has(score.contestant))
	);
}

/** R167: lots whose order is not the draw of their seed count as not drawn. */
function isValid({ key, order, seed }: TieDecision): boolean {
	if (key !== 'lots') return true;
	const drawn = order.flat();
	return seed !== null && drawSome(seed, drawn, drawn.length).every((id, at) => id === drawn[at]);
}
