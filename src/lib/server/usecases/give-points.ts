// Points the organisers give in a part of their own, such as attendance: entered, changed or taken back, each with its line in the log.
import { z } from 'zod';
import { formatPoints, parsePoints } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readGivenPoints, storeGivenPoints, takeBackGivenPoints, type GivenRow } from '../stores/decisions.ts';
import { readContestants } from '../stores/people.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { firstField, optionalReason } from './setup-input.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	part: z.string().min(1).max(40),
	given: z
		.array(
			z.strictObject({
				contestantId: z.uuid(),
				/** As typed, comma or dot, at most two decimals; an empty text takes the points back. */
				points: z.string().max(20),
				reason: optionalReason,
				/** Of the points that were on screen when these were typed (`versionOf`): what was not seen is not overwritten. */
				version: z.coerce.number().int().min(0)
			})
		)
		.min(1)
		.max(5_000)
});

export interface PointsGiven {
	/** How many contestants' points are now others than before. */
	changed: number;
	/** Instant by the house's clock, ms since the epoch. */
	savedAt: number;
	/** What each contestant's points have now, by id. */
	versions: Record<string, number>;
}

/** Which points somebody has seen: the instant they were saved, ms since the epoch; 0 for none. */
export function versionOf(row: Pick<GivenRow, 'madeAt'> | undefined): number {
	return row?.madeAt.getTime() ?? 0;
}

type Wish = z.output<typeof input>['given'][number];

/**
 * Refused with the number of the first contestant whose points do not lie in 0…maximum, or were changed by somebody else
 * meanwhile; all of them are kept, or none. The same points sent twice are no change.
 */
export async function givePoints(app: App, seat: Seat, asked: unknown): Promise<Changed<PointsGiven> | Refusal> {
	const read = input.safeParse(asked);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, part: code, given } = read.data;
	return changeContest(app, seat, { contestId, permission: 'points:give' }, async (change) => {
		const { db, contest, now, record } = change;
		const part = partOf(contest.rules, code);
		if (part?.kind !== 'given') return refuse('input/not-found');
		const numbers = new Map((await readContestants(db, contestId)).map(({ id, number }) => [id, number]));
		const before = new Map(
			(await readGivenPoints(db, contestId))
				.filter(({ partCode }) => partCode === code)
				.map((row) => [row.contestantId, row])
		);
		const versions: PointsGiven['versions'] = {};
		const lines: { number: string; points: number | null; before: number | null; reason: string }[] = [];
		for (const wish of given) {
			const number = numbers.get(wish.contestantId);
			if (number === undefined) return refuse('input/not-found');
			const points = wish.points.trim() === '' ? null : parsePoints(wish.points);
			const isValid = wish.points.trim() === '' || (points !== null && points >= 0 && points <= part.maxPoints);
			if (!isValid) return refuse('points/out-of-range', { number, max: part.maxPoints / 100 }, wish.contestantId);
			const known = before.get(wish.contestantId);
			versions[wish.contestantId] = versionOf(known);
			if (isAsBefore(known ?? null, points, wish.reason)) continue;
			if (wish.version !== versionOf(known)) return changedElsewhere(number, known, wish.contestantId);
			await keep(change, seat, code, wish, points);
			versions[wish.contestantId] = points === null ? 0 : now;
			lines.push({ number, points, before: known?.points ?? null, reason: wish.reason });
		}
		if (lines.length > 0) record('points-given', { part: code, given: lines });
		return { changed: lines.length, savedAt: now, versions };
	});
}

function changedElsewhere(number: string, known: GivenRow | undefined, field: string): Refusal {
	const now = known
		? { vi: `${formatPoints(known.points, 'vi')} điểm`, en: `${formatPoints(known.points, 'en')} points` }
		: { vi: 'chưa có điểm', en: 'no points' };
	return refuse('points/changed-elsewhere', { number, now }, field);
}

function isAsBefore(known: GivenRow | null, points: number | null, reason: string): boolean {
	if (known === null || points === null) return known === null && points === null;
	return known.points === points && known.reason === reason;
}

async function keep(
	{ db, contest, now }: Change,
	seat: Seat,
	partCode: string,
	{ contestantId, reason }: Wish,
	points: number | null
): Promise<void> {
	const place = { contestId: contest.id, partCode, contestantId };
	if (points === null) await takeBackGivenPoints(db, place);
	else
		await storeGivenPoints(db, {
			...place,
			points,
			reason,
			givenBy: seat.kind === 'staff' ? seat.accountId : null,
			madeAt: new Date(now)
		});
}
