// Which units are expected to enter contestants and which have (R252), and units in the order of their tree; it must not know people or pages.

export interface UnitEntries {
	code: string;
	/** Of the unit above, when there is one. */
	parentCode: string | null;
	/** Members behind it, when it is known. */
	members: number | null;
	/** Most contestants it may enter; 0: none are expected of it. Null without a quota. */
	quota: number | null;
	/** Contestants of this unit itself who have neither withdrawn nor been disqualified. */
	expected: number;
}

export interface Coverage<Unit> {
	/** Who has entered somebody. */
	covered: Unit[];
	/** Who is expected to and has not. */
	missing: Unit[];
	/** Members behind the units that have. */
	members: number;
}

/**
 * R252: a unit is expected to enter contestants unless its quota is 0, or it has units below it and no quota of its own. One
 * that has entered somebody counts, whatever is expected.
 */
export function coverageOf<Unit extends UnitEntries>(units: readonly Unit[]): Coverage<Unit> {
	const above = new Set(units.map(({ parentCode }) => parentCode));
	const isAsked = ({ code, quota }: Unit) => (quota === null ? !above.has(code) : quota > 0);
	const covered = units.filter(({ expected }) => expected > 0);
	return {
		covered,
		missing: units.filter((unit) => unit.expected === 0 && isAsked(unit)),
		members: covered.reduce((sum, { members }) => sum + (members ?? 0), 0)
	};
}

/** Every unit once, each behind the unit above it, with its depth in the tree; units that stand above each other in a circle come last. */
export function inTree<Unit extends Pick<UnitEntries, 'code' | 'parentCode'>>(
	units: readonly Unit[]
): { unit: Unit; depth: number }[] {
	const known = new Set(units.map(({ code }) => code));
	const below = Map.groupBy(units, ({ parentCode }) =>
		parentCode !== null && known.has(parentCode) ? parentCode : null
	);
	const placed = new Map<Unit, number>();
	const place = (unit: Unit, depth: number) => {
		if (placed.has(unit)) return;
		placed.set(unit, depth);
		for (const each of below.get(unit.code) ?? []) place(each, depth + 1);
	};
	for (const top of below.get(null) ?? []) place(top, 0);
	for (const unit of units) place(unit, 0);
	return [...placed].map(([unit, depth]) => ({ unit, depth }));
}
