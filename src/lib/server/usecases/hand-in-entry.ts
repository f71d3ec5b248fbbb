// Something is handed in for a contestant: the file is checked first, then kept as the next version with who and when, late or not by the server's clock.
import { z } from 'zod';
import { isLate, refuseLate, type Deadline } from '../../contest/entries/entry.ts';
import { isOut } from '../../contest/record/record.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { countVersions, insertVersion, readRequests, type RequestRow } from '../stores/entries.ts';
import { readContestant } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { noteRefusedFile } from './note-refused-file.ts';
import { readInput } from './read-input.ts';
import { keepFile, takeFile, type GivenFile } from './take-file.ts';

const input = z.strictObject({ contestId: z.uuid(), requestId: z.uuid(), contestantId: z.uuid() });

export interface HandedIn {
	version: number;
	isLate: boolean;
	/** Of the server, ms since the epoch. */
	at: number;
	name: string;
}

/** What may be refused is refused before the file is read, and asked again when it has been: a slow line may come too late. */
export async function handInEntry(
	app: App,
	seat: Seat,
	given: unknown,
	file: GivenFile
): Promise<Changed<HandedIn> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, requestId, contestantId } = read;
	const denied = refuseUnless(seat, 'entries:hand-in', contestId);
	if (denied) return denied;
	const asked = (await readRequests(app.database.drizzle, contestId)).find(({ id }) => id === requestId);
	if (!asked) return refuse('input/not-found');
	const tooLate = refuseLate(deadlineOf(asked), app.clock.now());
	if (tooLate) return tooLate;
	const taken = await takeFile(file, asked);
	if (isRefusal(taken)) {
		noteRefusedFile(app, seat, { contestId, for: 'entry', name: file.name, size: file.size, why: taken.refused });
		return taken;
	}
	return changeContest(app, seat, { contestId, permission: 'entries:hand-in' }, async (change) => {
		const { db, now, record } = change;
		const request = (await readRequests(db, contestId)).find(({ id }) => id === requestId);
		const contestant = await readContestant(db, contestId, contestantId);
		if (!request || !contestant || isOut(contestant.status)) return refuse('input/not-found');
		// A unit's contact hands in for the own people alone.
		if (seat.kind === 'contact' && seat.unitId !== contestant.unitId) return refuse('input/not-found');
		const deadline = deadlineOf(request);
		const refused = refuseLate(deadline, now);
		if (refused) return refused;
		const fileId = await keepFile(change, taken);
		const number = (await countVersions(db, requestId, contestantId)) + 1;
		const late = isLate(deadline, now);
		await insertVersion(db, {
			contestId,
			requestId,
			contestantId,
			number,
			fileId,
			handedInAt: new Date(now),
			...whoHandsIn(seat),
			isLate: late,
			// R340: what was announced when it came.
			...(late && {
				latePoints: request.latePoints,
				latePart: request.latePart,
				lateDueAt: request.latePoints === null ? null : request.dueAt
			})
		});
		const { sha256, bytes, name } = taken;
		record('entry-handed-in', {
			contestantId,
			title: request.title,
			version: number,
			file: name,
			size: bytes.length,
			sha256,
			isLate: late
		});
		return { version: number, isLate: late, at: now, name };
	});
}

export function deadlineOf({ dueAt, late }: Pick<RequestRow, 'dueAt' | 'late'>): Deadline {
	return { dueAt: dueAt?.getTime() ?? null, late };
}

function whoHandsIn(seat: Seat): { handedInBy: string; handedInByAccount: string | null } {
	if (seat.kind === 'staff') return { handedInBy: seat.name, handedInByAccount: seat.accountId };
	return { handedInBy: 'name' in seat ? seat.name : '', handedInByAccount: null };
}
