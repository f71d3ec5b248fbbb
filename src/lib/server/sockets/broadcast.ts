// Brings committed changes to this node's screens: whole stages, built once per audience, never older than what was sent.
import type { ContestId } from '../../contest/ids.ts';
import { audiences } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import { readHall, type Hall } from '../views/hall.ts';
import { readMineOf } from '../views/mine.ts';
import { stageFor } from '../views/stage.ts';
import { readContestVersions } from '../views/versions.ts';
import { tellOwnPart } from './own-part.ts';
import { withDeadline } from '../with-deadline.ts';
import { roomOf, type HoithiServer, type HoithiSocket } from './socket-types.ts';

export interface Broadcast {
	close(): void;
}

/** News can be lost; each node compares versions with the database this often. */
const pollMs = 1_000;
/** A reading that hangs longer is given up, so that the next news is not kept waiting behind it. */
const mostSendMs = 5_000;

export function openBroadcast(app: App, io: HoithiServer): Broadcast {
	/** Version last sent to this node's screens, by contest. */
	const sent = new Map<ContestId, number>();
	const busy = new Set<ContestId>();
	const again = new Set<ContestId>();

	/** Contests with at least one connected screen on this node. */
	const watched = () => {
		const ids = new Set<ContestId>();
		for (const socket of io.of('/').sockets.values()) if (socket.data.contestId) ids.add(socket.data.contestId);
		return ids;
	};

	async function refresh(contestId: ContestId): Promise<void> {
		if (busy.has(contestId)) return void again.add(contestId);
		busy.add(contestId);
		try {
			do {
				again.delete(contestId);
				await withDeadline(send(contestId), mostSendMs);
			} while (again.has(contestId));
		} catch (error) {
			// Not everybody has it: the next comparison of versions sends it again.
			sent.delete(contestId);
			app.log.error({ err: error, contestId }, 'a stage could not be sent');
		} finally {
			busy.delete(contestId);
		}
	}

	async function send(contestId: ContestId): Promise<void> {
		const hall = await readHall(app, contestId);
		if (!hall || hall.contest.version <= (sent.get(contestId) ?? 0)) return;
		sent.set(contestId, hall.contest.version);
		for (const audience of audiences) {
			const room = roomOf(contestId, audience);
			if (isEmpty(room)) continue;
			io.local.to(room).emit('stage', stageFor(audience, hall));
			app.meters.sentStage(audience);
		}
		await sendMine(hall);
	}

	const isEmpty = (room: string) => (io.of('/').adapter.rooms.get(room)?.size ?? 0) === 0;

	async function sendMine(hall: Hall): Promise<void> {
		const here: { socket: HoithiSocket; contestantId: string }[] = [];
		for (const socket of io.of('/').sockets.values()) {
			const { seat } = socket.data;
			if (seat?.kind === 'contestant' && seat.contestId === hall.contest.id)
				here.push({ socket, contestantId: seat.contestantId });
		}
		if (here.length === 0) return;
		const all = await readMineOf(app, hall, [...new Set(here.map(({ contestantId }) => contestantId))]);
		for (const { socket, contestantId } of here) {
			const mine = all.get(contestantId);
			if (mine) tellOwnPart(socket, mine);
		}
	}

	const unsubscribe = app.news.subscribe(({ contestId, version }) => {
		if (version > (sent.get(contestId) ?? 0) && watched().has(contestId)) void refresh(contestId);
	});

	const poll = setInterval(async () => {
		try {
			const versions = await readContestVersions(app, [...watched()]);
			for (const { id, version } of versions) {
				if (version > (sent.get(id) ?? 0)) void refresh(id);
				// One packet for all rooms: it is encoded once.
				io.local.to(audiences.map((audience) => roomOf(id, audience))).volatile.emit('version', version);
			}
		} catch (error) {
			app.log.warn({ err: error }, 'versions could not be compared');
		}
	}, pollMs);

	return {
		close() {
			clearInterval(poll);
			unsubscribe();
		}
	};
}
