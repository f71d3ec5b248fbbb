// How able everybody is in a trial, and who is level with whom; it must not know rules, marks or answers.
import { compareContestantNumbers } from '../contestant-number.ts';
import type { ContestantNumber } from '../record/record.ts';
import type { Chance } from './chance.ts';

export interface Performer {
	number: ContestantNumber;
	/** Whose luck it is: one's own, or that of whoever one is level with. */
	luck: ContestantNumber;
	/** Level with another in sum, a little better in one thing and worse in another: a tie the chain has to part. */
	isTwin: boolean;
}

/** Every so manieth contestant is level with the one before. */
const twinEvery = 6;

export function performersOf(numbers: ContestantNumber[]): Performer[] {
	const inOrder = [...numbers].sort(compareContestantNumbers);
	return inOrder.map((number, at) => {
		const isTwin = at % twinEvery === twinEvery - 1;
		return { number, luck: isTwin ? (inOrder[at - 1] ?? number) : number, isTwin };
	});
}

/** Thousandths of what can be reached, 500 … 1000 mostly: one strength in everything, and a little more or less in each field. */
export function strengthIn(chance: Chance, luck: ContestantNumber, field: string): number {
	return 770 + chance.around(190, 'strength', luck) + chance.around(90, 'strength in', field, luck);
}
