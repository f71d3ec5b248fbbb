// A quiz round on a fresh database at any point: the sample's people and questions, a clock the test sets, one seat for each phone.
import type { RoundCommand } from '../../src/lib/contest/round.ts';
import type { QuestionId, RoundId } from '../../src/lib/contest/ids.ts';
import type { Choice } from '../../src/lib/contest/question.ts';
import type { App } from '../../src/lib/server/app.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import type { ContestantSeat, StaffSeat } from '../../src/lib/server/seat.ts';
import { readContestants } from '../../src/lib/server/stores/people.ts';
import { readRoundQuestions } from '../../src/lib/server/stores/rounds.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { runRound } from '../../src/lib/server/usecases/run-round.ts';
import { submitAnswer } from '../../src/lib/server/usecases/submit-answer.ts';
import { ok, setupWorld, type World } from './setup-world.ts';

export interface QuizWorld {
	world: World;
	app: App;
	contestId: string;
	roundId: RoundId;
	questions: QuestionId[];
	organiser: StaffSeat;
	/** Everybody who competes, by number. */
	phones: ContestantSeat[];
	now(): number;
	/** Moves the clock. */
	pass(ms: number): void;
	run(...commands: (RoundCommand | RoundCommand['do'])[]): Promise<void>;
	/** A single-choice question is shown and its time runs. */
	toQuestion(): Promise<void>;
	answer(phone: ContestantSeat | undefined, letter: string, given?: GivenAnswer): ReturnType<typeof submitAnswer>;
	close(): Promise<void>;
}

export interface GivenAnswer {
	operation?: string;
	/** Position of its question. */
	question?: number;
	at?: number;
	device?: { epoch: number; counter: number };
	choice?: Choice;
	round?: RoundId;
}

/** LS01, LS02 … have one right answer each. Give a world to have a second contest in it. */
export async function quizWorld(given: { codes?: string[]; world?: World } = {}): Promise<QuizWorld> {
	const { codes = ['LS01', 'LS02'], world = await setupWorld() } = given;
	let now = Date.UTC(2026, 10, 24, 1, 0, 0);
	let taps = 0;
	const app: App = Object.assign(world.app, {
		clock: { now: () => now },
		log: makeLog('silent'),
		printer: null,
		office: null,
		requestBackup: () => {}
	});
	const { contestId, organiser } = await world.contest('chi-trac-nghiem');
	ok(await loadSample(app, organiser, { contestId }));
	const people = await readContestants(app.database.drizzle, contestId);
	const contestantIds = people.map(({ id }) => id);
	ok(await checkInContestant(app, organiser, { contestId, contestantIds, as: 'present' }));
	const made = ok(
		await createRound(app, organiser, { contestId, partCode: 'KT', title: 'Vòng thử', pick: { kind: 'codes', codes } })
	);
	const { roundId } = made.result;
	const questions = (await readRoundQuestions(app.database.drizzle, roundId)).map(({ question }) => question.id);
	const quiz: QuizWorld = {
		world,
		app,
		contestId,
		roundId,
		questions,
		organiser,
		phones: people.map(({ id }) => ({ kind: 'contestant', slipId: id, contestId, contestantId: id, epoch: 0 })),
		now: () => now,
		pass: (ms) => void (now += ms),
		async run(...commands) {
			for (const each of commands) {
				const command = typeof each === 'string' ? { do: each } : each;
				ok(await runRound(app, organiser, { contestId, roundId, command }));
			}
		},
		toQuestion: () => quiz.run('open-lobby', 'show-question', 'start-timer'),
		answer: (phone, letter, given = {}) =>
			submitAnswer(
				app,
				phone ?? { kind: 'anonymous' },
				{
					operation: given.operation ?? crypto.randomUUID(),
					roundId: given.round ?? roundId,
					questionId: questions[given.question ?? 0],
					choice: given.choice ?? { kind: 'options', options: [letter] },
					device: given.device ?? { epoch: 0, counter: ++taps }
				},
				given.at ?? now
			),
		close: () => world.close()
	};
	return quiz;
}
