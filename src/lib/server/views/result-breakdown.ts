// Where every point of one contestant comes from, for those who answer for the result; blind judges see nothing of it.
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { breakdownOf, type Breakdown } from '../../contest/result/breakdown.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { blindTurns } from './blind-turns.ts';
import { readStandings } from './standings.ts';

export interface ResultBreakdown {
	breakdown: Breakdown;
	/** Numbers of those before and after in the order of the contestant numbers; null at the ends. */
	previous: string | null;
	next: string | null;
	/** Before it a prize may still change hands. */
	isPublished: boolean;
	/** Until nothing is missing any more, answers are for those who may see the bank, sheets for those who may see marks. */
	isHidden: { answers: boolean; sheets: boolean };
}

export async function resultBreakdown(
	app: App,
	seat: Seat,
	contestId: ContestId,
	number: string
): Promise<ResultBreakdown | Refusal> {
	const denied = refuseUnless(seat, 'results:see', contestId);
	if (denied) return denied;
	const [contest, standings] = [
		await readContest(app.database.drizzle, contestId),
		await readStandings(app, contestId)
	];
	const whole = standings && breakdownOf(standings.record, standings.result, number);
	if (!contest || !standings || !whole) return refuse('input/not-found');
	if ((await blindTurns(app.database.drizzle, seat, contestId)).size > 0) return refuse('access/not-allowed');
	const isHidden = {
		answers: !standings.isComplete && !may(seat, 'bank:see', contestId),
		sheets: !standings.isComplete && !may(seat, 'marks:see', contestId)
	};
	const numbers = standings.record.contestants.map((contestant) => contestant.number);
	const at = numbers.indexOf(number);
	return {
		// A prize beside a name while marks are missing would be read as a promise.
		breakdown: withoutHidden(standings.isComplete ? whole : { ...whole, awards: [] }, isHidden),
		previous: numbers[at - 1] ?? null,
		next: numbers[at + 1] ?? null,
		isPublished: contest.publishedAt !== null,
		isHidden
	};
}

function withoutHidden(whole: Breakdown, { answers, sheets }: ResultBreakdown['isHidden']): Breakdown {
	const stages = whole.stages.map((stage) => ({
		...stage,
		parts: stage.parts.map((part) => ({
			...part,
			questions: answers ? [] : part.questions,
			panels: sheets ? [] : part.panels
		}))
	}));
	return { ...whole, stages };
}
