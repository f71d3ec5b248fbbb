// Taking a whole contest along as one archive: what the import reads again, of one moment, without anything that is still secret; the log says who took it.
import { z } from 'zod';
import { isKeyTold, refuseArchive } from '../../contest/archive.ts';
import type { ContestId } from '../../contest/ids.ts';
import type { QuestionPicture } from '../../contest/question.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { sha256 } from '../../contest/sha256.ts';
import { writeContestFile } from '../../formats/contest-file/write-contest-file.ts';
import type { QuestionValue } from '../../formats/import-values.ts';
import {
	contestantListSheet,
	judgeSheet,
	rubricSheet,
	situationSheet,
	topicSheet,
	unitSheet
} from '../../formats/list-sheets.ts';
import { questionReport } from '../../formats/questions/question-report.ts';
import { toValue } from '../../formats/questions/stored-question.ts';
import { writeQuestions } from '../../formats/questions/write-questions.ts';
import { writeRulesFile } from '../../formats/rules-file/write-rules-file.ts';
import { workbook, type WorkbookSheet } from '../../formats/write-workbook.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readQuestionKeys, readQuestionsAsAsked } from '../stores/bank.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readPlacedQuestions } from '../stores/placed-questions.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readTurns } from '../stores/turns.ts';
import { changeContest } from './change-contest.ts';
import { contestantImport } from './importing/contestants.ts';
import { judgeImport } from './importing/judges.ts';
import { rubricImport } from './importing/rubrics.ts';
import { situationImport } from './importing/situations.ts';
import { topicImport } from './importing/topics.ts';
import { unitImport } from './importing/units.ts';
import { pictureInBase64 } from './question-pictures.ts';

export interface ArchivedFile {
	path: string;
	/** Made when its turn comes, so that the archive never lies in memory as a whole. */
	bytes(): Promise<Uint8Array>;
}

export interface TakenArchive {
	contestId: ContestId;
	files: ArchivedFile[];
	/** Questions of the bank that are not in it, keys and all. */
	questionsLeft: number;
}

/** Refused to judges with open sheets, and while a key is not told (R321). */
export async function archiveContest(app: App, seat: Seat, given: unknown): Promise<TakenArchive | Refusal> {
	const read = z.strictObject({ contestId: z.uuid() }).safeParse(given);
	if (!read.success) return refuse('input/not-found');
	const { contestId } = read.data;
	const request = { contestId, permission: 'contest:archive' as const, staysPossible: true as const };
	const changed = await changeContest(app, seat, request, async ({ db, contest, record }) => {
		if (seat.kind === 'staff' && (await readBlindTurns(db, contestId, seat.accountId)).size > 0)
			return refuse('access/not-allowed');
		const placed = await readPlacedQuestions(db, contestId);
		const waiting = refuseArchive(placed);
		if (waiting) return waiting;
		const text = writeContestFile(await readContestRecord(db, contest));
		record('archive-taken', { hash: sha256(text) });
		const bank = await readQuestionsAsAsked(db, contestId);
		const told = new Set(placed.filter(isKeyTold).map(({ id }) => id));
		const asked = await wholeQuestions(
			db,
			bank.filter(({ id }) => told.has(id))
		);
		return {
			contestId,
			files: [
				textFile('hoi-thi.json', text),
				textFile('the-le.json', writeRulesFile(contest.rules)),
				...(await lists(db, contestId)),
				...(asked.length > 0 ? questionFiles(app, contestId, asked) : [])
			],
			questionsLeft: bank.length - asked.length
		};
	});
	return isRefusal(changed) ? changed : changed.result;
}

function textFile(path: string, text: string): ArchivedFile {
	return { path, bytes: () => Promise.resolve(new TextEncoder().encode(text)) };
}

type Bank = Awaited<ReturnType<typeof readQuestionsAsAsked>>;

interface WholeQuestion {
	value: QuestionValue;
	picture: QuestionPicture | null;
}

async function wholeQuestions(db: Queryable, questions: Bank): Promise<WholeQuestion[]> {
	const keys = await readQuestionKeys(
		db,
		questions.map(({ id }) => id)
	);
	return questions.flatMap(({ id, ...question }) => {
		const key = keys.get(id);
		return key ? [{ value: toValue(question, key), picture: question.picture }] : [];
	});
}

/** R332: a sheet has no place for pictures; the JSON carries them, read when its turn comes, since a file that is kept never changes. */
function questionFiles(app: App, contestId: ContestId, asked: WholeQuestion[]): ArchivedFile[] {
	const values = asked.map(({ value }) => value);
	return [
		{
			path: 'cau-hoi/cau-hoi-da-hoi.json',
			bytes: async () => new TextEncoder().encode(questionReport(await withPictures(app, contestId, asked), []))
		},
		{ path: 'cau-hoi/cau-hoi-da-hoi.xlsx', bytes: async () => (await writeQuestions(values, 'xlsx')).bytes }
	];
}

async function withPictures(app: App, contestId: ContestId, asked: WholeQuestion[]): Promise<QuestionValue[]> {
	const db = app.database.drizzle;
	const values: QuestionValue[] = [];
	for (const { value, picture } of asked)
		values.push(picture ? { ...value, picture: await pictureInBase64(db, contestId, picture) } : value);
	return values;
}

/** Empty lists are left out. */
async function lists(db: Queryable, contestId: ContestId): Promise<ArchivedFile[]> {
	const spoken = new Set(
		(await readTurns(db, contestId)).flatMap(({ endedAt, situation }) =>
			endedAt !== null && situation ? [situation.code] : []
		)
	);
	// R320 holds for situations too: one leaves when somebody has spoken about it.
	const situations = (await situationImport.existing(db, contestId)).filter(({ code }) => spoken.has(code));
	return [
		sheetFile('don-vi', unitSheet(await unitImport.existing(db, contestId))),
		sheetFile('thi-sinh', contestantListSheet(await contestantImport.existing(db, contestId))),
		sheetFile('giam-khao', judgeSheet(await judgeImport.existing(db, contestId))),
		sheetFile('bang-tieu-chi', rubricSheet(await rubricImport.existing(db, contestId))),
		sheetFile('chuyen-de', topicSheet(await topicImport.existing(db, contestId))),
		sheetFile('tinh-huong', situationSheet(situations))
	].flat();
}

function sheetFile(name: string, sheet: WorkbookSheet): ArchivedFile[] {
	return sheet.rows.length === 0 ? [] : [{ path: `danh-sach/${name}.xlsx`, bytes: () => workbook([sheet]) }];
}
