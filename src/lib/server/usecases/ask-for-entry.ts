// The organisers say what is to be handed in: kinds, size, deadline, what happens to what is late; asked anew, it is changed.
import { z } from 'zod';
import { fromVietnamField, latePolicies, type LatePenalty } from '../../contest/entries/entry.ts';
import { fileKinds } from '../../contest/entries/file-kind.ts';
import { formatPoints, parsePoints } from '../../contest/points.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { partOf, type Rules } from '../../contest/rules/rules.ts';
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
	/** Of the policy `penalty` alone: points as people write them, and the part they come off. */
	latePoints: z.string().default(''),
	latePart: z.string().max(40).default(''),
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
	const { contestId, requestId, part: partCode, megabytes, due, latePoints, latePart, ...asked } = read;
	return changeContest(app, seat, { contestId, permission: 'entries:ask' }, async ({ db, contest, record }) => {
		const part = partOf(contest.rules, partCode);
		if (!part || !isJudged(part)) return refuse('input/not-valid', {}, 'part');
		const penalty = asked.late === 'penalty' ? penaltyFrom(contest.rules, latePoints, latePart) : null;
		if (isRefusal(penalty)) return penalty;
		const known = await readRequests(db, contestId);
		const before = known.find(({ id }) => id === requestId);
		if (requestId !== '' && !before) return refuse('input/not-found');
		if (known.some(({ id, title }) => id !== requestId && title === asked.title))
			return refuse('input/already-exists', {}, 'title');
		const isMoved = before !== undefined && before.partCode !== partCode;
		if (isMoved && (await countVersions(db, before.id)) > 0) return refuse('input/not-valid', {}, 'part');
		const price = { latePoints: penalty?.points ?? null, latePart: penalty?.part ?? null };
		const values = { ...asked, ...price, partCode, dueAt: due, mostBytes: megabytes * megabyte };
		if (before) await updateRequest(db, before.id, values);
		const id = before?.id ?? (await insertRequest(db, { ...values, contestId }));
		record('entry-asked', {
			requestId: id,
			...asked,
			...(penalty && price),
			part: partCode,
			megabytes,
			due: due?.toISOString() ?? null,
			markBy: asked.markBy?.toISOString() ?? null
		});
		return { requestId: id };
	});
}

/** R340: above 0 and no more than the whole of the part, as what is decided about it later (R246). */
function penaltyFrom(rules: Rules, typed: string, code: string): LatePenalty | Refusal {
	const part = partOf(rules, code);
	if (!part) return refuse('input/not-valid', {}, 'latePart');
	const points = parsePoints(typed);
	if (points === null || points <= 0 || points > part.maxPoints) {
		const most = { vi: formatPoints(part.maxPoints, 'vi'), en: formatPoints(part.maxPoints, 'en') };
		return refuse('entry/penalty-not-valid', { part: part.title, most }, 'latePoints');
	}
	return { points, part: code };
}
