// How hard the asked questions were and how well they told people apart, as a list and as a file; no key and no name is in it.
import { questionStatistics } from '../../contest/bank/statistics.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import {
	statisticsCsv,
	statisticsWorkbook,
	type CountedQuestion,
	type WrittenFile
} from '../documents/statistics-file.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readQuestionsAsAsked } from '../stores/bank.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readContest } from '../stores/contests.ts';

/** In the order they were asked. */
export async function askedQuestions(app: App, seat: Seat, contestId: string): Promise<CountedQuestion[] | Refusal> {
	const refusal = refuseUnless(seat, 'bank:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const said = new Map((await readQuestionsAsAsked(db, contestId)).map((question) => [question.code, question]));
	return questionStatistics(await readContestRecord(db, contest)).flatMap((counted) => {
		const question = said.get(counted.code);
		return question
			? [{ ...counted, topic: question.topic, difficulty: question.difficulty, text: question.text }]
			: [];
	});
}

export async function statisticsFile(
	app: App,
	seat: Seat,
	contestId: string,
	{ as, language }: { as: 'csv' | 'xlsx'; language: 'vi' | 'en' }
): Promise<WrittenFile | Refusal> {
	const asked = await askedQuestions(app, seat, contestId);
	if ('refused' in asked) return asked;
	return as === 'csv' ? statisticsCsv(asked, language) : statisticsWorkbook(asked, language);
}
