// A whole contest on its way out as one ZIP: what was taken along, results, log, papers and entries, each file made when its turn comes. Who may take it was asked before.
import { firstHash } from '../../contest/event-chain.ts';
import { isRefusal, type Refusal } from '../../contest/refusal.ts';
import { writeZip, type ZipEntry } from '../../formats/write-zip.ts';
import { workbook } from '../../formats/write-workbook.ts';
import type { App } from '../app.ts';
import { archiveReadme } from '../documents/archive-readme.ts';
import { versionSheet, type TabledVersion } from '../documents/archive-tables.ts';
import { summarySheets } from '../documents/contest-tables.ts';
import { rankingWorkbook } from '../documents/ranking-workbook.ts';
import type { Seat } from '../seat.ts';
import { readEvents, type ContestEventRow } from '../stores/events.ts';
import { readQuestionUses, readVersionsOf } from '../stores/question-versions.ts';
import { countingFiles, servedZip } from './entry-files.ts';
import { marksOf } from './ranking-export.ts';
import { scoreSummary, type ScoreSummary } from './score-summary.ts';
import type { ServedFile } from './served-file.ts';

export interface MadeFile {
	path: string;
	bytes(): Promise<Uint8Array>;
}

export interface ArchivedPaper {
	/** Without folder and ending. */
	name: string;
	/** Null when it could not be printed now. */
	print(): Promise<Uint8Array | null>;
}

export interface ArchiveWish {
	/** What was taken along under the contest's lock, with how many questions were left. */
	taken: { contestId: string; files: MadeFile[]; questionsLeft: number };
	/** Null where the machine prints none. */
	papers: ArchivedPaper[] | null;
	language: 'vi' | 'en';
}

export async function contestArchive(app: App, seat: Seat, wish: ArchiveWish): Promise<ServedFile | Refusal> {
	const { contestId } = wish.taken;
	const summary = await scoreSummary(app, seat, contestId, 'contest:archive');
	if (isRefusal(summary)) return summary;
	const entries = await countingFiles(app, contestId);
	if (isRefusal(entries)) return entries;
	return servedZip(`hoi-thi-${summary.contest.heldOn}`, writeZip(filesOf(app, wish, summary, entries)));
}

async function* filesOf(
	app: App,
	{ taken, papers, language }: ArchiveWish,
	summary: ScoreSummary,
	entries: ZipEntry[]
): AsyncGenerator<ZipEntry> {
	const at = new Date(app.clock.now());
	const paths: string[] = [];
	const made = (path: string, bytes: Uint8Array): ZipEntry => {
		paths.push(path);
		return { path, at, size: bytes.length, pieces: () => once(bytes) };
	};
	const contest = summary.contest.name;
	const facts = { contest, marks: marksOf(summary), standings: summary.standings };
	const tables: MadeFile[] = [
		{ path: 'cau-hoi/cac-phien-ban.xlsx', bytes: () => versionWorkbook(app, taken.contestId, { contest, language }) },
		{ path: 'ket-qua/ket-qua.xlsx', bytes: () => rankingWorkbook(facts, language) },
		{
			path: 'ket-qua/tong-hop-diem.xlsx',
			bytes: () => workbook(summarySheets(summary, language), { contest, language })
		}
	];
	for (const { path, bytes } of [...taken.files, ...tables]) yield made(path, await bytes());
	const events = await readEvents(app.database.drizzle, taken.contestId);
	yield made('nhat-ky/nhat-ky.jsonl', logText(events));
	const notPrinted: string[] = [];
	for (const { name, print } of papers ?? []) {
		const bytes = await print();
		if (bytes) yield made(`van-ban/${name}.pdf`, bytes);
		else notPrinted.push(name);
	}
	for (const entry of entries) yield { ...entry, path: `ho-so/${entry.path}` };
	const readme = archiveReadme({
		...{ name: summary.contest.name, at: at.getTime(), paths, entries: entries.length },
		log: { count: events.length, hash: events.at(-1)?.hash ?? firstHash },
		...{ questionsLeft: taken.questionsLeft, notPrinted: papers && notPrinted }
	});
	yield made('README.txt', readme);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

/** A line of JSON for each line of the log, with everything its hash is counted from (R70). */
function logText(events: ContestEventRow[]): Uint8Array {
	const lines = events.map(({ sequence, at, actor, kind, payload, previousHash, hash }) =>
		JSON.stringify({ sequence, at, actor, kind, payload, previousHash, hash })
	);
	return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}

async function versionWorkbook(
	app: App,
	contestId: string,
	{ contest, language }: { contest: string; language: 'vi' | 'en' }
): Promise<Uint8Array> {
	const db = app.database.drizzle;
	const uses = await readQuestionUses(db, contestId);
	const rounds = new Map(uses.flatMap((use) => (use.isSecret ? [] : [[use.questionId, use.title]])));
	const versions = (await readVersionsOf(db, contestId)).map((row): TabledVersion => ({
		code: row.code,
		version: row.version,
		round: rounds.get(row.id) ?? null,
		acts: {
			write: { name: row.madeByName, at: row.madeAt },
			review: { name: row.reviewedByName, at: row.reviewedAt },
			approve: { name: row.approvedByName, at: row.approvedAt },
			retire: { name: row.retiredByName, at: row.retiredAt }
		},
		retiredReason: row.retiredReason
	}));
	return workbook([versionSheet(versions, language)], { contest, language });
}
