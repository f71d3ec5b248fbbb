// Plays the presentations: each contestant is called, speaks, and every judge marks every criterion with the judges' own forms.
import type { Stage } from '#lib/contest/stage.ts';
import { formatPoints } from '#lib/contest/points.ts';
import type { App } from '#lib/server/app.ts';
import { judgeDesk } from '#lib/server/views/judge-desk.ts';
import type { Phone } from './phone.ts';
import type { Pace } from './pace.ts';
import { granted, staffSeat, type PreparedContest } from './set-up.ts';
import type { Visitor } from './visitor.ts';

/** Every judge of a rehearsal signs with it. */
const pin = '7294';

export interface StagePlay {
	sheets: number;
	marks: number;
	/** From sending a sheet to its lock. */
	lockMs: number[];
}

export async function playStage(given: {
	app: App;
	organiser: Visitor;
	contest: PreparedContest;
	watcher: Phone;
	pace: Pace;
	random: () => number;
}): Promise<StagePlay> {
	const { app, organiser, contest, watcher, pace, random } = given;
	const { contestId, judges } = contest;
	const seats = await Promise.all(judges.map(({ visitor }) => staffSeat(app, visitor)));
	const play: StagePlay = { sheets: 0, marks: 0, lockMs: [] };
	const first = seats[0];
	if (!first) throw new Error('nobody marks');
	const { turns } = granted(await judgeDesk(app, first, contestId, null), 'judge’s desk');
	const onStage = (turnId: string, status: string) => (stage: Stage) =>
		stage.scene.kind === 'turn' && stage.scene.turn.turnId === turnId && stage.scene.turn.status === status;

	for (const [place, { turnId }] of turns.entries()) {
		const run = (what: string) => organiser.post(`/organise/${contestId}/stage?/run`, { turnId, do: what });
		await run('call');
		await watcher.until(onStage(turnId, 'called'), 'call');
		await pace.wait('call');
		await run('step-on-stage');
		await run('start');
		await pace.wait('speak');
		await Promise.all(
			judges.map(({ visitor, password }, index) =>
				// The first sheet sets the PIN with the password, as a judge does.
				markOne(seats[index] ?? first, visitor, turnId, place === 0 ? { pin, password } : { pin })
			)
		);
		await run('end');
	}
	return play;

	/** A judge of this generosity fills the sheet, saves a draft of the first half, and submits. */
	async function markOne(
		seat: typeof first,
		visitor: Visitor,
		turnId: string,
		signature: Record<string, string>
	): Promise<void> {
		const { sheet } = granted(await judgeDesk(app, seat as NonNullable<typeof first>, contestId, turnId), 'sheet');
		const criteria = (sheet?.parts ?? []).flatMap((part) => part.criteria);
		const marks = criteria.map(({ code, max, step }) => {
			const steps = Math.floor(max / step);
			return [`mark.${code}`, formatPoints(step * Math.floor(steps * (0.55 + 0.45 * random())))] as const;
		});
		const half = Math.floor(marks.length / 2);
		const version = sheet?.version ?? 0;
		const path = `/judge/${contestId}?/`;
		await visitor.post(`${path}save`, {
			turnId,
			version: String(version),
			...Object.fromEntries(marks.slice(0, half))
		});
		const before = performance.now();
		await visitor.post(`${path}lock`, {
			turnId,
			version: String(version + 1),
			...signature,
			...Object.fromEntries(marks.slice(half))
		});
		play.lockMs.push(performance.now() - before);
		play.sheets++;
		play.marks += marks.length;
	}
}
