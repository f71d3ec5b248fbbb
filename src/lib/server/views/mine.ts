// What one contestant alone may see: own answer, own outcome after the reveal, own standing when shown, own turn.
import type { ContestantId } from '../../contest/ids.ts';
import type { Mine, TurnView } from '../../contest/stage.ts';
import { tellsMore } from '../../contest/result/plain-place.ts';
import { currentTables, noPlaceYet, type StandingRow } from '../../contest/standing-table.ts';
import type { App } from '../app.ts';
import { readEffectiveAnswers, type EffectiveAnswer } from '../stores/answers.ts';
import { readNamesOf } from '../stores/people.ts';
import { readQuestionOutcomes } from '../stores/rounds.ts';
import type { Hall } from './hall.ts';

/** `Mine` of each of these contestants of one hall, read together. */
export async function readMineOf(
	app: App,
	hall: Hall,
	contestantIds: ContestantId[]
): Promise<Map<ContestantId, Mine>> {
	const db = app.database.drizzle;
	const people = await readNamesOf(db, hall.contest.id, contestantIds);
	const question = hall.round?.questions[hall.round.state.questionIndex]?.question;
	const answers =
		hall.round && question ? await readEffectiveAnswers(db, hall.round.row.id, question.id, contestantIds) : [];
	const answerOf = new Map(answers.map((answer) => [answer.contestantId, answer]));
	const isRevealed = hall.round?.state.phase === 'revealed';
	const outcomes =
		hall.round && question && isRevealed
			? await readQuestionOutcomes(db, hall.round.row.id, question.id, contestantIds)
			: [];
	const outcomeOf = new Map(outcomes.map((outcome) => [outcome.contestantId, outcome]));

	return new Map(
		people.map((person) => {
			const answer = answerOf.get(person.id);
			const outcome = outcomeOf.get(person.id);
			const mine: Mine = {
				version: hall.contest.version,
				person: { contestantId: person.id, number: person.number, name: person.fullName, unit: person.unitName },
				listedAs: hall.codeNames?.get(person.number) ?? person.number,
				epoch: person.deviceEpoch,
				extraPercent: person.extraPercent,
				answer: answer && question ? answerView(question.id, answer) : null,
				outcome:
					question && isRevealed
						? {
								questionId: question.id,
								right: outcome?.isRight ?? false,
								points: outcome?.points ?? 0,
								answered: outcome?.answered ?? false
							}
						: null,
				standing: standingOf(hall, person.number),
				turn: turnOf(hall, person.id)
			};
			return [person.id, mine];
		})
	);
}

function answerView(questionId: string, answer: EffectiveAnswer): Mine['answer'] {
	const { choice, receivedAt, ordinal, sequence, counter } = answer;
	return { questionId, choice, receipt: { savedAt: receivedAt, ordinal, sequence, counter } };
}

function standingOf(hall: Hall, number: string): Mine['standing'] {
	if (!hall.contest.standingsShown || !hall.standings) return null;
	const { isComplete } = hall.standings;
	const table = currentTables(hall.standings.tables).find(({ rows }) => rows.some((row) => row.number === number));
	const row = table?.rows.find((each) => each.number === number);
	if (!table || !row) return null;
	const hasPlace = ({ rank, total }: StandingRow) => rank !== null && (isComplete || total > 0);
	const of = table.rows.filter(hasPlace).length;
	const { rank, shared, total, why } = row;
	if (!isComplete && total === 0) return { rank: null, shared: false, total, of, why: noPlaceYet };
	/** Nobody is first alone: the phone names no rank then, and its reason would. */
	const isAlone = rank !== null && of === 1;
	/** R325: why somebody stands where they do names others. */
	const isTold = tellsMore(row) && !isAlone && hall.codeNames === null;
	return { rank, shared, total, of, why: isTold ? why : { vi: '', en: '' } };
}

function turnOf(hall: Hall, contestantId: ContestantId): Mine['turn'] {
	const turn = hall.turns.find((each) => each.presenter.contestantId === contestantId);
	if (!turn) return null;
	const isBefore = ({ status, position }: TurnView) =>
		isOnItsWay(status) || (status === 'waiting' && position < turn.position);
	const ahead = isOnItsWay(turn.status) ? 0 : hall.turns.filter((each) => each !== turn && isBefore(each)).length;
	return { position: turn.position, of: turn.of, status: turn.status, topic: turn.topic, ahead };
}

/** Called or on stage: comes before all who wait, whatever the running order says. */
function isOnItsWay(status: TurnView['status']): boolean {
	return status === 'called' || status === 'on_stage' || status === 'running';
}
