// The types of our sockets: events of the protocol, and what the server knows of each connection.
import type { Server, Socket } from 'socket.io';
import type { Audience } from '../../contest/stage.ts';
import type { ContestId } from '../../contest/ids.ts';
import type { ClientEvents, ServerEvents } from '../../live/protocol.ts';
import type { Seat } from '../seat.ts';

/** Node to node; carries nothing but the version. */
export interface BetweenServers {
	news: (news: { contestId: ContestId; version: number }) => void;
}

/** Known of a connection once it is admitted. */
export interface Known {
	seat: Seat;
	/** Hash under which the session is stored. */
	sessionId: string;
	contestId: ContestId;
	audience: Audience;
	/** In which its page speaks. */
	language: 'vi' | 'en';
	/** The version of the protocol the screen was built with. */
	protocol: number;
}

export type HoithiServer = Server<ClientEvents, ServerEvents, BetweenServers, Partial<Known>>;
export type HoithiSocket = Socket<ClientEvents, ServerEvents, BetweenServers, Partial<Known>>;

/** Rooms are named here only, from what the session says. */
export const roomOf = (contestId: ContestId, audience: Audience) => `contest:${contestId}:${audience}`;
export const roomOfContestant = (contestantId: string) => `contestant:${contestantId}`;
