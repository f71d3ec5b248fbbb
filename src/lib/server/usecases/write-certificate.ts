// Writing what the contest's certificates say, and the picture behind the words (R304); possible after the result is published too.
import { z } from 'zod';
import { unknownPlaces } from '../../contest/paper/certificate.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readCertificate, writeCertificate as storeCertificate } from '../stores/letterheads.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { noteRefusedFile } from './note-refused-file.ts';
import { readInput } from './read-input.ts';
import { keepFile, takeFile, type GivenFile } from './take-file.ts';

const line = z
	.string()
	.refine((text) => text.isWellFormed())
	.transform((text) =>
		text
			.normalize('NFC')
			.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
			.trim()
	)
	.pipe(z.string().max(200));

const input = z.strictObject({
	contestId: z.uuid(),
	design: z.strictObject({
		title: line,
		lines: z.array(line).min(1).max(12),
		hasHead: z.boolean(),
		topMm: z.int().min(0).max(120)
	}),
	/** Taken away; what is given with it takes its place. */
	withoutBackground: z.boolean().default(false)
});

/** A4 across at 300 dots to the inch. */
const longestSide = 3508;
const mostBytes = 7 * 1024 * 1024;

/** `picture` is null where none was chosen: then the one before stays. */
export async function writeCertificate(
	app: App,
	seat: Seat,
	given: unknown,
	picture: GivenFile | null
): Promise<Changed<null> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, design, withoutBackground } = read;
	const denied = refuseUnless(seat, 'papers:prepare', contestId);
	if (denied) return denied;
	const [unknown] = unknownPlaces(design);
	if (unknown !== undefined) return refuse('paper/place-unknown', { place: unknown }, 'lines');
	const taken = picture && (await takeFile(picture, { kinds: ['jpeg', 'png', 'webp'], mostBytes, longestSide }));
	if (isRefusal(taken)) {
		const { name = '', size = 0 } = picture ?? {};
		noteRefusedFile(app, seat, { contestId, for: 'certificate', name, size, why: taken.refused });
		return taken;
	}
	const request = { contestId, permission: 'papers:prepare' as const, staysPossible: true as const };
	return changeContest(app, seat, request, async (change) => {
		const before = withoutBackground ? null : ((await readCertificate(change.db, contestId))?.background ?? null);
		const background = taken ? await keepFile(change, taken) : before;
		await storeCertificate(change.db, contestId, { content: design, background, changedAt: new Date(change.now) });
		change.record('certificate-written', { ...design, background, ...(taken ? { sha256: taken.sha256 } : {}) });
		return null;
	});
}
