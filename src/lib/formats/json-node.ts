// One object of a JSON file with the way to it, read field by field, collecting problems; it must not know any import.
import { parsePoints } from '../contest/points.ts';
import { found, type Problem, type ProblemParams, problem, type RowProblemCode } from './problem.ts';
import { cleanTextWithRepairs } from './vietnamese-text.ts';

/** Stands between the steps of the way to a field: «DC › DC1 › step». */
export const FIELD_SEPARATOR = ' › ';

export class JsonNode {
	readonly line: number;
	readonly problems: Problem[];
	readonly repairs: Problem[];
	private readonly fields: Readonly<Record<string, unknown>>;
	private readonly way: readonly string[];

	/** `root` shares its lists of findings with the objects inside it. */
	constructor(json: unknown, line: number, way: readonly string[], root?: JsonNode) {
		this.line = line;
		this.way = way;
		this.problems = root?.problems ?? [];
		this.repairs = root?.repairs ?? [];
		this.fields = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
	}

	/** The same object, called by its code in later findings. */
	named(code: string): JsonNode {
		return new JsonNode(this.fields, this.line, code === '' ? this.way : [...this.way.slice(0, -1), code], this);
	}

	/** Cleaned text of a field; a finding and '' when it is missing but needed, or no text, or too long. */
	text(field: string, isNeeded: boolean): string {
		const value = this.fields[field] ?? '';
		const { text, repairs } = cleanTextWithRepairs(typeof value === 'string' ? value : '');
		for (const repair of repairs) this.repairs.push(problem(`import/repaired-${repair}`, {}, this.place(field)));
		if (isNeeded && text === '') this.block(field, 'import/cell-empty', {});
		if (text.length > 1000) this.block(field, 'import/too-long', { limit: '1000' });
		return text;
	}

	/** Whether the object has the field at all. */
	has(field: string): boolean {
		return this.fields[field] !== undefined && this.fields[field] !== null;
	}

	/** An object field, with the way to it. */
	inside(field: string): JsonNode {
		return new JsonNode(this.fields[field], this.line, [...this.way, field], this);
	}

	/** The field as it stands when it is text. */
	word(field: string): string | null {
		const value = this.fields[field];
		return typeof value === 'string' ? value : null;
	}

	/** Hundredths of a field given as a number or as text («1,5»); a finding and 0 when it is neither or finer. */
	points(field: string): number {
		const value = this.fields[field];
		const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
		const points = parsePoints(text);
		if (points !== null && points >= 0 && points <= 1_000_00) return points;
		this.block(field, 'import/points-not-valid', { found: found(text) });
		return 0;
	}

	/** Objects of a list field; a missing list is empty. */
	list(field: string): JsonNode[] {
		const value = this.fields[field];
		const items: unknown[] = Array.isArray(value) ? value : [];
		return items.map((item, at) => new JsonNode(item, this.line, [...this.way, `${field} ${at + 1}`], this));
	}

	block<C extends RowProblemCode>(field: string, code: C, params: ProblemParams[C]): void {
		this.problems.push(problem(code, params, this.place(field)));
	}

	private place(field: string) {
		return { line: this.line, column: [...this.way, field].join(FIELD_SEPARATOR) };
	}
}
