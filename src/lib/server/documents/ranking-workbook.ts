// The result as a workbook: each ranking with its points, then the sheets of the judges; it must not know who may have it.
import type { Bilingual } from '../../contest/ids.ts';
import { countsWords } from '../../contest/result/breakdown-words.ts';
import type { SheetScore, StageResult } from '../../contest/result/result.ts';
import type { StandingTable } from '../../contest/standing-table.ts';
import { workbook, type SheetColumn, type WorkbookSheet } from '../../formats/write-workbook.ts';
import { m } from '../../paraglide/messages.js';

type Language = 'vi' | 'en';

export interface RankingFacts {
	/** Its name. */
	contest: string;
	/** One line per contestant, judged part and judge. */
	marks: {
		number: string;
		name: string;
		part: Bilingual;
		judge: string;
		total: number;
		counts: SheetScore['counts'];
	}[];
	standings: { tables: StandingTable[]; result: { stages: StageResult[] } };
}

export function rankingWorkbook({ contest, marks, standings }: RankingFacts, language: Language): Promise<Uint8Array> {
	const { tables, result } = standings;
	const said = { locale: language };
	const named = (name: string) =>
		tables.map((table, at) => ({ table, name: numbered(name, tables.length, at) })).reverse();
	const sheets = [
		...named(m.paper_sheet_ranking({}, said)).map(({ table, name }) => rankingSheet(table, name, language)),
		...named(m.paper_sheet_parts({}, said)).map(({ table, name }) => partsSheet(table, result, name, language)),
		marksSheet(marks, language)
	];
	return workbook(sheets, { contest, language });
}

/** Excel allows 31 characters and no stroke: numbered when there are several. */
function numbered(name: string, of: number, at: number): string {
	return of > 1 ? `${name} ${at + 1}` : name;
}

function rankingSheet({ rows }: StandingTable, name: string, language: Language): WorkbookSheet {
	const said = { locale: language };
	return {
		name,
		columns: [
			{ title: m.paper_rank({}, said), kind: 'count' },
			{ title: m.paper_shared({}, said), kind: 'text' },
			...person(language),
			{ title: m.paper_total({}, said), kind: 'points', width: 12 },
			{ title: m.paper_award({}, said), kind: 'text', width: 20 },
			{ title: m.paper_why({}, said), kind: 'text', width: 60 }
		],
		rows: rows.map(({ rank, shared, number, name: who, unit, total, awards, why }) => [
			rank,
			shared ? m.paper_shared_yes({}, said) : null,
			number,
			who,
			unit,
			rank === null ? null : total,
			awards.map((award) => award[language]).join(', ') || null,
			why[language]
		])
	};
}

function partsSheet(
	{ stage, columns, rows }: StandingTable,
	{ stages }: { stages: StageResult[] },
	name: string,
	language: Language
): WorkbookSheet {
	const said = { locale: language };
	const points = (title: string): SheetColumn => ({ title, kind: 'points', width: 16 });
	const places = stages.find((each) => each.stage === stage)?.rankings.flatMap((ranking) => ranking.places) ?? [];
	const scores = new Map(places.map(({ contestant, score }) => [contestant, Object.values(score.parts)]));
	return {
		name,
		columns: [
			...person(language),
			...columns.map(({ title }) => points(title[language])),
			points(m.paper_penalty({}, said)),
			{ title: m.paper_right_answers({}, said), kind: 'count', width: 17 },
			points(m.paper_total({}, said))
		],
		rows: rows.map((row) => {
			const parts = (scores.get(row.number) ?? []).filter((score) => score !== null);
			const right = parts.flatMap(({ detail }) => (detail.kind === 'quiz' ? [detail.rightAnswers] : []));
			return [
				row.number,
				row.name,
				row.unit,
				...columns.map(({ code }) => row.points[code] ?? null),
				parts.reduce((sum, { penalty }) => sum + penalty, 0),
				right.length > 0 ? right.reduce((sum, count) => sum + count, 0) : null,
				row.total
			];
		})
	};
}

function marksSheet(marks: RankingFacts['marks'], language: Language): WorkbookSheet {
	const said = { locale: language };
	return {
		name: m.paper_sheet_judges({}, said),
		columns: [
			{ title: m.paper_number({}, said), kind: 'text', width: 10 },
			{ title: m.paper_name({}, said), kind: 'text', width: 30 },
			{ title: m.paper_part({}, said), kind: 'text', width: 22 },
			{ title: m.paper_judge({}, said), kind: 'text', width: 34 },
			{ title: m.paper_sheet_total({}, said), kind: 'points', width: 14 },
			{ title: m.paper_dropped({}, said), kind: 'text', width: 36 }
		],
		rows: marks.map(({ number, name, part, judge, total, counts }) => [
			number,
			name,
			part[language],
			judge,
			total,
			counts === 'yes' ? null : countsWords[counts][language]
		])
	};
}

function person(language: Language): SheetColumn[] {
	const said = { locale: language };
	return [
		{ title: m.paper_number({}, said), kind: 'text', width: 10 },
		{ title: m.paper_name({}, said), kind: 'text', width: 30 },
		{ title: m.paper_unit({}, said), kind: 'text', width: 46 }
	];
}
