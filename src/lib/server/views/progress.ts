// Who competes and who has answered the current question; only for consoles.
import type { ContestId } from '../../contest/ids.ts';
import type { Progress } from '../../live/protocol.ts';
import type { App } from '../app.ts';
import { readAnswered } from '../stores/answers.ts';
import { readContestants } from '../stores/people.ts';
import { readLiveRound, readRoundQuestions } from '../stores/rounds.ts';

export async function readProgress(app: App, contestId: ContestId): Promise<Pick<Progress, 'answered' | 'competing'>> {
	const db = app.database.drizzle;
	const competing = (await readContestants(db, contestId))
		.filter((person) => person.status === 'competing')
		.map((person) => ({
			contestantId: person.id,
			number: person.number,
			name: person.fullName,
			unit: person.unitName
		}));
	const round = await readLiveRound(db, contestId);
	const question = round && (await readRoundQuestions(db, round.id))[round.questionIndex]?.question;
	return { competing, answered: round && question ? await readAnswered(db, round.id, question.id) : [] };
}
