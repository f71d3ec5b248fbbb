// The result as a workbook of three sheets: ranking, points by part, sheets of the judges; it must not know who may have it.
import type { Bilingual, ContestantId, PartCode } from '../../contest/ids.ts';
import type { FinalResult } from '../../contest/final-result.ts';
import { workbook, type SheetColumn, type WorkbookSheet } from '../../formats/write-workbook.ts';
import { m } from '../../paraglide/messages.js';

type Language = 'vi' | 'en';

export interface RankingFacts {
	parts: { code: PartCode; title: Bilingual }[];
	/** One line per contestant, judged part and judge. */
	marks: { number: string; name: string; part: Bilingual; judge: string; total: number; dropped: boolean }[];
	result: Pick<FinalResult, 'rows' | 'scores'>;
}

export function rankingWorkbook(facts: RankingFacts, language: Language): Promise<Uint8Array> {
	return workbook([rankingSheet(facts, language), partsSheet(facts, language), marksSheet(facts, language)]);
}

function rankingSheet({ result }: RankingFacts, language: Language): WorkbookSheet {
	const said = { locale: language };
	return {
		name: m.paper_sheet_ranking({}, said),
		columns: [
			{ title: m.paper_rank({}, said), kind: 'count' },
			{ title: m.paper_shared({}, said), kind: 'text' },
			...person(language),
			{ title: m.paper_total({}, said), kind: 'points', width: 12 },
			{ title: m.paper_award({}, said), kind: 'text', width: 20 },
			{ title: m.paper_why({}, said), kind: 'text', width: 60 }
		],
		rows: result.rows.map(({ rank, shared, number, name, unit, total, award, why }) => [
			rank,
			shared ? m.paper_shared_yes({}, said) : null,
			number,
			name,
			unit,
			rank === null ? null : total,
			award?.[language] ?? null,
			why[language]
		])
	};
}

function partsSheet({ parts, result }: RankingFacts, language: Language): WorkbookSheet {
	const said = { locale: language };
	const points = (title: string): SheetColumn => ({ title, kind: 'points', width: 16 });
	const scoreOf = (id: ContestantId) => Object.values(result.scores[id] ?? {}).filter((score) => score !== null);
	return {
		name: m.paper_sheet_parts({}, said),
		columns: [
			...person(language),
			...parts.map(({ title }) => points(title[language])),
			points(m.paper_penalty({}, said)),
			{ title: m.paper_right_answers({}, said), kind: 'count', width: 14 },
			points(m.paper_total({}, said))
		],
		rows: result.rows.map((row) => {
			const scores = scoreOf(row.contestantId);
			const right = scores.map(({ details }) => details.rightAnswers).filter((count) => count !== undefined);
			return [
				row.number,
				row.name,
				row.unit,
				...parts.map(({ code }) => row.parts[code] ?? null),
				scores.reduce((sum, { penalty }) => sum + penalty, 0),
				right.length > 0 ? right.reduce((sum, count) => sum + count, 0) : null,
				row.total
			];
		})
	};
}

function marksSheet({ marks }: RankingFacts, language: Language): WorkbookSheet {
	const said = { locale: language };
	return {
		name: m.paper_sheet_judges({}, said),
		columns: [
			{ title: m.paper_number({}, said), kind: 'text', width: 10 },
			{ title: m.paper_name({}, said), kind: 'text', width: 28 },
			{ title: m.paper_part({}, said), kind: 'text', width: 22 },
			{ title: m.paper_judge({}, said), kind: 'text', width: 34 },
			{ title: m.paper_sheet_total({}, said), kind: 'points', width: 14 },
			{ title: m.paper_dropped({}, said), kind: 'text', width: 14 }
		],
		rows: marks.map(({ number, name, part, judge, total, dropped }) => [
			number,
			name,
			part[language],
			judge,
			total,
			dropped ? m.paper_dropped_yes({}, said) : null
		])
	};
}

function person(language: Language): SheetColumn[] {
	const said = { locale: language };
	return [
		{ title: m.paper_number({}, said), kind: 'text', width: 10 },
		{ title: m.paper_name({}, said), kind: 'text', width: 28 },
		{ title: m.paper_unit({}, said), kind: 'text', width: 40 }
	];
}
