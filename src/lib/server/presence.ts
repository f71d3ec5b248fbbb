// Who is connected to this node and how it hears the others, as its sockets know it; it must not know Socket.IO or the database.
import type { ContestantId, ContestId } from '../contest/ids.ts';
import { audiences, type Audience } from '../contest/stage.ts';

/** `none`: there is no Redis to hear, this node is meant to be alone. */
export type RedisState = 'none' | 'connected' | 'away';

export interface ConnectedContestant {
	contestId: ContestId;
	contestantId: ContestantId;
	/** Round trip of the last ping, ms; null before the first. */
	delayMs: number | null;
}

export interface Presence {
	/** Admitted connections by audience. */
	connections: Record<Audience, number>;
	contestants: ConnectedContestant[];
	redis: RedisState;
}

export const nobody: Presence = {
	connections: Object.fromEntries(audiences.map((audience) => [audience, 0])) as Record<Audience, number>,
	contestants: [],
	redis: 'none'
};
