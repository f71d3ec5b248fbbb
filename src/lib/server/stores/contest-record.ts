// Everything a result is computed from, read from the tables in one place, so that preview and publication can never read different things.
import { sql } from 'drizzle-orm';
import { mayBeAsked } from '../../contest/bank/life.ts';
import type { ContestId } from '../../contest/ids.ts';
import type { Question } from '../../contest/question.ts';
import type { ContestRecord, RecordedAnswer, RecordedRound } from '../../contest/record/record.ts';
import type { Queryable } from './queryable.ts';
import { readQuestionKeys, readQuestionsAsAsked, readRubrics } from './bank.ts';
import type { ContestRow } from './contests.ts';
import { readDecisions, readGivenPoints } from './decisions.ts';
import { readFrozenLists } from './draws.ts';
import { readLives } from './find-questions.ts';
import { readLateEntries } from './entries.ts';
import { readInterests, standingInterests } from './interests.ts';
import { recordedJudge } from './markers.ts';
import { readContestants, readJudges, readUnits } from './people.ts';
import { readSealedQuestionIds } from './rounds.ts';
import { readEffectiveSheets } from './sheets.ts';
import { readTurns } from './turns.ts';

/**
 * The record of a contest as it is now. Of questions that are not sealed neither key nor answers are in it, unless `keys`
 * asks for all that rounds have or may take: the preflight does, and nothing that ends in a screen.
 */
export async function readContestRecord(
	db: Queryable,
	contest: ContestRow,
	keys: 'sealed' | 'all' = 'sealed'
): Promise<ContestRecord> {
	const { id, name, organiser, place, heldOn, rules } = contest;
	const contestants = await readContestants(db, id);
	const judges = await readJudges(db, id);
	const turns = await readTurns(db, id);
	const sheets = await readEffectiveSheets(db, id);
	const numberOf = new Map(contestants.map((each) => [each.id, each.number]));
	const turnOf = new Map(turns.map((turn) => [turn.id, turn]));
	return {
		format: 'hoithi-contest',
		version: 1,
		contest: { name, organiser, place, heldOn },
		rules,
		rubrics: (await readRubrics(db, id)).map(({ code, name: title, max, criteria }) => ({
			code,
			name: title,
			max,
			criteria: criteria.map(({ bands: _, ...criterion }) => criterion)
		})),
		units: (await readUnits(db, id)).map(({ code, name: title, members, quota }) => ({
			code,
			name: title,
			members,
			quota
		})),
		contestants: contestants.map((each) => ({
			number: each.number,
			name: each.fullName,
			unit: each.unitCode,
			category: each.category,
			cluster: each.cluster,
			team: each.team,
			status: each.status,
			mayWin: each.mayWin,
			route: each.route
		})),
		judges: judges.map(recordedJudge),
		questions: await readRecordedQuestions(db, contest, keys),
		rounds: await readRecordedRounds(db, id, keys),
		answers: await readRecordedAnswers(db, id, numberOf),
		turns: turns.map(({ stage, session, contestant, status, startedAt, endedAt, removedMs }) => ({
			stage,
			contestant: contestant.number,
			session,
			status,
			startedAt,
			endedAt,
			removed: [],
			removedMs
		})),
		sheets: sheets.flatMap(({ turnId, judge, marks, lockedAt }) => {
			const turn = turnOf.get(turnId);
			if (!turn) return [];
			return [
				{
					stage: turn.stage,
					contestant: turn.contestant.number,
					judge: judge.code,
					isLocked: lockedAt !== null,
					marks
				}
			];
		}),
		given: (await readGivenPoints(db, id)).map(({ partCode, number, points, reason }) => ({
			part: partCode,
			contestant: number,
			points,
			reason
		})),
		decisions: await readDecisions(db, id),
		draws: (await readFrozenLists(db, id)).flatMap(({ draw }) => draw ?? []).toReversed(),
		interests: standingInterests(await readInterests(db, id)),
		lateEntries: await readLateEntries(db, id)
	};
}

async function readRecordedQuestions(
	db: Queryable,
	contest: ContestRow,
	which: 'sealed' | 'all'
): Promise<ContestRecord['questions']> {
	const bank = await readQuestionsAsAsked(db, contest.id);
	const wanted = which === 'all' ? await usableOf(db, contest, bank) : await sealedOf(db, contest.id, bank);
	const keys = await readQuestionKeys(
		db,
		wanted.map(({ id }) => id)
	);
	return wanted.flatMap(({ id, code, kind, options, targets }) => {
		const key = keys.get(id);
		if (!key) return [];
		const { correct, tolerance, alsoCorrect = [] } = key;
		return [
			{
				code,
				kind,
				options: options.map((option) => option.id),
				targets: targets.map((target) => target.id),
				key: { correct, tolerance, alsoCorrect },
				points: null
			}
		];
	});
}

/** R282: what a round may still take or has. R286: what a closed set has is judged as if it were free. */
async function usableOf(db: Queryable, { id, bankPolicy }: ContestRow, bank: Question[]): Promise<Question[]> {
	const free = (await readLives(db, id)).filter((life) => mayBeAsked(life, bankPolicy));
	const taken = (await readRecordedRounds(db, id, 'sealed')).flatMap(({ questions }) => questions);
	const usable = new Set([...free.map(({ code }) => code), ...taken.map(({ question }) => question)]);
	return bank.filter(({ code }) => usable.has(code));
}

async function sealedOf(db: Queryable, contestId: ContestId, bank: Question[]): Promise<Question[]> {
	const sealed = await readSealedQuestionIds(db, contestId);
	return bank.filter(({ id }) => sealed.has(id));
}

/** R286: what a sealed set holds stays out while it is closed. */
async function readRecordedRounds(
	db: Queryable,
	contestId: ContestId,
	which: 'sealed' | 'all'
): Promise<RecordedRound[]> {
	const rows = await db.execute<{
		part: string;
		title: string;
		finished: boolean;
		questions: { question: string; allowedMs: number; isSealed: boolean }[] | null;
	}>(sql`
		select r.part_code as part, r.title, r.phase = 'finished' as finished,
			jsonb_agg(jsonb_build_object('question', q.code, 'allowedMs', rq.allowed_ms, 'isSealed', rq.sealed_at is not null)
				order by rq.position) filter (where q.id is not null) as questions
		from round r
		left join round_question rq on rq.round_id = r.id
			and (${which === 'all'} or r.set_salt is null or r.set_opened_at is not null)
		left join question q on q.id = rq.question_id
		where r.contest_id = ${contestId}
		group by r.id order by r.position`);
	return rows.map(({ part, title, finished, questions }) => ({
		part,
		title,
		questions: questions ?? [],
		isFinished: finished
	}));
}

/** INV-3: of each contestant's answers to a question the one with the greatest ordinal, once the question is sealed. */
async function readRecordedAnswers(
	db: Queryable,
	contestId: ContestId,
	numberOf: Map<string, string>
): Promise<RecordedAnswer[]> {
	const rows = await db.execute<{
		contestant_id: string;
		question: string;
		choice: RecordedAnswer['choice'];
		used_ms: number;
	}>(sql`
		select distinct on (a.round_id, a.question_id, a.contestant_id) a.contestant_id, q.code as question, a.choice, a.used_ms
		from answer a
		join round_question rq on rq.round_id = a.round_id and rq.question_id = a.question_id and rq.sealed_at is not null
		join question q on q.id = a.question_id
		where a.contest_id = ${contestId}
		order by a.round_id, a.question_id, a.contestant_id, a.ordinal desc`);
	return rows.map(({ contestant_id, question, choice, used_ms }) => ({
		contestant: numberOf.get(contestant_id) ?? '',
		question,
		choice,
		usedMs: Number(used_ms)
	}));
}
