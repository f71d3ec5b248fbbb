// The rules document of a contest → a file; it must not know where the file goes.
import type { Rules } from '../../contest/rules/rules.ts';
import { writeDocument } from '../json-document/write-document.ts';
import { rulesSchema } from './rules-schema.ts';

/** Canonical text: the same rules give the same bytes, and `readRulesFile` reads them back equal. */
export function writeRulesFile(rules: Rules): string {
	return writeDocument(rulesSchema, rules);
}
