// Which presentations may be held against each other (R147), and what each panel gave them; it must not know names or who asks.
import type { Bilingual, PanelCode, StageCode } from '../ids.ts';
import type { ContestantNumber, ContestRecord, JudgeCode, RecordedTurn } from '../record/record.ts';
import { seatsOf } from '../result/expected-judges.ts';
import { indexRecord, type RecordIndex } from '../result/record-index.ts';
import { whoMarks, type Markers } from '../result/who-marks.ts';
import { sheetTotal } from '../rubric.ts';
import { isJudged, type JudgedPart } from '../rules/parts.ts';
import type { Stage } from '../rules/rules.ts';
import { lackingJudges } from '../whole-turn.ts';
import type { MarkTable } from './mark-table.ts';

export interface WholePanels {
	/** In the order of their numbers. */
	contestants: ContestantNumber[];
	/** Competing contestants of the stage whose panel is not whole yet. */
	open: number;
	panels: PanelTable[];
}

export interface PanelTable {
	panel: PanelCode;
	title: Bilingual;
	/** The columns, in the order of their codes; the rows are `contestants` of above. */
	judges: JudgeCode[];
	/** Totals over all parts of the panel; null where the judge did not mark all of them. */
	table: MarkTable;
}

/** R147: turns that have ended and whose every expected sheet is locked and complete; nothing of any other sheet is looked at. */
export function wholePanels(
	record: ContestRecord,
	stageCode: StageCode,
	isHidden: (contestant: ContestantNumber) => boolean
): WholePanels {
	const index = indexRecord(record);
	const stage = index.rules.stages.find(({ code }) => code === stageCode);
	const turns = index.turns.get(stageCode);
	if (!stage || !turns) return { contestants: [], open: 0, panels: [] };
	const markers = whoMarks(index, stage);
	const held = index.inOrder.flatMap(({ number, status }) => {
		const turn = turns.get(number);
		return turn && turn.status !== 'absent' && status === 'competing' ? [turn] : [];
	});
	const whole = held.filter((turn) => !isHidden(turn.contestant) && isWhole(index, markers, turn));
	return {
		contestants: whole.map(({ contestant }) => contestant),
		open: held.length - whole.length,
		panels: panelsOf(stage).map(({ code, title, parts }) => panelTable(index, stageCode, { code, title, parts }, whole))
	};
}

function isWhole(index: RecordIndex, markers: Markers, turn: RecordedTurn): boolean {
	const isExpected = markers.of(turn.contestant, turn.session).size > 0;
	return turn.status === 'ended' && isExpected && lackingJudges(index, markers, turn).length === 0;
}

interface PanelParts {
	code: PanelCode;
	title: Bilingual;
	parts: { part: JudgedPart; panel: JudgedPart['panels'][number] }[];
}

/** A panel that marks several parts is one panel. */
function panelsOf({ parts }: Stage): PanelParts[] {
	const found = new Map<PanelCode, PanelParts>();
	for (const part of parts.filter(isJudged))
		for (const panel of part.panels) {
			const { code, title } = panel;
			const own = found.get(code) ?? { code, title, parts: [] };
			own.parts.push({ part, panel });
			found.set(code, own);
		}
	return [...found.values()];
}

function panelTable(
	index: RecordIndex,
	stageCode: StageCode,
	{ code, title, parts }: PanelParts,
	whole: RecordedTurn[]
): PanelTable {
	const seats = parts.map(({ part, panel }) => ({ part, seats: seatsOf(index, stageCode, part, panel) }));
	const totals = whole.map(({ stage, contestant, session }) => {
		const marks = new Map((index.sheets.get(stage)?.get(contestant) ?? []).map((sheet) => [sheet.judge, sheet.marks]));
		const byPart = seats.map(({ part, seats: each }) => ({ part, codes: each.markersFor(contestant, session) }));
		const everywhere = (byPart[0]?.codes ?? []).filter((judge) => byPart.every(({ codes }) => codes.includes(judge)));
		return new Map(
			everywhere.map((judge) => [
				judge,
				byPart.reduce((sum, { part }) => {
					const rubric = index.rubrics.get(part.rubric);
					return sum + (rubric ? sheetTotal(rubric, marks.get(judge) ?? {}) : 0);
				}, 0)
			])
		);
	});
	const judges = [...new Set(totals.flatMap((row) => [...row.keys()]))].sort();
	return { panel: code, title, judges, table: totals.map((row) => judges.map((judge) => row.get(judge) ?? null)) };
}
