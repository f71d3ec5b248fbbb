// Publishing the official result: complete or not at all, as one document with its hash, once.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { minutesBlocks } from '../../contest/minutes-blocks.ts';
import { computeResult } from '../../contest/result/compute.ts';
import { documentHash, resultDocument } from '../../contest/result-document.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { updateContest } from '../stores/contests.ts';
import { insertPublication } from '../stores/publications.ts';
import { readContestMinutes } from '../stores/session-minutes.ts';
import { differences } from '../stores/shadow/differences.ts';
import { readRecordInSql } from '../stores/shadow/record-in-sql.ts';
import { shadowResult } from '../stores/shadow/shadow-result.ts';
import { inTime, undecidedAnswers } from '../stores/undecided-answers.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { firstField } from './setup-input.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	expectedVersion: z.int(),
	/** The contest's name, typed by the person who publishes. */
	confirmName: z.string().max(500)
});

export interface Published {
	/** SHA-256 of the document. */
	hash: string;
	/** In the first ranking of the last stage. */
	ranked: number;
}

/**
 * From here on the result is public and nothing of it changes any more. It is refused while an answer that came in time waits
 * for its decision (R356), while anything is missing (R57), and when a second count in SQL, which shares no code with the rules, comes to anything else.
 */
export async function publishResult(app: App, seat: Seat, given: unknown): Promise<Changed<Published> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, expectedVersion, confirmName } = read.data;
	const request = { contestId, permission: 'results:publish', expectedVersion } as const;
	const changed = await changeContest(
		app,
		seat,
		request,
		async ({ db, contest, now, record }): Promise<Published | Refusal> => {
			if (typed(confirmName) !== typed(contest.name)) return refuse('input/not-valid', {}, 'confirmName');
			const held = inTime(await undecidedAnswers(db, contestId));
			if (held.length > 0) return refuse('result/held-answers', { numbers: held.join(', ') });

			const contestRecord = await readContestRecord(db, contest);
			const result = computeResult(contestRecord);
			if (result.missing.length > 0)
				return refuse('result/incomplete', {
					missing: result.missing.length,
					what: result.missing.map(({ kind }) => kind).join(', ')
				});

			const differing = differences(result, await shadowResult(db, await readRecordInSql(db, contestId)));
			if (differing.length > 0)
				return refuse('result/counts-differ', { count: differing.length, first: differing[0] ?? '' });

			const publishedAt = new Date(now);
			const document = resultDocument(
				{
					contestId,
					rulesVersion: contest.rulesVersion,
					publishedAt: publishedAt.toISOString(),
					publishedBy: seat.kind === 'staff' ? seat.name : '',
					minutes: minutesBlocks(await readContestMinutes(db, contest))
				},
				contestRecord,
				result
			);
			const hash = documentHash(document);
			await insertPublication(db, { contestId, document, hash, madeAt: publishedAt });
			await updateContest(db, contestId, { publishedAt });
			const ranked = document.rankings[0]?.lines.length ?? 0;
			record('result-published', { hash, ranked });
			return { hash, ranked };
		}
	);
	if (!isRefusal(changed)) app.requestBackup('result-published');
	return changed;
}

/** What a person types and what is stored may differ in spaces and composition of marks, in nothing else. */
function typed(name: string): string {
	return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}
