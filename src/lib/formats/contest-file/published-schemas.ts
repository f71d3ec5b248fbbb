// The JSON Schemas that are served under /schema/, by file name; it must not write them.
import { jsonSchemaOf } from '../json-document/json-schema.ts';
import { rulesSchema } from '../rules-file/rules-schema.ts';
import { contestSchema } from './contest-schema.ts';

export const rulesSchemaFile = 'hoithi-rules-2.schema.json';
export const contestSchemaFile = 'hoithi-contest-1.schema.json';

export function publishedSchemas(): ReadonlyMap<string, string> {
	return new Map([
		[rulesSchemaFile, jsonSchemaOf(rulesSchema, rulesSchemaFile)],
		[contestSchemaFile, jsonSchemaOf(contestSchema, contestSchemaFile)]
	]);
}
