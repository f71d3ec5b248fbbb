// The organisers say what is to be handed in: kinds, size, deadline, what happens to what is late; asked anew, it is changed.
import { z } from 'zod';
import { fromVietnamField, latePolicies } from '../../contest/entries/entry.ts';
import { fileKinds } from '../../contest/entries/file-kind.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { largestFile } from '../body-limits.ts';
import type { Seat } from '../seat.ts';
import { countVersions, insertRequest, readRequests, updateRequest } from '../stores/entries.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { lineText, optionalReason } from './setup-input.ts';

const megabyte = 1024 * 1024;
/** As a field for date and time gives it, of the clock in Vietnam; empty for none. */
const moment = z
	.string()
	.transform((text) => (text.trim() === '' ? null : (fromVietnamField(text.trim()) ?? NaN)))
	.pipe(z.number().nullable())
	.transform((at) => (at === null ? null : new Date(at)));
const input = z.strictObject({
	contestId: z.uuid(),
	/** Of one that is changed; empty for a new one. */
	requestId: z.union([z.literal(''), z.uuid()]),
	part: z.string().min(1).max(40),
	title: lineText(80),
	note: optionalReason,
	kinds: z.array(z.enum(fileKinds)).min(1),
	megabytes: z.coerce
		.number()
		.int()
		.min(1)
		.max(largestFile / megabyte),
	due: moment,
	late: z.enum(latePolicies),
	isAnonymous: z.boolean(),
	markBy: moment
});

/** Once something was handed in, it stays with its part; everything else may be changed, and the log keeps every deadline. */
export async function askForEntry(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ requestId: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, requestId, part: partCode, megabytes, due, ...asked } = read;
	return changeContest(app, seat, { contestId, permission: 'entries:ask' }, async ({ db, contest, record }) => {
		const part = partOf(contest.rules, partCode);
		if (!part || !isJudged(part)) return refuse('input/not-valid', {}, 'part');
		const known = await readRequests(db, contestId);
		const before = known.find(({ id }) => id === requestId);
		if (requestId !== '' && !before) return refuse('input/not-found');
		if (known.some(({ id, title }) => id !== requestId && title === asked.title))
			return refuse('input/already-exists', {}, 'title');
		const isMoved = before !== undefined && before.partCode !== partCode;
		if (isMoved && (await countVersions(db, before.id)) > 0) return refuse('input/not-valid', {}, 'part');
		const values = { ...asked, partCode, dueAt: due, mostBytes: megabytes * megabyte };
		if (before) await updateRequest(db, before.id, values);
		const id = before?.id ?? (await insertRequest(db, { ...values, contestId }));
		record('entry-asked', {
			requestId: id,
			...asked,
			part: partCode,
			megabytes,
			due: due?.toISOString() ?? null,
			markBy: asked.markBy?.toISOString() ?? null
		});
		return { requestId: id };
	});
}
