// `hoithi questions schema`: prints the JSON Schema of a question file, or writes the one that is served; it must not read any file.
import { writeFile } from 'node:fs/promises';
import { questionFileJsonSchema, questionSchemaFile } from '#lib/formats/questions/question-file-schema.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';

export async function questionsSchema({ write }: { write: boolean }): Promise<ExitCode> {
	if (!write) process.stdout.write(questionFileJsonSchema());
	else {
		await writeFile(new URL(`../../static/schema/${questionSchemaFile}`, import.meta.url), questionFileJsonSchema());
		process.stdout.write(`static/schema/${questionSchemaFile}\n`);
	}
	return exitCodes.good;
}
