// Bytes of an OpenDocument sheet (.ods) → its visible sheets as raw rows; it must not know what the columns mean.
import { archiveHolds, unpackText } from '../archive.ts';
import { type Problem, problem } from '../problem.ts';
import { elementOf, elementsOf, readXml, type XmlElement } from '../questions/xml.ts';
import { tableLimits, type MergedCells, type RawRow } from '../table.ts';
import { addRow, type Book, numberText, type SheetRows } from './sheets.ts';

/** A cell or row that repeats itself says so by a count, however large; beyond the limits it is only blank or refused. */
const mostRepeats = tableLimits.rows + tableLimits.headerSearch + 2;

/** The archive has been found harmless. */
export async function openDocument(bytes: Uint8Array): Promise<Book | Problem> {
	if (archiveHolds(bytes, 'Basic/script-lc.xml')) return problem('import/macros', {});
	const parts = await unpackText(bytes, ['content.xml', 'META-INF/manifest.xml']);
	if (typeof parts === 'string') return problem('import/not-a-workbook', {});
	if (/encryption-data/.test(parts.get('META-INF/manifest.xml') ?? '')) return problem('import/encrypted', {});
	const root = readXml(parts.get('content.xml') ?? '');
	if ('code' in root) return problem('import/not-a-workbook', {});
	const body = elementOf(elementOf(root, 'office:body'), 'office:spreadsheet');
	const hidden = hiddenStyles(root);
	const tables = (body ? elementsOf(body, 'table:table') : []).filter(
		({ attributes }) => !hidden.has(attributes['table:style-name'] ?? '')
	);
	return {
		sheets: tables.map(({ attributes }) => attributes['table:name'] ?? ''),
		read: (at) => Promise.resolve(readTable(tables[at]))
	};
}

function hiddenStyles(root: XmlElement): Set<string> {
	const styles = elementOf(root, 'office:automatic-styles');
	return new Set(
		(styles ? elementsOf(styles, 'style:style') : [])
			.filter((style) => elementOf(style, 'style:table-properties')?.attributes['table:display'] === 'false')
			.map(({ attributes }) => attributes['style:name'] ?? '')
	);
}

const isHidden = ({ attributes }: XmlElement) => /collapse|filter/.test(attributes['table:visibility'] ?? '');
const repeats = ({ attributes }: XmlElement, name: string) => Math.max(1, Number(attributes[name] ?? 1) || 1);

function readTable(table: XmlElement | undefined): SheetRows | Problem {
	const rows: RawRow[] = [];
	const merged: MergedCells[] = [];
	let index = 0;
	let hiddenRows = 0;
	for (const row of table ? within(table, 'table:table-row') : []) {
		const count = repeats(row, 'table:number-rows-repeated');
		const { texts, formulaColumns, spans } = readRow(row, index);
		const isBlank = texts.every((text) => text === '');
		for (let at = 0; !isBlank && at < Math.min(count, mostRepeats); at += 1) {
			const refusal = addRow(rows, index + at, texts);
			if (refusal) return refusal;
			const added = rows.at(-1);
			if (added?.line === index + at + 1) added.formulaColumns = formulaColumns;
			if (isHidden(row)) hiddenRows += 1;
		}
		merged.push(...spans);
		index += count;
	}
	return { rows, merged, hiddenColumns: hiddenColumns(table), hiddenRows, fonts: new Map(), repairs: [] };
}

/** Rows and columns may stand in groups and header groups of any depth. */
function within(element: XmlElement, name: string): XmlElement[] {
	return elementsOf(element).flatMap((child) =>
		child.name === name
			? [child]
			: /^table:table-(header-)?(row|column)(s|-group)$/.test(child.name)
				? within(child, name)
				: []
	);
}

function hiddenColumns(table: XmlElement | undefined): number[] {
	const hidden: number[] = [];
	let position = 0;
	for (const column of table ? within(table, 'table:table-column') : []) {
		const count = repeats(column, 'table:number-columns-repeated');
		for (let at = 0; isHidden(column) && at < Math.min(count, tableLimits.columns); at += 1) hidden.push(position + at);
		position += count;
	}
	return hidden.filter((at) => at < tableLimits.columns);
}

function readRow(row: XmlElement, index: number): { texts: string[]; formulaColumns: number[]; spans: MergedCells[] } {
	const texts: string[] = [];
	const formulaColumns: number[] = [];
	const spans: MergedCells[] = [];
	for (const cell of elementsOf(row)) {
		const text = cell.name === 'table:table-cell' ? cellText(cell) : '';
		const left = texts.length;
		if (cell.attributes['table:formula'] !== undefined) formulaColumns.push(left);
		const height = repeats(cell, 'table:number-rows-spanned');
		const width = repeats(cell, 'table:number-columns-spanned');
		if (height > 1) spans.push({ top: index + 1, bottom: index + height, left, right: left + width - 1 });
		const count = Math.min(repeats(cell, 'table:number-columns-repeated'), tableLimits.columns + 2);
		for (let at = 0; at < count; at += 1) texts.push(text);
	}
	return { texts, formulaColumns, spans };
}

function cellText(cell: XmlElement): string {
	const { attributes } = cell;
	const shown = elementsOf(cell, 'text:p').map(paragraphText).join('\n');
	switch (attributes['office:value-type']) {
		case 'date': {
			const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(attributes['office:date-value'] ?? '') ?? [];
			return day ? `${day}/${month}/${year}` : shown;
		}
		case 'float': {
			const value = Number(attributes['office:value']);
			return /^0\d+$/.test(shown) || !Number.isFinite(value) ? shown : numberText(value);
		}
		case 'boolean':
			return attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE';
		default:
			return shown;
	}
}

function paragraphText(element: XmlElement): string {
	return element.children
		.map((child) => {
			if (typeof child === 'string') return child;
			if (child.name === 'text:s') return ' '.repeat(Math.min(repeats(child, 'text:c'), 100));
			if (child.name === 'text:line-break') return '\n';
			return child.name === 'text:tab' ? ' ' : paragraphText(child);
		})
		.join('');
}
