// Finds the columns of a sheet that are written in an old code and converts them, cell by cell, since lists are often mixed; it must not know headers.
import type { RawRow } from '../table.ts';
import { oldFontExample } from '../old-font.ts';
import type { ImportChoices } from './choices.ts';
import { fromOldCode, isInOldCode, looksVietnamese, markedWords, oldCodes, type OldCode } from './old-codes.ts';

export interface OldColumn {
	position: number;
	code: OldCode;
	/** A few of its cells, before and after. */
	examples: { before: string; after: string }[];
}

const examplesShown = 3;
/** Fewer words could be chance or slips of typing. */
const leastWords = 3;

/** `fonts` are the codes that the names of fonts in a workbook tell, by column. */
export function oldColumnsOf(rows: readonly RawRow[], fonts: ReadonlyMap<number, OldCode>): OldColumn[] {
	const texts = new Map<number, string[]>();
	for (const row of rows)
		for (const [position, text] of row.texts.entries())
			if (markedWords(text).length > 0) texts.set(position, [...(texts.get(position) ?? []), text]);
	const inFile = totals([...texts.values()].flat());
	return [...texts].flatMap(([position, cells]) => {
		const here = totals(cells);
		const [best] = oldCodes.toSorted((a, b) => here[b] - here[a]);
		const code = fonts.get(position) ?? (best && here[best] > 0 && inFile[best] >= leastWords ? best : null);
		if (!code) return [];
		const converted = [...new Set(cells)].map((before) => ({ before, after: convertCell(before, code) }));
		const examples = converted.filter(({ before, after }) => before !== after).slice(0, examplesShown);
		return examples.length > 0 ? [{ position, code, examples }] : [];
	});
}

function totals(texts: readonly string[]): Record<OldCode, number> {
	const words = texts.flatMap(markedWords);
	return {
		tcvn3: words.filter((word) => isInOldCode(word, 'tcvn3')).length,
		vni: words.filter((word) => isInOldCode(word, 'vni')).length
	};
}

/**
 * A cell with a word that is none before and one after is converted whole: beside it stand words that could be either
 * («bé» is «bộ»). Where some words are Unicode already, only those that need it.
 */
export function convertCell(text: string, code: OldCode): string {
	const words = markedWords(text);
	if (!words.some((word) => isInOldCode(word, code))) return text;
	if (!words.some(isUnicode)) return convertWhole(text, code);
	return words.reduce(
		(cell, word) => (isInOldCode(word, code) ? cell.replaceAll(word, fromOldCode(word, code)) : cell),
		text
	);
}

/** A word that no old code writes this way. */
export function isUnicode(word: string): boolean {
	return /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/u.test(word.normalize('NFC')) && looksVietnamese(word);
}

export function convertWhole(text: string, code: OldCode): string {
	return inCase(fromOldCode(text, code), text);
}

/** TCVN3 has no capitals with tones: beside capitals alone («S¸CH») the font was one that shows them. */
function inCase(converted: string, before: string): string {
	const letters = before.match(/[a-z]/gi) ?? [];
	const areCapitals = letters.length > 1 && letters.every((letter) => letter === letter.toUpperCase());
	return areCapitals ? converted.toLocaleUpperCase('vi') : converted;
}

export interface ConvertedRows {
	rows: RawRow[];
	/** Of every column found. */
	oldColumns: OldColumn[];
	/** A word that stays unreadable, or of a column nobody has decided about yet. */
	undecided: string | null;
}

/** Undecided columns are shown converted, so that headers are found in them, but the file is not taken that way. */
export function convertRows(
	rows: readonly RawRow[],
	fonts: ReadonlyMap<number, OldCode>,
	chosen: NonNullable<ImportChoices['fonts']> = {}
): ConvertedRows {
	const oldColumns = oldColumnsOf(rows, fonts);
	const suspected = oldFontExample(rows.flatMap(({ texts }) => texts));
	const offered = suspected !== null || fonts.size > 0 ? oldColumns : [];
	const codes = new Map<number, OldCode | 'keep'>(offered.map(({ position, code }) => [position, code]));
	for (const [position, choice] of Object.entries(chosen)) codes.set(Number(position), choice);
	const converted = rows.map((row) => ({
		...row,
		texts: row.texts.map((text, position) => {
			const code = codes.get(position) ?? 'keep';
			if (code === 'keep') return text;
			const after = convertCell(text, code);
			return row.capitals?.includes(position) ? after.toLocaleUpperCase('vi') : after;
		})
	}));
	const open = offered.find(({ position }) => chosen[String(position)] === undefined);
	const kept = new Set([...codes].flatMap(([position, code]) => (code === 'keep' ? [position] : [])));
	const left = oldFontExample(converted.flatMap(({ texts }) => texts.filter((_, position) => !kept.has(position))));
	return { rows: converted, oldColumns: offered, undecided: open?.examples[0]?.before ?? left };
}
