// What the matrix of sheets shows of a turn and of each sheet; it must not know how it was read.
import { m } from '#lib/paraglide/messages.js';

export interface Cell {
	judgeId: string;
	state: 'none' | 'draft' | 'paper' | 'locked';
	isExpected: boolean;
	excused: 'recused' | 'interest' | 'replaced' | null;
	marked: number;
	of: number;
	revision: number;
	isReopened: boolean;
	isConflicting: boolean;
	canReopen: boolean;
	total: number | null;
	isFar: boolean;
	apart: number | null;
}

/** Beside the word of each state, so that no state is told by colour alone. */
export const matrixSigns: Record<Cell['state'], string> = { none: '○', draft: '◐', paper: '▤', locked: '●' };

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
	spread: number | null;
}

export interface Judge {
	id: string;
	code: string;
	name: string;
}

/** The last two words of a Vietnamese name, by which people tell each other apart: "Đặng Thị Thanh Mai" is "Thanh Mai". */
export function shortName(name: string): string {
	return name.split(' ').slice(-2).join(' ');
}

/** Sheets are waited for from the call on; before, an empty one is nothing to chase. */
export function isDue(status: string): boolean {
	return status !== 'waiting' && status !== 'absent';
}

/** Code and name of a judge where there is no column head, as on a phone. */
export function seatName({ id, code, name }: Judge, me: string | null): string {
	return `${code} ${shortName(name)}${id === me ? ` (${m.matrix_me()})` : ''}`;
}

/** How many of the panel do not mark the contestant, with nobody in their place, and how many sheets are expected. */
export function keptFrom({ cells, wanted }: Row): { count: number; expected: number } {
	return {
		count: cells.filter(({ excused }) => excused === 'recused' || excused === 'interest').length,
		expected: wanted
	};
}

/** How a row stands out. `quiet`: nothing has to be there yet, and nothing is. */
export function rowTone({ status, cells }: Row): 'live' | 'absent' | 'quiet' | null {
	if (status === 'called' || status === 'on_stage' || status === 'running') return 'live';
	if (cells.every(({ state }) => state === 'none') && status === 'waiting') return 'quiet';
	return status === 'absent' ? 'absent' : null;
}
