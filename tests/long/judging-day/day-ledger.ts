// What the judges saw as signed, kept apart from the house, and its own sum by the rules' mean; it must not read the house's figures.
import type { Points } from '../../../src/lib/contest/points.ts';
import type { SheetMarks } from './day-plan.ts';

export interface SignedSheet {
	number: string;
	judge: string;
	marks: SheetMarks;
}

export class DayLedger {
	readonly #sheets = new Map<string, SignedSheet>();

	/** Signed, or signed anew. */
	sign(number: string, judge: string, marks: SheetMarks): void {
		this.#sheets.set(`${number} ${judge}`, { number, judge, marks });
	}

	/** By contestant and judge. */
	sheets(): SignedSheet[] {
		return [...this.#sheets.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
	}

	/** The mean of the sheets, half up; of one judge alone where that one's mark replaces the panel's. */
	totals(replacing: { number: string; judge: string }): Record<string, Points> {
		const all = this.sheets().filter(({ number, judge }) => number !== replacing.number || judge === replacing.judge);
		return Object.fromEntries(
			[...new Set(all.map(({ number }) => number))].map((number) => {
				const sums = all
					.filter((sheet) => sheet.number === number)
					.map(({ marks }) => Object.values(marks).reduce((sum, mark) => sum + mark, 0));
				const sum = sums.reduce((left, right) => left + right, 0);
				return [number, Math.floor((2 * sum + sums.length) / (2 * sums.length))];
			})
		);
	}
}

const key = ({ number, judge }: SignedSheet) => `${number} ${judge}`;
