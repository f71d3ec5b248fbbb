// Seats a new connection from its session, puts it into its rooms, sends it the whole stage and answers its events.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { audiences } from '../../contest/stage.ts';
import { protocolVersion } from '../../live/protocol.ts';
import type { App } from '../app.ts';
import type { ContestantSeat } from '../seat.ts';
import { seatOf, sessionCookie, sessionIdOf } from '../sessions.ts';
import { submitAnswer } from '../usecases/submit-answer.ts';
import { mayWatch, readSnapshot } from '../views/snapshot.ts';
import { answerEvents } from './answer-events.ts';
import { forgetOwnPart, tellOwnPart } from './own-part.ts';
import { roomOf, roomOfContestant, type HoithiSocket, type Known } from './socket-types.ts';

const handshake = z.object({ protocol: z.number(), audience: z.enum(audiences), contestId: z.uuid() });

export function admit(app: App, socket: HoithiSocket): void {
	const language = languageOf(socket);
	const admitted = seat(app, socket);
	answerEvents(app, socket, language, {
		'answer:submit': async (input, arrivedAt) => {
			const known = await admitted;
			if (isRefusal(known)) return known;
			const decided = app.meters.answerCame('socket');
			const receipt = await submitAnswer(app, known.seat, input, arrivedAt);
			forgetOwnPart(socket);
			decided(!isRefusal(receipt));
			if (!isRefusal(receipt) && known.seat.kind === 'contestant') tellOtherDevices(socket, known.seat);
			return receipt;
		},
		'stage:get': async () => {
			const known = await admitted;
			forgetOwnPart(socket);
			return isRefusal(known) ? known : readSnapshot(app, known.seat, known.audience, known.contestId);
		},
		'clock:get': async () => ({ now: app.clock.now() })
	});
	void admitted.then(
		async (known) => {
			if (isRefusal(known)) {
				app.log.info({ refused: known.refused }, 'connection refused');
				if (known.refused === 'access/sign-in-needed') socket.emit('revoked');
				socket.disconnect(true);
				return;
			}
			Object.assign(socket.data, known);
			await socket.join(roomOf(known.contestId, known.audience));
			if (known.seat.kind === 'contestant') await socket.join(roomOfContestant(known.seat.contestantId));
			const snapshot = await readSnapshot(app, known.seat, known.audience, known.contestId);
			if (isRefusal(snapshot)) return void socket.disconnect(true);
			socket.emit('stage', snapshot.stage);
			if (known.protocol < protocolVersion) socket.emit('outdated', protocolVersion);
			if (snapshot.mine) tellOwnPart(socket, snapshot.mine);
		},
		(error) => {
			app.log.error({ err: error }, 'a connection could not be seated');
			// Closing the transport lets the screen come back by itself.
			socket.conn.close();
		}
	);
}

/** Most contestants have one device and one page: then no packet is made, and none goes to the other nodes. */
function tellOtherDevices(socket: HoithiSocket, { contestantId, epoch }: ContestantSeat): void {
	const room = roomOfContestant(contestantId);
	if (epoch > 1 || (socket.nsp.adapter.rooms.get(room)?.size ?? 0) > 1) socket.to(room).emit('answered');
}

async function seat(app: App, socket: HoithiSocket): Promise<Known | Refusal> {
	const secret = secretIn(app, socket);
	const seat = await seatOf(app, secret);
	if (seat.kind === 'anonymous' || !secret) return refuse('access/sign-in-needed');
	const read = handshake.safeParse(socket.handshake.auth);
	if (!read.success) return refuse('input/not-valid');
	const { audience } = read.data;
	const contestId = 'contestId' in seat ? seat.contestId : read.data.contestId;
	return mayWatch(seat, audience, contestId)
		? {
				seat,
				sessionId: sessionIdOf(secret),
				contestId,
				audience,
				language: languageOf(socket),
				protocol: read.data.protocol
			}
		: refuse('access/not-allowed');
}

function languageOf(socket: HoithiSocket): 'vi' | 'en' {
	return /(?:^|;\s*)hoithi_language=en(?:;|$)/.test(socket.handshake.headers.cookie ?? '') ? 'en' : 'vi';
}

/** The cookie's secret; two cookies of one name are a trick and count as none. */
function secretIn(app: App, socket: HoithiSocket): string | undefined {
	const { name } = sessionCookie(app.config.tls !== undefined || isBehindHttps(socket));
	const values = (socket.handshake.headers.cookie ?? '')
		.split(';')
		.map((pair) => pair.trim())
		.filter((pair) => pair.startsWith(`${name}=`))
		.map((pair) => pair.slice(name.length + 1));
	return values.length === 1 ? values[0] : undefined;
}

/** A configured https origin means that TLS ends at a proxy in front of us. */
function isBehindHttps(socket: HoithiSocket): boolean {
	return socket.handshake.headers.origin?.startsWith('https://') ?? false;
}
