// Who wears gold in a list of places: the first three, once they have points; it must not know which list.

/** Nobody is honoured for a place shared by all who have nothing yet. */
export const isHonoured = ({ rank, total }: { rank: number | null; total: number | null }): boolean =>
	rank !== null && rank <= 3 && total !== null && total > 0;
