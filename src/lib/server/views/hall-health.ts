// Whether everybody is with us: each contestant's line and answer, the nodes, the database, Redis; whole, for organisers only.
import type { ContestId } from '../../contest/ids.ts';
import type { Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { countAnswersSince } from '../stores/answer-rate.ts';
import { readAnswered } from '../stores/answers.ts';
import { measureRoundTrip } from '../stores/database-health.ts';
import { heardWithinMs, readNodes } from '../stores/nodes.ts';
import { readContestants } from '../stores/people.ts';
import { readLiveRound, readRoundQuestions } from '../stores/rounds.ts';

/** `unsent`: connected, the question's time has begun, and nothing of them is stored. */
export type LineState = 'answered' | 'unsent' | 'here' | 'away';

export interface ContestantLine {
	number: string;
	name: string;
	unit: string;
	state: LineState;
	/** One may have answered and be gone. */
	isConnected: boolean;
	/** Round trip of the last ping, ms; null while it is not known. */
	delayMs: number | null;
}

export interface NodeState {
	name: string;
	version: string;
	/** False when it has told nothing for several seconds: it hangs, or it died. */
	isHeard: boolean;
	connections: { contestants: number; others: number };
	redis: 'none' | 'connected' | 'away';
}

export interface HallHealth {
	/** Server time, ms since the epoch. */
	at: number;
	/** The question whose time has begun; null when there is none. */
	question: { number: number; of: number; takesAnswers: boolean } | null;
	people: ContestantLine[];
	screens: number;
	judges: number;
	/** Over the last five seconds, in tenths of an answer. */
	answersPerSecondTenths: number;
	nodes: NodeState[];
	databaseMs: number;
}

const rateMs = 5_000;

export async function readHallHealth(app: App, seat: Seat, contestId: ContestId): Promise<HallHealth | Refusal> {
	const refusal = refuseUnless(seat, 'machine:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const databaseMs = Math.ceil(await measureRoundTrip(db));
	const nodes = await readNodes(db);
	const heard = nodes.filter(({ silentMs }) => silentMs < heardWithinMs);
	const now = await readQuestionNow(app, contestId);
	const delays = new Map<string, number | null>();
	for (const { contestants } of heard)
		for (const [contest, contestantId, delayMs] of contestants)
			if (contest === contestId) delays.set(contestantId, delayMs);
	const stateOf = (id: string): LineState => {
		if (now?.answered.has(id)) return 'answered';
		if (!delays.has(id)) return 'away';
		return now ? 'unsent' : 'here';
	};
	const sum = (audience: 'screen' | 'judge') => heard.reduce((all, { connections }) => all + connections[audience], 0);
	return {
		at: app.clock.now(),
		question: now && { number: now.number, of: now.of, takesAnswers: now.takesAnswers },
		people: (await readContestants(db, contestId))
			.filter(({ status }) => status === 'competing')
			.map(({ id, number, fullName, unitName }) => ({
				number,
				name: fullName,
				unit: unitName,
				state: stateOf(id),
				isConnected: delays.has(id),
				delayMs: delays.get(id) ?? null
			})),
		screens: sum('screen'),
		judges: sum('judge'),
		answersPerSecondTenths: Math.round(((now?.recent ?? 0) * 10_000) / rateMs),
		nodes: nodes.map(({ name, version, connections, redis, silentMs }) => ({
			name,
			version,
			isHeard: silentMs < heardWithinMs,
			connections: {
				contestants: connections.contestant,
				others: Object.values(connections).reduce((all, each) => all + each, 0) - connections.contestant
			},
			redis
		})),
		databaseMs
	};
}

async function readQuestionNow(app: App, contestId: ContestId) {
	const db = app.database.drizzle;
	const round = await readLiveRound(db, contestId);
	if (!round) return null;
	const questions = await readRoundQuestions(db, round.id);
	const question = questions[round.questionIndex]?.question;
	if (!question || round.phase === 'shown') return null;
	const since = app.clock.now() - rateMs;
	return {
		number: round.questionIndex + 1,
		of: questions.length,
		takesAnswers: round.phase === 'running' || round.phase === 'closing',
		answered: new Set(await readAnswered(db, round.id, question.id)),
		recent: await countAnswersSince(db, { roundId: round.id, questionId: question.id, since })
	};
}
