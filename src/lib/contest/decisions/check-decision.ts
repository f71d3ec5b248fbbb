// Whether a proposed decision names what there is in the contest (R245–R248); it must not compute what it changes.
import { preflight } from '../preflight/preflight.ts';
import type { DecisionContent } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { ContestResult } from '../result/result.ts';
import { checkJudges, type DecisionAboutJudges } from './check-judges.ts';
import { checkAnswer, checkKey } from './check-key.ts';
import { checkTie } from './check-tie.ts';
import { checkPoints, checkTime } from './check-turn.ts';
import { refuseUnlessEntered } from './entered.ts';
import type { ProposedDecision } from './proposed-decision.ts';

/** Null when it can be applied. The refusal names the field that is meant. */
export function checkDecision(
	record: ContestRecord,
	result: ContestResult,
	{ content, takesBack }: ProposedDecision
): Refusal | null {
	if (takesBack !== null) return checkTakingBack(record, takesBack);
	switch (content.kind) {
		case 'key':
		case 'void':
			return checkKey(record, content);
		case 'answer':
			return checkAnswer(record, content);
		case 'points':
			return checkPoints(record, result, content);
		case 'time':
			return checkTime(record, content);
		case 'tie':
			return checkTie(record, result, content);
		case 'advance':
			return checkAdvance(record, result, content);
		case 'award':
			return checkAward(record, content);
		case 'override':
			return checkOverride(record, content);
		default:
			return checkJudges(record, result, content satisfies DecisionAboutJudges);
	}
}

/** R248: only what holds can be taken back, once; taking back is not taken back but decided anew. */
function checkTakingBack({ decisions }: ContestRecord, sequence: number): Refusal | null {
	const meant = decisions.find((decision) => decision.sequence === sequence);
	if (!meant || meant.takesBack !== null) return refuse('decision/not-there', { what: sequence }, 'takesBack');
	const isGone = decisions.some(({ takesBack }) => takesBack === sequence);
	return isGone ? refuse('decision/already-taken-back', { sequence }, 'takesBack') : null;
}

function checkAdvance(
	{ rules }: ContestRecord,
	result: ContestResult,
	{ stage, contestant }: DecisionContent & { kind: 'advance' }
): Refusal | null {
	if (!rules.stages.find(({ code }) => code === stage)?.advancement)
		return refuse('decision/not-there', { what: stage }, 'stage');
	return refuseUnlessEntered(result, stage, contestant);
}

/** R248: to whom the award is for, who exists and may win; it can be taken from anybody. */
function checkAward(
	{ rules, contestants, units }: ContestRecord,
	{ award, to, given }: DecisionContent & { kind: 'award' }
): Refusal | null {
	const meant = rules.awards.find(({ code }) => code === award);
	if (!meant) return refuse('decision/not-there', { what: award }, 'award');
	const isThere =
		'contestant' in to
			? contestants.some(({ number }) => number === to.contestant)
			: units.some(({ code }) => code === to.unit) || contestants.some(({ team }) => team === to.unit);
	if (!isThere) return refuse('decision/not-there', { what: Object.values(to).join() }, 'to');
	const isForUnits = meant.source.kind === 'team' || meant.source.kind === 'participation';
	if (meant.source.kind !== 'manual' && 'unit' in to !== isForUnits)
		return refuse('decision/award-not-for', { award: meant.title }, 'to');
	const mayWin = !('contestant' in to) || contestants.some((each) => each.number === to.contestant && each.mayWin);
	return mayWin || !given ? null : refuse('decision/may-not-win', { contestant: Object.values(to).join() }, 'to');
}

/** R235: only a problem that is there, that nobody has accepted yet, and that may be accepted. */
function checkOverride(
	record: ContestRecord,
	{ problem, path }: DecisionContent & { kind: 'override' }
): Refusal | null {
	const found = preflight(record).open.find((each) => each.code === problem && each.path === path);
	if (!found) return refuse('decision/not-there', { what: problem }, 'problem');
	return found.mayOverride ? null : refuse('decision/not-overridable', {}, 'problem');
}
