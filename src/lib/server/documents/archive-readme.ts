// What an archive of a contest says of itself: each file in it, and what is not in it. In Vietnamese, then in English; it must not know how the files are made.
import { vietnamTime } from '../../contest/entries/entry.ts';
import { m } from '../../paraglide/messages.js';

export interface ArchiveFacts {
	name: string;
	/** ms since the epoch */
	at: number;
	/** Where the log ends. */
	log: { count: number; hash: string };
	/** Of everything but entries, in the order in which it was written. */
	paths: string[];
	entries: number;
	/** Questions of the bank that are not in it. */
	questionsLeft: number;
	/** Papers that were asked for and could not be printed; null where this machine prints none. */
	notPrinted: string[] | null;
}

type Say = (inputs: Record<string, never>, said: { locale: 'vi' | 'en' }) => string;

const explained: Record<string, Say> = {
	'hoi-thi.json': m.archive_file_contest,
	'the-le.json': m.archive_file_rules,
	'danh-sach/don-vi.xlsx': m.archive_file_units,
	'danh-sach/thi-sinh.xlsx': m.archive_file_contestants,
	'danh-sach/giam-khao.xlsx': m.archive_file_judges,
	'danh-sach/bang-tieu-chi.xlsx': m.archive_file_rubrics,
	'danh-sach/chuyen-de.xlsx': m.archive_file_topics,
	'danh-sach/tinh-huong.xlsx': m.archive_file_situations,
	'cau-hoi/cau-hoi-da-hoi.json': m.archive_file_questions,
	'cau-hoi/cau-hoi-da-hoi.xlsx': m.archive_file_question_sheet,
	'cau-hoi/cac-phien-ban.xlsx': m.archive_file_versions,
	'ket-qua/ket-qua.xlsx': m.archive_file_ranking,
	'ket-qua/tong-hop-diem.xlsx': m.archive_file_summary
};

/** With the mark and the line ends by which every Windows opens it rightly. */
export function archiveReadme(facts: ArchiveFacts): Uint8Array {
	const text = (['vi', 'en'] as const).map((language) => linesIn(facts, language).join('\r\n')).join('\r\n\r\n\r\n');
	return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

function linesIn(facts: ArchiveFacts, locale: 'vi' | 'en'): string[] {
	const said = { locale };
	const { name, at, log, paths, entries, questionsLeft, notPrinted } = facts;
	const told = paths.flatMap((path) => (explained[path] ? [line(path, explained[path]({}, said))] : []));
	const papers = paths.filter((path) => path.startsWith('van-ban/')).length;
	return [
		m.archive_readme_title({ name }, said).toLocaleUpperCase('vi'),
		m.archive_readme_made({ time: vietnamTime(at) }, said),
		'',
		m.archive_readme_holds({}, said),
		...told,
		line('nhat-ky/nhat-ky.jsonl', m.archive_file_log({ count: log.count, hash: log.hash }, said)),
		...(papers > 0 ? [line('van-ban/', m.archive_file_papers({ count: papers }, said))] : []),
		...(entries > 0 ? [line('ho-so/', m.archive_file_entries({ count: entries }, said))] : []),
		'',
		m.archive_readme_lacks({}, said),
		`- ${m.archive_lacks_secrets({}, said)}`,
		`- ${m.archive_lacks_questions({ count: questionsLeft }, said)}`,
		`- ${m.archive_lacks_situations({}, said)}`,
		`- ${m.archive_lacks_remarks({}, said)}`,
		`- ${m.archive_lacks_files({}, said)}`,
		...(notPrinted === null ? [`- ${m.archive_lacks_printer({}, said)}`] : []),
		...(notPrinted && notPrinted.length > 0
			? [`- ${m.archive_lacks_papers({ papers: notPrinted.join(', ') }, said)}`]
			: []),
		'',
		m.archive_readme_personal({}, said),
		m.archive_readme_backup({}, said)
	];
}

const line = (path: string, what: string) => `- ${path}: ${what}`;
