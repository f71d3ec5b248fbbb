// Writes a value as JSON to standard output, so that it is harmless on a terminal; it must not know what it is.
import { inPlainText } from '#lib/formats/json-document/plain-text.ts';

export function writeJson(value: unknown): void {
	process.stdout.write(`${JSON.stringify(inPlainText(value), null, '\t')}\n`);
}
