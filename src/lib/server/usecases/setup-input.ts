// The pieces of input that set-up use cases share; it must not know any of them.
import { z } from 'zod';

/** One line people type: NFC, blanks collapsed, not empty. */
export function lineText(longest: number) {
	return z
		.string()
		.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
		.pipe(z.string().min(1).max(longest));
}

/** A login as it is stored: lower case, without marks. */
export const loginText = z
	.string()
	.transform((text) => text.normalize('NFC').trim().toLowerCase())
	.pipe(z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/));

/** The seed of a draw, as the witnesses gave it. */
export const seedText = lineText(100);

/** A reason for the log; empty when none was given. */
export const optionalReason = z
	.string()
	.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
	.pipe(z.string().max(300))
	.default('');

/** Field of the first thing that is wrong, for the form. */
export function firstField(error: z.ZodError): string {
	return String(error.issues[0]?.path[0] ?? '');
}
