// `hoithi rules schema`: prints the JSON Schema of a document, or writes those that are served; it must not read any file.
import { writeFile } from 'node:fs/promises';
import { contestSchemaFile, publishedSchemas, rulesSchemaFile } from '#lib/formats/contest-file/published-schemas.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';

const folder = new URL('../../static/schema/', import.meta.url);

export async function rulesSchema({ contest, write }: { contest: boolean; write: boolean }): Promise<ExitCode> {
	const schemas = publishedSchemas();
	if (!write) {
		process.stdout.write(schemas.get(contest ? contestSchemaFile : rulesSchemaFile) ?? '');
		return exitCodes.good;
	}
	for (const [name, text] of schemas) {
		await writeFile(new URL(name, folder), text);
		process.stdout.write(`static/schema/${name}\n`);
	}
	return exitCodes.good;
}
