// A document → canonical text: fields in the order they are declared, NFC, tabs, LF; it must not know which document.
import type * as z from 'zod';
import { inPlainText } from './plain-text.ts';

/**
 * The same document gives the same bytes, in whatever order its fields were put together. A draft the schema does not take
 * (a part that has no points yet) is written as it stands, so that no work is lost.
 */
export function writeDocument<Schema extends z.ZodType>(schema: Schema, document: z.infer<Schema>): string {
	const plain = inPlainText(document);
	const ordered = schema.safeParse(plain);
	return `${JSON.stringify(ordered.success ? ordered.data : plain, null, '\t')}\n`;
}
