// Bytes → document: strict UTF-8, strict JSON, a schema, everything wrong at once; it must not know which document.
import * as z from 'zod';
import { decodeText } from '../decode-text.ts';
import { explainIssue, unknownFields } from './explain-issue.ts';
import { listed, mostProblems, type FileProblem, type FileReading } from './file-problem.ts';
import { jsonProblem } from './json-problem-words.ts';
import { parseJson, type ParsedJson } from './parse-json.ts';

/** Reads what `schema` describes from a file of at most `mostBytes`. */
export function readDocument<Schema extends z.ZodObject>(
	bytes: Uint8Array,
	schema: Schema,
	mostBytes: number
): FileReading<z.infer<Schema>> {
	const { value: json, problems } = readJson(bytes, mostBytes);
	if (json === undefined) return { ok: false, problems };
	const shaped = checkShape(json, schema);
	const seen = new Set(problems.map(({ path }) => path));
	const all = [...problems, ...shaped.problems.filter(({ path }) => !seen.has(path))];
	return all.length > 0 ? { ok: false, problems: listed(all) } : { ok: true, value: shaped.value };
}

/** The JSON of a file before it is held against a schema; undefined when there is none. */
export function readJson(bytes: Uint8Array, mostBytes: number): ParsedJson {
	const refused = (problem: FileProblem): ParsedJson => ({
		value: undefined,
		problems: [problem],
		stoppedAtLine: null
	});
	if (bytes.length === 0) return refused(jsonProblem('file-empty', []));
	if (bytes.length > mostBytes) return refused(tooBig(mostBytes));
	const decoded = decodeText(bytes);
	if (!('code' in decoded) && decoded.repairs.every(({ code }) => code === 'import/bom-removed'))
		return parseJson(decoded.text);
	return refused(jsonProblem('not-utf8', []));
}

export function tooBig(mostBytes: number): FileProblem {
	return jsonProblem('file-too-big', [], { limit: `${mostBytes / 1_000_000} MB` });
}

/** Of a long list so many items are checked at once: what a broken one finds must fit into memory. */
const slice = 500;

/** Field by field, in the order they are declared, until there are more problems than are listed. */
function checkShape<Schema extends z.ZodObject>(
	json: unknown,
	schema: Schema
): { value: z.infer<Schema>; problems: FileProblem[] } {
	const names = Object.keys(schema.shape);
	const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
	const given = isObject ? (json as Record<string, unknown>) : null;
	const problems: FileProblem[] = [];
	const check = (part: z.ZodType, value: unknown, way: (string | number)[]): unknown => {
		if (problems.length > mostProblems) return undefined;
		const parsed = part.safeParse(value);
		if (parsed.success) return parsed.data;
		for (const issue of parsed.error.issues) problems.push(...explainIssue(issue, value, way));
		return undefined;
	};
	if (!given) {
		check(schema, json, []);
		return { value: {} as z.infer<Schema>, problems };
	}
	const fields = names.map((name): [string, unknown] => {
		const field = schema.shape[name] as z.ZodType;
		const value = given[name];
		if (!(field instanceof z.ZodArray) || !Array.isArray(value) || value.length <= slice)
			return [name, check(field, value, [name])];
		check(field.clone({ ...field.def, element: z.unknown() }), value, [name]);
		return [name, value.map((item, at) => check(field.element as z.ZodType, item, [name, at]))];
	});
	const unknown = Object.keys(given).filter((name) => !names.includes(name));
	problems.push(...unknownFields(unknown, names.join(', '), []));
	return { value: Object.fromEntries(fields) as z.infer<Schema>, problems };
}
