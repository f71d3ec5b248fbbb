// Contestants and score summary as sheets of a workbook, with numbers as numbers and days as days; it must not know who may have them.
import type { SheetScore } from '../../contest/result/result.ts';
import type { Bilingual } from '../../contest/ids.ts';
import type { SheetCell, SheetColumn, WorkbookSheet } from '../../formats/write-workbook.ts';
import { m } from '../../paraglide/messages.js';

type Language = 'vi' | 'en';

export interface TabledContestant {
	number: string;
	name: string;
	unit: string;
	gender: string | null;
	/** yyyy-MM-dd */
	birthDate: string | null;
	category: Bilingual | null;
	team: string | null;
	session: Bilingual | null;
	turn: number | null;
	topic: string | null;
}

/** Sessions stand in a column where the rules have any; headers are those the import knows. */
export function contestantSheet(
	{ people, hasSessions }: { people: TabledContestant[]; hasSessions: boolean },
	language: Language
): WorkbookSheet {
	const said = { locale: language };
	return {
		name: m.papers_contestants({}, said),
		columns: [
			{ title: m.paper_order({}, said), kind: 'count', width: 6 },
			...person(language),
			text(m.paper_gender({}, said), 10),
			{ title: m.paper_birth_date({}, said), kind: 'date', width: 13 },
			text(m.paper_category({}, said), 20),
			text(m.paper_team({}, said), 14),
			...(hasSessions ? [text(m.stages_session({}, said), 18)] : []),
			{ title: m.papers_order_turn({}, said), kind: 'count', width: 16 },
			text(m.paper_topic({}, said), 50)
		],
		rows: people.map(
			({ number, name, unit, gender, birthDate, category, team, session, turn, topic }, at): SheetCell[] => [
				at + 1,
				number,
				name,
				unit,
				gender,
				birthDate,
				category?.[language] ?? null,
				team,
				...(hasSessions ? [session?.[language] ?? null] : []),
				turn,
				topic
			]
		)
	};
}

export interface TabledSummary {
	judges: { code: string; name: string }[];
	parts: {
		title: Bilingual;
		rows: {
			number: string;
			name: string;
			unit: string;
			sheets: ({ total: number; counts: SheetScore['counts'] } | null)[];
			penalty: number;
			points: number | null;
		}[];
	}[];
	totals: {
		title: Bilingual;
		columns: { code: string; title: Bilingual }[];
		rows: {
			rank: number | null;
			number: string;
			name: string;
			unit: string;
			points: Record<string, number | null>;
			total: number | null;
			awards: Bilingual[];
		}[];
	}[];
}

/** What the parts add up to first, then a sheet for each judged part. Marks that do not count stand in brackets on paper; here in a column of their own. */
export function summarySheets({ judges, parts, totals }: TabledSummary, language: Language): WorkbookSheet[] {
	const said = { locale: language };
	const points = (title: string): SheetColumn => ({ title, kind: 'points', width: 14 });
	return [
		...totals.map(({ title, columns, rows }) => ({
			name: totals.length > 1 ? title[language] : m.paper_totals({}, said),
			columns: [
				{ title: m.paper_rank({}, said), kind: 'count' as const, width: 8 },
				...person(language),
				...columns.map((column) => points(column.title[language])),
				points(m.paper_total({}, said)),
				text(m.paper_award({}, said), 22)
			],
			rows: rows.map((row): SheetCell[] => [
				row.rank,
				row.number,
				row.name,
				row.unit,
				...columns.map(({ code }) => row.points[code] ?? null),
				row.total,
				row.awards.map((award) => award[language]).join(', ') || null
			])
		})),
		...parts.map(({ title, rows }) => ({
			name: title[language],
			columns: [
				...person(language),
				...judges.map(({ code }) => points(code)),
				text(m.paper_dropped({}, said), 16),
				points(m.paper_penalty({}, said)),
				points(m.paper_part_points({}, said))
			],
			rows: rows.map(({ number, name, unit, sheets, penalty, points: counted }): SheetCell[] => [
				number,
				name,
				unit,
				...sheets.map((sheet) => sheet?.total ?? null),
				judges.flatMap(({ code }, at) => ((sheets[at]?.counts ?? 'yes') === 'yes' ? [] : [code])).join(', ') || null,
				penalty,
				counted
			])
		}))
	];
}

function text(title: string, width: number): SheetColumn {
	return { title, kind: 'text', width };
}

function person(language: Language): SheetColumn[] {
	const said = { locale: language };
	return [text(m.paper_number({}, said), 10), text(m.paper_name({}, said), 30), text(m.paper_unit({}, said), 40)];
}
