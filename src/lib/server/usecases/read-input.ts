// What somebody asked as its schema reads it, or the refusal that names the field; it must not know what is asked.
import type { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';

export function readInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> | Refusal {
	const read = schema.safeParse(given);
	if (read.success) return read.data;
	const field = fieldOf(read.error);
	return refuse(field === 'reason' ? 'input/reason-needed' : 'input/not-valid', {}, field);
}

/** The innermost name of the first thing that is wrong; of a union, of its first kind. */
function fieldOf({ issues: [first] }: z.ZodError): string {
	const issue = first?.code === 'invalid_union' ? (first.errors[0]?.[0] ?? first) : first;
	const inside = (issue?.path ?? []).filter((key) => typeof key === 'string').at(-1);
	return inside ?? String(first?.path[0] ?? '');
}
