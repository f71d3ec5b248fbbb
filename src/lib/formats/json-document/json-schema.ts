// A schema of ours → JSON Schema (draft 2020-12) for other programs and editors; it must not know which document.
import * as z from 'zod';

/**
 * Canonical text. What only a look at the whole document tells (references, codes that stand twice, marks off the grid) is
 * not in it.
 */
export function jsonSchemaOf(schema: z.ZodType, fileName: string): string {
	const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'inline' });
	return `${JSON.stringify({ $schema, $id: fileName, ...rest }, null, '\t')}\n`;
}
