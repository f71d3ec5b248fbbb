// The head judge calls the judges to consult about a difference: what lies before them goes into the log (R144).
import { z } from 'zod';
import { checkBeginning } from '../../contest/consultation/check-consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { times } from '../../contest/ratio.ts';
import { isSamePlace } from '../../contest/result/panel-scores.ts';
import { hundredths } from '../../contest/result/rounding.ts';
import { panelAt } from '../../contest/rules/panel-list.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import { readDifferences } from '../stores/differences.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { lineText } from './setup-input.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	part: lineText(60),
	panel: lineText(60),
	contestant: lineText(60)
});

export async function beginConsultation(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ contestant: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, ...place } = read;
	const request = { contestId, permission: 'consultations:lead' as const };
	return changeContest(app, seat, request, async ({ db, contest, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const { list, record: facts } = await readDifferences(db, contest);
		const difference = list.find((each) => isSamePlace(each, place));
		if (difference && (await readBlindTurns(db, contestId, seat.accountId)).has(difference.turn.id))
			return refuse('decision/still-blind');
		const refusal = checkBeginning(difference, place.contestant);
		const finding = difference?.score.divergence;
		if (refusal || !difference || !finding)
			return refusal ?? refuse('decision/no-difference', { contestant: place.contestant });
		const isQ = panelAt(facts.rules, place)?.panel.divergence?.metric === 'dixon-q';
		record('consultation-begun', {
			...place,
			number: place.contestant,
			turnId: difference.turn.id,
			level: finding.level,
			action: finding.action,
			far: finding.judges,
			measured: hundredths(isQ ? times(finding.measured, [100]) : finding.measured),
			before: hundredths(finding.before),
			sheets: difference.score.sheets.map(({ judge, total }) => ({ judge, total: hundredths(total) }))
		});
		return { contestant: place.contestant };
	});
}
