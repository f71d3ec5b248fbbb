// Everything an organiser does in a quiz round, and the seal the timekeeper sets: one door, one decision, one log.
import { z } from 'zod';
import { isSetClosed } from '../../contest/bank/sealed-set.ts';
import { refuse, isRefusal, type Refusal } from '../../contest/refusal.ts';
import {
	countsFrom,
	decideRound,
	evolveRound,
	longestExtensionMs,
	roundAccepts,
	type RoundCommand,
	type RoundPlan,
	type RoundState
} from '../../contest/round.ts';
import { markerOf } from '../../contest/result/marking.ts';
import { pointsOfQuestion } from '../../contest/result/question-points.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readEffectiveAnswers } from '../stores/answers.ts';
import { updateContest } from '../stores/contests.ts';
import { readMostExtra } from '../stores/extra-time.ts';
import { readContestants } from '../stores/people.ts';
import {
	deleteOutcomes,
	insertOutcomes,
	markQuestionAt,
	readKeyForMarking,
	readLiveRound,
	readRound,
	readRoundQuestions,
	saveGuard,
	saveRoundState,
	stateOf,
	type RoundQuestion,
	type RoundRow
} from '../stores/rounds.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { openSealedSet } from './open-set.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';
import { refuseUnlessReady } from './refuse-unless-ready.ts';

const command = z.discriminatedUnion('do', [
	z.strictObject({ do: z.literal('open-lobby') }),
	z.strictObject({ do: z.literal('show-question') }),
	z.strictObject({ do: z.literal('start-timer') }),
	z.strictObject({ do: z.literal('pause'), reason: reasonText.optional() }),
	z.strictObject({ do: z.literal('resume') }),
	z.strictObject({ do: z.literal('extend'), byMs: z.int().positive().max(longestExtensionMs) }),
	z.strictObject({ do: z.literal('close') }),
	z.strictObject({ do: z.literal('seal') }),
	z.strictObject({ do: z.literal('reopen'), byMs: z.int().positive().max(longestExtensionMs), reason: reasonText }),
	z.strictObject({ do: z.literal('reveal') }),
	z.strictObject({ do: z.literal('finish') })
]);

const input = z.strictObject({
	contestId: z.uuid(),
	roundId: z.uuid(),
	expectedVersion: z.int().optional(),
	command
});

/** Does one command of a live round (R80–R88, R251). Refuses what the phase does not allow. */
export async function runRound(app: App, seat: Seat, given: unknown): Promise<Changed<RoundState> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, roundId, expectedVersion } = read;
	const changed = await changeContest(
		app,
		seat,
		expectedVersion === undefined
			? { contestId, permission: 'round:run' }
			: { contestId, permission: 'round:run', expectedVersion },
		async (change) => {
			const round = await readRound(change.db, contestId, roundId);
			if (!round) return refuse('input/not-found');
			if (read.command.do === 'open-lobby') {
				if (await readLiveRound(change.db, contestId)) return refuse('round/another-is-live');
				const notReady = round.phase === 'planned' ? await refuseUnlessReady(change) : null;
				if (notReady) return notReady;
				if (isSetClosed(round)) await openSealedSet(change, round, null);
			}
			return runCommand(change, round, read.command);
		}
	);
	if (!isRefusal(changed) && changed.result.phase === 'finished') app.requestBackup('round-finished');
	return changed;
}

async function runCommand(change: Change, round: RoundRow, wanted: RoundCommand): Promise<RoundState | Refusal> {
	const [questions, extraPercent] = await Promise.all([
		readRoundQuestions(change.db, round.id),
		readMostExtra(change.db, change.contest.id)
	]);
	const plan: RoundPlan = {
		questionMs: questions.map(({ question }) => question.seconds * 1000),
		graceMs: round.graceMs,
		extraPercent,
		joining: round.joining
	};
	const before = stateOf(round);
	const events = decideRound(before, wanted, plan, change.now);
	if (isRefusal(events)) return events;
	let state = before;
	for (const event of events) {
		state = evolveRound(state, event);
		const { kind, ...facts } = event;
		change.record(`round/${kind}`, { roundId: round.id, ...facts });
	}
	await saveRoundState(change.db, round.id, state);
	if (state.questionIndex >= 0) await saveQuestion(change, round, questions, state, wanted);
	// A new scene is what the hall came to see: whatever the projector was showing makes way for it.
	if (wanted.do === 'open-lobby') await updateContest(change.db, change.contest.id, { hall: { show: 'live' } });
	return state;
}

async function saveQuestion(
	change: Change,
	round: RoundRow,
	questions: RoundQuestion[],
	state: RoundState,
	wanted: RoundCommand
): Promise<void> {
	await saveGuard(change.db, round.id, state.questionIndex, {
		isAccepting: roundAccepts(state),
		deadlineAt: state.deadlineAt,
		allowedMs: state.allowedMs,
		extraPercent: wanted.do === 'seal' ? undefined : state.extraPercent,
		countsFrom: countsFrom(state)
	});
	const current = questions[state.questionIndex];
	const instant = new Date(change.now);
	if (!current) return;
	if (wanted.do === 'seal') {
		await markQuestionAt(change.db, round.id, state.questionIndex, { sealedAt: instant });
		await markAnswers(change, round, current, state);
	}
	if (wanted.do === 'reopen') {
		await markQuestionAt(change.db, round.id, state.questionIndex, { sealedAt: null });
		await deleteOutcomes(change.db, round.id, current.question.id);
	}
	if (wanted.do === 'reveal') await markQuestionAt(change.db, round.id, state.questionIndex, { revealedAt: instant });
}

/**
 * R10, R11, R14, R101–R107: the key is read only now, after the seal; each effective answer earns its points once, and so
 * does no answer where the rules take something off for it. What the result counts is computed from the answers again.
 */
async function markAnswers(change: Change, round: RoundRow, current: RoundQuestion, state: RoundState): Promise<void> {
	const { question } = current;
	const part = partOf(change.contest.rules, round.partCode);
	if (part?.kind !== 'quiz') throw new Error(`round ${round.id} belongs to no quiz part`);
	const { correct, tolerance, alsoCorrect = [] } = await readKeyForMarking(change.db, question.id);
	const marker = markerOf({ kind: question.kind, key: { correct, tolerance, alsoCorrect } }, part.marking);
	const answers = await readEffectiveAnswers(change.db, round.id, question.id);
	const marked = answers.map(({ choice, usedMs }) => ({ share: marker(choice), usedMs }));
	const points = pointsOfQuestion(part.scoring, { allowedMs: state.allowedMs, ownPoints: null }, marked);
	const frame = { roundId: round.id, questionId: question.id };
	const rows = answers.map(({ contestantId, sequence, usedMs }, at) => ({
		contestantId,
		answerSequence: sequence,
		isRight: marked[at]?.share.numerator === marked[at]?.share.denominator,
		points: points[at] ?? 0,
		usedMs
	}));
	const blanks =
		part.scoring.blank === 0 ? [] : await withoutAnswer(change, new Set(rows.map((row) => row.contestantId)));
	await insertOutcomes(change.db, frame, [
		...rows,
		...blanks.map((contestantId) => ({
			contestantId,
			answerSequence: null,
			isRight: false,
			points: part.scoring.blank,
			usedMs: 0
		}))
	]);
	change.record('round/answers-marked', {
		...frame,
		answered: rows.length,
		right: rows.filter((row) => row.isRight).length
	});
}

async function withoutAnswer(change: Change, answered: Set<string>): Promise<string[]> {
	const people = await readContestants(change.db, change.contest.id);
	return people.filter(({ id, status }) => status === 'competing' && !answered.has(id)).map(({ id }) => id);
}
