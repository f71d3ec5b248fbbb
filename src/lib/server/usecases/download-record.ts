// Handing out the contest file: everything the result is computed from, for anybody who wants to compute it again; the log says who took it.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { sha256 } from '../../contest/sha256.ts';
import { writeContestFile } from '../../formats/contest-file/write-contest-file.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { changeContest } from './change-contest.ts';

export interface ContestFile {
	fileName: string;
	/** The open contest file, which `hoithi results compute` takes; keys and answers of questions that are not sealed are not in it. */
	text: string;
}

/** Needs sight of results and of the bank; refused to judges with open sheets. */
export async function downloadRecord(app: App, seat: Seat, given: unknown): Promise<ContestFile | Refusal> {
	const read = z.strictObject({ contestId: z.uuid() }).safeParse(given);
	if (!read.success) return refuse('input/not-found');
	const { contestId } = read.data;
	const request = { contestId, permission: 'results:see' as const, staysPossible: true as const };
	const changed = await changeContest(app, seat, request, async ({ db, contest, record }) => {
		const denied = refuseUnless(seat, 'bank:see', contestId);
		if (denied || seat.kind !== 'staff') return denied ?? refuse('access/not-allowed');
		if ((await readBlindTurns(db, contestId, seat.accountId)).size > 0) return refuse('access/not-allowed');
		const text = writeContestFile(await readContestRecord(db, contest));
		record('record-downloaded', { hash: sha256(text) });
		return { fileName: `hoithi-${contest.heldOn}.json`, text };
	});
	return isRefusal(changed) ? changed : changed.result;
}
