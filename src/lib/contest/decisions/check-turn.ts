// Whether points or time of a contestant can be decided (R246); it must not know marks.
import { decisionsOf, standingDecisions, type DecisionContent } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { undecidedLateEntries } from '../result/late-entries.ts';
import type { ContestResult } from '../result/result.ts';
import { usedMs } from '../result/stage-time.ts';
import { stageOf } from '../rules/rules.ts';
import { refuseUnlessEntered } from './entered.ts';

type PointsContent = DecisionContent & { kind: 'points' };

/** R246: in a stage the contestant takes part in, in one of its parts or in the total, and no more than the whole. */
export function checkPoints(record: ContestRecord, result: ContestResult, content: PointsContent): Refusal | null {
	const { stage: code, part, contestant, points } = content;
	const stage = stageOf(record.rules, code);
	if (!stage) return refuse('decision/not-there', { what: code }, 'stage');
	const ofPart = part === null ? null : stage.parts.find((each) => each.code === part);
	if (ofPart === undefined) return refuse('decision/not-there', { what: part ?? '' }, 'part');
	if (content.lateEntry !== undefined)
		return checkLateEntry(record, content) ?? refuseUnlessEntered(result, code, contestant);
	if (points === 0 || Math.abs(points) > (ofPart?.maxPoints ?? stage.total))
		return refuse('input/not-valid', {}, 'points');
	return refuseUnlessEntered(result, code, contestant);
}

/** R343: of what waits for it, in its part; what was announced comes off, or nothing. */
function checkLateEntry(record: ContestRecord, { lateEntry, part, contestant, points }: PointsContent): Refusal | null {
	const late = undecidedLateEntries(record).find(
		(each) => each.entry === lateEntry && each.contestant === contestant && each.part === part
	);
	if (!late) return refuse('decision/not-late', { contestant }, 'contestant');
	return points === 0 || points === -late.points ? null : refuse('input/not-valid', {}, 'points');
}

/** R246: only of a turn that has ended; never more than was used, nor less than nothing taken out (R37). */
export function checkTime(
	{ turns, decisions }: ContestRecord,
	{ stage, contestant, removedMs }: DecisionContent & { kind: 'time' }
): Refusal | null {
	const turn = turns.find((each) => each.stage === stage && each.contestant === contestant);
	if (!turn) return refuse('decision/not-there', { what: contestant }, 'contestant');
	if (turn.status !== 'ended') return refuse('decision/turn-not-ended', { contestant }, 'contestant');
	const earlier = decisionsOf(standingDecisions(decisions), 'time')
		.filter((each) => each.stage === stage && each.contestant === contestant)
		.reduce((sum, each) => sum + each.removedMs, 0);
	const whole = usedMs({ ...turn, removed: [], removedMs: 0 }) ?? 0;
	const outside = whole - (usedMs(turn, earlier) ?? 0) + removedMs;
	const isPossible = removedMs !== 0 && outside >= 0 && outside <= whole;
	return isPossible ? null : refuse('decision/too-much-time', { contestant }, 'removedMs');
}
