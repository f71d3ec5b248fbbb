// The numbers and letters that Word makes itself («Câu 1:», «A.»): they stand nowhere in the text; it must not know what follows them.
import { elementOf, elementsOf, type XmlElement } from '../xml.ts';

interface Level {
	start: number;
	format: string;
	/** «Câu %1:», «%2.»: the counts of the levels in it. */
	text: string;
}

interface NumberedList {
	/** Lists with the same one go on counting. */
	group: string;
	levels: Level[];
	/** Levels that this list begins anew. */
	restarts: Map<number, number>;
}

export interface WordNumbers {
	/** The label of the next paragraph; empty when Word makes none. Counts on, so each paragraph is asked for once, in order. */
	labelOf(paragraph: XmlElement): string;
}

/** `numbering` is the root of numbering.xml; null when the file has none. */
export function readNumbering(numbering: XmlElement | null): WordNumbers {
	const lists = numbering ? readLists(numbering) : new Map<string, NumberedList>();
	const counts = new Map<string, number[]>();
	const begun = new Set<string>();
	return {
		labelOf(paragraph) {
			const properties = elementOf(elementOf(paragraph, 'w:pPr'), 'w:numPr');
			const id = valueOf(properties, 'w:numId') ?? '0';
			const at = Number(valueOf(properties, 'w:ilvl') ?? '0');
			const list = lists.get(id);
			const level = list?.levels[at];
			if (!list || !level) return '';
			const count = counts.get(list.group) ?? [];
			counts.set(list.group, count);
			if (!begun.has(id)) for (const [index, start] of list.restarts) count[index] = start - 1;
			begun.add(id);
			count[at] = (count[at] ?? level.start - 1) + 1;
			count.length = at + 1;
			return labelText(level, list.levels, count);
		}
	};
}

function labelText(level: Level, levels: readonly Level[], count: readonly number[]): string {
	if (level.format === 'bullet' || level.format === 'none') return '';
	return level.text.replace(/%([1-9])/g, (_, digit: string) => {
		const at = Number(digit) - 1;
		return sign(count[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
	});
}

function sign(count: number, format: string): string {
	switch (format) {
		case 'upperLetter':
			return String.fromCharCode(65 + ((count - 1) % 26));
		case 'lowerLetter':
			return String.fromCharCode(97 + ((count - 1) % 26));
		case 'upperRoman':
			return roman(count);
		case 'lowerRoman':
			return roman(count).toLowerCase();
		case 'decimalZero':
			return String(count).padStart(2, '0');
		default:
			return String(count);
	}
}

const romanSigns = [
	[100, 'C'],
	[90, 'XC'],
	[50, 'L'],
	[40, 'XL'],
	[10, 'X'],
	[9, 'IX'],
	[5, 'V'],
	[4, 'IV'],
	[1, 'I']
] as const;

function roman(count: number): string {
	let left = Math.min(count, 399);
	return romanSigns
		.map(([value, letters]) => {
			const times = Math.floor(left / value);
			left -= times * value;
			return letters.repeat(times);
		})
		.join('');
}

function readLists(numbering: XmlElement): Map<string, NumberedList> {
	const groups = new Map(
		elementsOf(numbering, 'w:abstractNum').map((group) => [group.attributes['w:abstractNumId'] ?? '', group])
	);
	return new Map(
		elementsOf(numbering, 'w:num').map((list): [string, NumberedList] => {
			const group = valueOf(list, 'w:abstractNumId') ?? '';
			const restarts = new Map<number, number>();
			for (const override of elementsOf(list, 'w:lvlOverride')) {
				const start = valueOf(override, 'w:startOverride');
				if (start !== undefined) restarts.set(Number(override.attributes['w:ilvl'] ?? '0'), Number(start));
			}
			return [list.attributes['w:numId'] ?? '', { group, levels: levelsOf(groups.get(group)), restarts }];
		})
	);
}

function levelsOf(group: XmlElement | undefined): Level[] {
	const levels: Level[] = [];
	for (const level of group ? elementsOf(group, 'w:lvl') : []) {
		levels[Number(level.attributes['w:ilvl'] ?? '0')] = {
			start: Number(valueOf(level, 'w:start') ?? '1'),
			format: valueOf(level, 'w:numFmt') ?? 'decimal',
			text: valueOf(level, 'w:lvlText') ?? ''
		};
	}
	return levels;
}

function valueOf(element: XmlElement | undefined, name: string): string | undefined {
	return elementOf(element, name)?.attributes['w:val'];
}
