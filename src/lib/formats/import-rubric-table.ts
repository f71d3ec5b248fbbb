// Rubrics in a spreadsheet → preview of rubrics: rows of one criterion belong together, blank cells repeat the row above.
import { parsePoints } from '../contest/points.ts';
import { buildTable } from './build-table.ts';
import { isCode } from './code-cell.ts';
import { knownBy, matchColumns } from './columns.ts';
import { linesOf } from './duplicates.ts';
import type { BandValue, CriterionValue, RubricValue } from './import-values.ts';
import { found, type Preview, refusedFile } from './problem.ts';
import { readRawRows } from './read-table.ts';
import type { ImportChoices } from './reading/choices.ts';
import { gridOf, shapeOf } from './reading/table-shape.ts';
import { rejectedOf } from './rejected.ts';
import { RowDraft } from './row-draft.ts';
import { rubricColumns, type RubricColumn } from './rubric-columns.ts';
import { checkBands, checkCriterion, checkRubric, type RubricField, type RubricPlace } from './rubric-rules.ts';
import { codeKey, foldVietnamese } from './vietnamese-text.ts';

type Row = RowDraft<RubricColumn>;

/** Rows with one code, in file order; never empty. */
interface Group {
	code: string;
	rows: [Row, ...Row[]];
}

/** As `parseRubrics`; a rubric's `line` is that of its first row, and one bad row keeps the whole rubric out. */
export async function parseRubricTable(bytes: Uint8Array, choices: ImportChoices = {}): Promise<Preview<RubricValue>> {
	const raw = await readRawRows(bytes, knownBy(rubricColumns), choices);
	if (Array.isArray(raw)) return refusedFile(raw);
	const table = buildTable(raw.rows, raw.repairs, raw.warnings, knownBy(rubricColumns), choices);
	if (Array.isArray(table)) return { ...refusedFile<RubricValue>(table), shape: shapeOf(raw, null, {}) };
	const { headers, fileProblems, ignored } = matchColumns(table, rubricColumns, choices.columns);
	const shape = shapeOf(raw, table, headers);
	const refusals = [...raw.undecided, ...fileProblems];
	const isOfRow = (line: number | null) => line !== null && line > table.headerLine;
	const notices = [...table.repairs.filter(({ line }) => !isOfRow(line)), ...table.warnings, ...ignored];
	if (refusals.length > 0) return { ...refusedFile<RubricValue>(refusals, notices), shape };
	const rows = table.rows.map((cells) => {
		const row = new RowDraft(cells, rubricColumns, headers);
		row.repairs.push(...table.repairs.filter(({ line }) => line === cells.line));
		return row;
	});
	const rubrics = groupRows(rows, 'rubric_code');
	const criteria = new Map(rubrics.map((rubric) => [rubric, groupRows(rubric.rows, 'criterion_code')]));
	blockRepeatedCriteria([...criteria.values()].flat());
	const drafts = rubrics.map((rubric) => ({ rubric, value: readRubric(rubric, criteria.get(rubric) ?? []) }));
	const good = drafts.filter(({ rubric }) => rubric.rows.every(({ isBlocked }) => !isBlocked));
	const bad = drafts.filter((draft) => !good.includes(draft)).flatMap(({ rubric }) => rubric.rows);
	return {
		rows: good.map(({ rubric, value }) => ({
			line: rubric.rows[0].line,
			value,
			warnings: [],
			repairs: rubric.rows.flatMap(({ repairs }) => repairs)
		})),
		problems: rows.flatMap(({ problems }) => problems),
		fileProblems: [],
		notices,
		rejected: rejectedOf(table, bad),
		shape,
		grid: gridOf(
			raw,
			good.flatMap(({ rubric }) => rubric.rows.map(({ line }) => line)),
			bad.map(({ line }) => line)
		),
		total: drafts.length
	};
}

/** A blank code is that of the row above: merged cells, and the further levels of a criterion. */
function groupRows(rows: readonly Row[], column: 'rubric_code' | 'criterion_code'): Group[] {
	const groups = new Map<string, Group>();
	let current = '';
	for (const row of rows) {
		const code = row.text(column);
		if (code !== '') current = code;
		else if (current === '') row.block(column, 'import/cell-empty', {});
		const group = groups.get(codeKey(current));
		if (group) group.rows.push(row);
		else {
			if (code !== '' && !isCode(code)) row.block(column, 'import/code-not-valid', { found: found(code) });
			groups.set(codeKey(current), { code, rows: [row] });
		}
	}
	return [...groups.values()];
}

/** Marks are stored under the criterion's code, so no two rubrics may share one. */
function blockRepeatedCriteria(criteria: Group[]): void {
	for (const same of Map.groupBy(criteria, ({ code }) => codeKey(code)).values()) {
		if (same.length < 2) continue;
		const first = same.map(({ rows }) => rows[0]);
		for (const row of first) {
			const code = found(row.text('criterion_code'));
			row.block('criterion_code', 'import/duplicate-code', { code, lines: linesOf(first) });
		}
	}
}

function readRubric({ code, rows }: Group, groups: Group[]): RubricValue {
	const name = said(rows, 'rubric_name', true);
	const most = said(rows, 'rubric_max', false);
	const criteria = groups.map(readCriterion);
	const sum = Math.round(criteria.reduce((points, { maxCenti, weight }) => points + maxCenti * weight, 0) / 100);
	const rubric = { code, name: name.text, maxCenti: most.text === '' ? sum : pointsOf(most), criteria };
	if (rows.every(({ isBlocked }) => !isBlocked)) checkRubric(placeOf({ max: most }), rubric);
	return rubric;
}

function readCriterion({ code, rows }: Group): CriterionValue {
	const [min, max, step] = [said(rows, 'min', false), said(rows, 'max', true), said(rows, 'step', true)];
	const criterion: CriterionValue = {
		code,
		name: said(rows, 'criterion', true).text,
		minCenti: min.text === '' ? 0 : pointsOf(min),
		maxCenti: pointsOf(max),
		stepCenti: pointsOf(step),
		weight: readWeight(said(rows, 'weight', false)),
		noteRequired: readNote(said(rows, 'note', false)),
		bands: rows.flatMap((row) => readBand(row) ?? []).sort((a, b) => a.minCenti - b.minCenti || a.maxCenti - b.maxCenti)
	};
	const place = placeOf({ min, max, step, bands: { row: rows[0], column: 'level', text: '' } });
	if (rows.every(({ isBlocked }) => !isBlocked) && checkCriterion(place, criterion)) checkBands(place, criterion);
	return criterion;
}

/** A level begins with its name; its points may run up or down the sheet. */
function readBand(row: Row): BandValue | null {
	const label = row.text('level');
	const [from, to] = [cellOf(row, 'level_from'), cellOf(row, 'level_to')];
	const descriptor = row.text('description');
	if (label === '') {
		if (from.text !== '' || to.text !== '' || descriptor !== '') row.block('level', 'import/cell-empty', {});
		return null;
	}
	for (const { text, column } of [from, to]) if (text === '') row.block(column, 'import/cell-empty', {});
	return { label, minCenti: pointsOf(from), maxCenti: pointsOf(to), descriptor };
}

/** «2» counts a mark twice (hệ số 2): above zero, at most 10. */
function readWeight(cell: Cell): number {
	if (cell.text === '') return 100;
	const weight = parsePoints(cell.text);
	if (weight !== null && weight > 0 && weight <= 1000) return weight;
	cell.row.block('weight', 'import/weight-not-valid', { found: found(cell.text) });
	return 100;
}

/** Empty: never; «x»: always; points: for a mark below them. */
function readNote(cell: Cell): CriterionValue['noteRequired'] {
	if (cell.text === '') return 'never';
	if (['x', 'co', 'luon', 'always'].includes(foldVietnamese(cell.text))) return 'always';
	const below = parsePoints(cell.text);
	if (below !== null && below > 0) return { below };
	cell.row.block('note', 'import/note-cell-not-valid', { found: found(cell.text) });
	return 'never';
}

interface Cell {
	row: Row;
	column: RubricColumn;
	text: string;
}

function cellOf(row: Row, column: RubricColumn): Cell {
	return { row, column, text: row.text(column) };
}

/** What rows that belong together say in a column: once, or each time the same. */
function said(rows: Group['rows'], column: RubricColumn, isNeeded: boolean): Cell {
	const cells = rows.map((row) => cellOf(row, column));
	const first = cells.find(({ text }) => text !== '');
	if (!first) {
		if (isNeeded) rows[0].block(column, 'import/cell-empty', {});
		return cellOf(rows[0], column);
	}
	for (const { row, text } of cells) {
		if (text === '' || sameKey(text) === sameKey(first.text)) continue;
		row.block(column, 'import/differs-from-row', { found: found(text), line: String(first.row.line) });
	}
	return first;
}

function sameKey(text: string): string {
	return String(parsePoints(text) ?? text);
}

/** Hundredths; a finding and 0 when the cell holds no points. A needed cell that is empty has its finding already. */
function pointsOf({ row, column, text }: Cell): number {
	const points = parsePoints(text);
	if (points !== null && points >= 0 && points <= 1_000_00) return points;
	if (text !== '') row.block(column, 'import/points-not-valid', { found: found(text) });
	return 0;
}

function placeOf(cells: Partial<Record<RubricField, Cell>>): RubricPlace {
	return {
		problems: Object.values(cells).flatMap(({ row }) => row.problems),
		block: (field, code, params) => {
			const cell = cells[field];
			cell?.row.block(cell.column, code, params);
		}
	};
}
