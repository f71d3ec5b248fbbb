// What the matrix of sheets shows of a turn and of each sheet; it must not know how it was read.

export interface Cell {
	judgeId: string;
	state: 'none' | 'draft' | 'locked';
	isExpected: boolean;
	marked: number;
	of: number;
	revision: number;
	canReopen: boolean;
	total: number | null;
}

export interface Row {
	turnId: string;
	position: number;
	number: string;
	name: string;
	unit: string;
	status: string;
	cells: Cell[];
	locked: number;
	wanted: number;
}

/** Nobody is late with a sheet, and none is begun: it says nothing yet. */
export function isEarly({ status, cells }: Row): boolean {
	return (status === 'waiting' || status === 'called') && cells.every(({ state }) => state === 'none');
}
