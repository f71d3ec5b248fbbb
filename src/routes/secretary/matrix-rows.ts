// What the matrix of sheets shows of a turn and of each sheet; it must not know how it was read.

export interface Cell {
	judgeId: string;
	state: 'none' | 'draft' | 'paper' | 'locked';
	isExpected: boolean;
	marked: number;
	of: number;
	revision: number;
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
