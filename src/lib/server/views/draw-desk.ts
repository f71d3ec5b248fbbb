// What a draw by topic and level can take, and what a seed would draw; without keys, and it writes nothing.
import type { DrawRow } from '../../contest/bank/draw-table.ts';
import type { Bilingual } from '../../contest/ids.ts';
import { mayBeAsked } from '../../contest/bank/life.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isQuiz } from '../../contest/rules/parts.ts';
import { allParts } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readLives } from '../stores/find-questions.ts';
import { readRounds } from '../stores/rounds.ts';

export interface DrawDesk {
	contestId: string;
	version: number;
	parts: { code: string; title: Bilingual; questionCount: number }[];
	rounds: number;
	/** By topic: how many may still be drawn of the levels 1, 2 and 3. */
	topics: { topic: string; available: [number, number, number] }[];
}

export async function drawDesk(app: App, seat: Seat, contestId: string): Promise<DrawDesk | Refusal> {
	const refusal = refuseUnless(seat, 'contest:edit', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const free = (await readLives(db, contestId)).filter((life) => !life.isTaken && mayBeAsked(life, contest.bankPolicy));
	const byTopic = Map.groupBy(free, ({ topic }) => topic);
	return {
		contestId,
		version: contest.version,
		parts: allParts(contest.rules)
			.filter(isQuiz)
			.map(({ code, title, questionCount }) => ({ code, title, questionCount })),
		rounds: (await readRounds(db, contestId)).length,
		topics: [...byTopic]
			.map(([topic, lives]) => ({ topic, available: levelsOf(lives) }))
			.sort((one, other) => one.topic.localeCompare(other.topic, 'vi'))
	};
}

function levelsOf(lives: Pick<DrawRow, 'difficulty'>[]): [number, number, number] {
	const of = (level: number) => lives.filter(({ difficulty }) => difficulty === level).length;
	return [of(1), of(2), of(3)];
}
