// Where a contestant belongs: category, cluster, team, whether awards are open to them, how they came.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { placeContestantRow, readContestant, type ContestantPlace } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { firstField } from './setup-input.ts';

/** A code or a name of one line; empty is none. */
const optionalText = z
	.string()
	.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
	.pipe(z.string().max(80))
	.transform((text) => (text === '' ? null : text));

const placeShape = {
	/** Codes of the rules. */
	category: optionalText,
	cluster: optionalText,
	team: optionalText,
	mayWin: z.boolean(),
	route: z.enum(['promoted', 'direct'])
};

const input = z.strictObject({
	contestId: z.uuid(),
	contestantId: z.uuid(),
	...placeShape,
	/** The place that was on screen when this one was chosen: what was not seen is not overwritten. */
	seen: z.strictObject(placeShape).optional()
});

/** Only groups the rules have, and not after the result was published. */
export async function placeContestant(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ number: string }> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, contestantId, seen, ...place } = read.data;
	return changeContest(app, seat, { contestId, permission: 'people:edit' }, async ({ db, contest, record }) => {
		const { categories, clusters } = contest.rules;
		if (place.category !== null && !categories.some(({ code }) => code === place.category))
			return refuse('input/not-valid', {}, 'category');
		if (place.cluster !== null && !clusters.some(({ code }) => code === place.cluster))
			return refuse('input/not-valid', {}, 'cluster');
		const contestant = await readContestant(db, contestId, contestantId);
		if (!contestant) return refuse('input/not-found');
		const { category, cluster, team, mayWin, route } = contestant;
		const before: ContestantPlace = { category, cluster, team, mayWin, route };
		if (seen && !isSamePlace(seen, before))
			return refuse('people/changed-elsewhere', { who: `${contestant.number} ${contestant.fullName}` });
		await placeContestantRow(db, contestantId, place);
		record('contestant-placed', { number: contestant.number, before, after: place });
		return { number: contestant.number };
	});
}

function isSamePlace(one: ContestantPlace, other: ContestantPlace): boolean {
	return (
		one.category === other.category &&
		one.cluster === other.cluster &&
		one.team === other.team &&
		one.mayWin === other.mayWin &&
		one.route === other.route
	);
}
