// Code names for contestants: drawn by chance for those who have none, or written by an organiser. The log says how many, never whose: it has more readers.
import { z } from 'zod';
import { codeNameKey, drawCodeNames as drawn } from '../../contest/code-names.ts';
import { isOut } from '../../contest/record/record.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { isCode } from '../../formats/code-cell.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { makeSecret } from '../secrets.ts';
import { readContestants, saveCodeName } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';

/** R322: the seed is of this moment and kept nowhere. A published one would let everybody draw them again and see who is who. */
export async function drawCodeNames(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ count: number }> | Refusal> {
	const read = readInput(z.strictObject({ contestId: z.uuid() }), given);
	if (isRefusal(read)) return read;
	const request = { contestId: read.contestId, permission: 'people:edit' as const };
	return changeContest(app, seat, request, async ({ db, contest, record }) => {
		const people = await readContestants(db, contest.id);
		const without = people.filter(({ codeName, status }) => codeName === null && !isOut(status));
		const taken = people.flatMap(({ codeName }) => codeName ?? []);
		const names = drawn(
			makeSecret(),
			without.map(({ number }) => number),
			taken
		);
		for (const { id, number } of without) await saveCodeName(db, id, names.get(number) ?? null);
		if (without.length > 0) record('code-names-drawn', { count: without.length });
		return { count: without.length };
	});
}

const codeName = z
	.string()
	.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
	.refine((text) => text === '' || (text.length <= 20 && isCode(text)))
	.transform((text) => (text === '' ? null : text));

const input = z.strictObject({
	contestId: z.uuid(),
	/** `seen` is what stood there: what was not seen is not overwritten. */
	names: z.array(z.strictObject({ contestantId: z.uuid(), codeName, seen: codeName })).max(500)
});

/** All of them or none. */
export async function writeCodeNames(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ count: number }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const request = { contestId: read.contestId, permission: 'people:edit' as const };
	return changeContest(app, seat, request, async ({ db, contest, record }) => {
		const people = new Map((await readContestants(db, contest.id)).map((row) => [row.id, row]));
		const changed = read.names.filter((each) => each.codeName !== each.seen);
		for (const { contestantId, seen } of changed) {
			const row = people.get(contestantId);
			if (!row) return refuse('input/not-found');
			if (row.codeName !== seen) return refuse('people/changed-elsewhere', { who: `${row.number} ${row.fullName}` });
		}
		const wanted = new Map(changed.map((each) => [each.contestantId, each.codeName]));
		const all = [...people.values()].flatMap(({ id, codeName: now }) => {
			const name = wanted.has(id) ? (wanted.get(id) ?? null) : now;
			return name === null ? [] : [codeNameKey(name)];
		});
		if (new Set(all).size < all.length) return refuse('people/code-name-taken');
		// Given up first, so that two may change places.
		for (const { contestantId } of changed) await saveCodeName(db, contestantId, null);
		for (const { contestantId, codeName: name } of changed) await saveCodeName(db, contestantId, name);
		if (changed.length > 0) record('code-names-written', { count: changed.length });
		return { count: changed.length };
	});
}
