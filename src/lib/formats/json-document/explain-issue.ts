// What a schema found → problems with place, what was met and what is needed; it must not know any document.
import type * as z from 'zod';
import type { Bilingual } from '../../contest/ids.ts';
import type { FileProblem } from './file-problem.ts';
import { jsonPath, quoted, type JsonWay } from './json-path.ts';
import { describeNeed } from './needs.ts';

/** `value` is what the schema was given, standing at `way` in the document. */
export function explainIssue(issue: z.core.$ZodIssue, value: unknown, way: JsonWay): FileProblem[] {
	const inside = issue.path.filter((step) => typeof step !== 'symbol');
	const place = [...way, ...inside];
	if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, issue.message, place);
	const met = inside.reduce<unknown>((from, step) => fieldOf(from, step), value);
	// A name of a field that is no code: what the field holds plays no role.
	if (issue.code === 'invalid_key') return [wrongValue(String(inside.at(-1)), issue.issues[0]?.message ?? '', place)];
	return [met === undefined ? missingField(issue.message, place) : wrongValue(met, issue.message, place)];
}

export function unknownFields(names: string[], carried: string, place: JsonWay): FileProblem[] {
	const known = carried.replace('fields:', '');
	return names.map((name) => ({
		code: 'field-unknown',
		path: jsonPath([...place, name]),
		message: {
			vi: `Không có trường này. Hãy xoá đi hoặc sửa tên; các trường được dùng: ${known}.`,
			en: `There is no such field. Remove it or correct its name; the fields are: ${known}.`
		}
	}));
}

function missingField(carried: string, place: JsonWay): FileProblem {
	const need = describeNeed(carried);
	return {
		code: 'field-missing',
		path: jsonPath(place),
		message: { vi: `Thiếu trường này: cần ${need.vi}.`, en: `This field is missing: needs ${need.en}.` }
	};
}

function wrongValue(met: unknown, carried: string, place: JsonWay): FileProblem {
	const need = describeNeed(carried);
	const found = describeMet(met);
	return {
		code: 'value-wrong',
		path: jsonPath(place),
		message: { vi: `Cần ${need.vi}, gặp ${found.vi}.`, en: `Needs ${need.en}, found ${found.en}.` }
	};
}

function describeMet(met: unknown): Bilingual {
	if (Array.isArray(met)) return { vi: `danh sách ${met.length} mục`, en: `a list of ${met.length}` };
	if (typeof met === 'object' && met !== null) return { vi: 'một đối tượng', en: 'an object' };
	const found = typeof met === 'string' ? quoted(met) : String(met);
	return { vi: found, en: found };
}

function fieldOf(value: unknown, step: string | number): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
}
