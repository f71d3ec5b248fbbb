// What a contest file may refer to, by code, and the problem of a reference to nothing; it must not know who refers.
import type { Bilingual } from '../../contest/ids.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { allParts, type Stage } from '../../contest/rules/rules.ts';
import type { FileProblem } from '../json-document/file-problem.ts';
import { quoted } from '../json-document/json-path.ts';

/** Everything of one kind that there is. */
export interface Directory {
	/** One of them, as a sentence calls it. */
	what: Bilingual;
	/** Where they are listed in the file. */
	list: string;
	codes: ReadonlySet<string>;
}

export interface Directories {
	contestants: Directory;
	units: Directory;
	teams: Directory;
	judges: Directory;
	questions: Directory;
	stages: Directory;
	parts: Directory;
	quizParts: Directory;
	givenParts: Directory;
	judgedParts: Directory;
	panels: Directory;
	sessions: Directory;
	criteria: Directory;
	awards: Directory;
}

export function directoriesOf({ rules, ...record }: ContestRecord): Directories {
	const parts = allParts(rules);
	const partsOf = (vi: string, en: string, which: typeof parts) =>
		directory(vi, en, 'rules.stages[].parts', which, ({ code }) => code);
	const judged = parts.filter(isJudged);
	const teams = record.contestants.flatMap(({ team }) => (team === null ? [] : [team]));
	return {
		contestants: directory('thí sinh', 'contestant', 'contestants', record.contestants, ({ number }) => number),
		units: directory('đơn vị', 'unit', 'units', record.units, ({ code }) => code),
		teams: directory(
			'đơn vị hoặc đội',
			'unit or team',
			'units',
			[...record.units.map(({ code }) => code), ...teams],
			same
		),
		judges: directory('giám khảo', 'judge', 'judges', record.judges, ({ code }) => code),
		questions: directory('câu hỏi', 'question', 'questions', record.questions, ({ code }) => code),
		stages: directory('vòng thi', 'stage', 'rules.stages', rules.stages, ({ code }) => code),
		parts: partsOf('phần thi', 'part', parts),
		quizParts: partsOf(
			'phần thi trắc nghiệm',
			'quiz part',
			parts.filter(({ kind }) => kind === 'quiz')
		),
		givenParts: partsOf(
			'phần thi do Ban Tổ chức cho điểm',
			'part with given points',
			parts.filter(({ kind }) => kind === 'given')
		),
		judgedParts: partsOf('phần thi do giám khảo chấm', 'judged part', judged),
		panels: directory(
			'ban giám khảo',
			'panel',
			'rules.stages[].parts[].panels',
			judged.flatMap(({ panels }) => panels),
			({ code }) => code
		),
		sessions: sessionsOf(rules.stages),
		criteria: directory(
			'tiêu chí',
			'criterion',
			'rubrics[].criteria',
			record.rubrics.flatMap(({ criteria }) => criteria),
			({ code }) => code
		),
		awards: directory('giải thưởng', 'award', 'rules.awards', rules.awards, ({ code }) => code)
	};
}

export function sessionsOf(stages: Stage[]): Directory {
	const sessions = stages.flatMap((stage) => stage.sessions);
	return directory('buổi thi', 'session', 'rules.stages[].sessions', sessions, ({ code }) => code);
}

export function directory<Item>(
	vi: string,
	en: string,
	list: string,
	items: readonly Item[],
	codeOf: (item: Item) => string
): Directory {
	return { what: { vi, en }, list, codes: new Set(items.map(codeOf)) };
}

const same = (code: string) => code;

/** A problem when the code names nothing of that kind; null names nothing on purpose. */
export function reference({ what, list, codes }: Directory, code: string | null, path: string): FileProblem[] {
	if (code === null || codes.has(code)) return [];
	return [
		{
			code: 'names-nothing',
			path,
			message: {
				vi: `Cần mã của một ${what.vi} có trong ${list}, gặp ${quoted(code)}.`,
				en: `Needs the code of a ${what.en} that stands in ${list}, found ${quoted(code)}.`
			}
		}
	];
}
