// The head judge settles a paper that two people typed differently: one value for each criterion in which they differ, with a reason.
import { z } from 'zod';
import { chosenAmiss, chosenSheet, paperDifferences } from '../../contest/paper-sheet.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { criteriaOf, totalOfSheet } from '../../contest/sheet.ts';
import type { Points } from '../../contest/points.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readEntries } from '../stores/paper-sheets.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { confirmPaper } from './papers/confirm-paper.ts';
import { typedPaper } from './papers/typed-paper.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	paperId: z.uuid(),
	/** By criterion code: the first entry or the second. */
	chosen: z.record(z.string().max(20), z.literal([1, 2])),
	reason: reasonText
});

export async function settlePaperSheet(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ total: Points }> | Refusal> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, paperId, chosen, reason } = read;
	return changeContest(app, seat, { contestId, permission: 'papers:settle' }, async (change) => {
		const open = await typedPaper(change, seat, paperId);
		if (isRefusal(open)) return open;
		const [first, second] = await readEntries(change.db, paperId);
		if (!first || !second) return refuse('paper/not-there');
		const { parts } = open.sheet;
		const amiss = chosenAmiss(paperDifferences(criteriaOf(parts), first.marks, second.marks), chosen);
		if (amiss.length > 0) return refuse('paper/choose-each', { criteria: amiss.join(', ') });
		const held = chosenSheet(first, second, chosen);
		const refused = await confirmPaper(change, seat, { ...open, held, resolved: { chosen, reason } });
		return refused ?? { total: totalOfSheet(parts, held.marks) };
	});
}
