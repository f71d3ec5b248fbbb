// A session of the judging contest that was locked, and minutes that were signed, by the program itself.
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { lockSession } from '../../src/lib/server/usecases/lock-session.ts';
import { openSession } from '../../src/lib/server/usecases/open-session.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { signMinutes } from '../../src/lib/server/usecases/sign-minutes.ts';
import { minutesDesk, type DeskSession } from '../../src/lib/server/views/minutes-desk.ts';
import { fullMarks, type JudgingContest } from './judging-contest.ts';
import { givePin, lockSigned, pin } from './lock-signed.ts';
import { ok } from './setup-world.ts';

export const openingReason = 'Nhập nhầm điểm thuyết trình';

/** What people do with one session, everybody with a PIN; the turn at `at` is put into the session `code`, alone. */
export async function sessionOf(world: JudgingContest, at: number, code: string | null = 'SANG') {
	const { app, contestId, fresh } = world;
	const turnId = world.turns[at]!.id;
	await fresh.owner.sql`update turn set session = ${code} where id = ${turnId}`;
	for (const seat of [world.head, world.member, world.other, world.secretary, world.organiser])
		await givePin(app, seat.accountId);
	const place = { contestId, stage: 'HT', session: code };
	const state = async (seat: StaffSeat = world.head): Promise<DeskSession> => {
		const { sessions } = ok(await minutesDesk(app, seat, contestId));
		return sessions.find(({ session }) => session === code)!;
	};
	const hand = async (seat: StaffSeat, act: 'signed' | 'sealed', seen?: string) =>
		signMinutes(app, seat, { ...place, act, pin, seen: seen ?? (await state()).hash ?? 'f'.repeat(64) });
	return {
		turnId,
		place,
		state,
		/** The turn takes place and these judges sign their sheets. */
		async perform(judges: StaffSeat[] = [world.head, world.member, world.other]): Promise<void> {
			for (const command of ['call', 'step-on-stage', 'start', 'end'])
				ok(await runTurn(app, world.organiser, { contestId, turnId, command: { do: command } }));
			for (const seat of judges) {
				ok(await saveScoresheet(app, seat, { contestId, turnId, version: 0, marks: fullMarks(world), comments: {} }));
				ok(await lockSigned(app, seat, { contestId, turnId, version: 1 }));
			}
		},
		lock: (seat: StaffSeat = world.head, more: object = {}) => lockSession(app, seat, { ...place, pin, ...more }),
		ask: (seat: StaffSeat, more: object = {}) =>
			openSession(app, seat, { act: 'ask', ...place, pin, reason: openingReason, ...more }),
		open: (seat: StaffSeat) => openSession(app, seat, { act: 'open', ...place, pin }),
		withdraw: (seat: StaffSeat) => openSession(app, seat, { act: 'withdraw', ...place }),
		sign: (seat: StaffSeat, seen?: string) => hand(seat, 'signed', seen),
		seal: (seat: StaffSeat = world.head) => hand(seat, 'sealed')
	};
}

/** The third turn alone in a session, locked, signed by both, sealed, and asked to be opened again. */
export async function sealedSession(world: JudgingContest): Promise<void> {
	const session = await sessionOf(world, 2);
	await session.perform();
	for (const done of [
		await session.lock(),
		await session.sign(world.head),
		await session.sign(world.secretary),
		await session.seal(),
		await session.ask(world.organiser)
	])
		if (isRefusal(done)) throw new Error(done.refused);
}
