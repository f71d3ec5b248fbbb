// Who is asking: decided from the session alone, never from a message.
import type { ContestantId, ContestId } from '../contest/ids.ts';
import type { StaffRole } from './database/schema.ts';

export interface StaffSeat {
	kind: 'staff';
	accountId: string;
	name: string;
	isFounder: boolean;
	/** Roles by contest. */
	roles: Record<ContestId, StaffRole[]>;
}

export interface ContestantSeat {
	kind: 'contestant';
	slipId: string;
	contestId: ContestId;
	contestantId: ContestantId;
	/** Which of the contestant's devices this is, from 1 in the order they came. */
	epoch: number;
}

export interface ScreenSeat {
	kind: 'screen';
	slipId: string;
	contestId: ContestId;
}

/** Who speaks for a unit: sees and registers the people of that unit, nobody else. */
export interface ContactSeat {
	kind: 'contact';
	contactId: string;
	contestId: ContestId;
	unitId: string;
	/** Of the person, or of the unit where no person is named. */
	name: string;
}

/** The server itself: the timekeeper and the command line of the machine's owner. */
export interface HouseSeat {
	kind: 'house';
	name: 'timekeeper' | 'command-line';
}

export type Seat = StaffSeat | ContestantSeat | ScreenSeat | ContactSeat | HouseSeat | { kind: 'anonymous' };

export const anonymous: Seat = { kind: 'anonymous' };
