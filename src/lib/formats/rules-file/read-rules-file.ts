// A file → the rules document of a contest; it must not know where the file came from or whether the rules make sense.
import type { Rules } from '../../contest/rules/rules.ts';
import { listed, type FileReading } from '../json-document/file-problem.ts';
import { readDocument } from '../json-document/read-document.ts';
import { checkGroups } from './check-groups.ts';
import { rulesSchema } from './rules-schema.ts';

export const mostRulesBytes = 1_000_000;

/**
 * The rules of a file, or all that is wrong with it as JSON and as a document. Paths begin at the rules: `stages[0].code`.
 * Whether the rules can be run with the rubrics at hand is for `checkRules` of the preflight (R90).
 */
export function readRulesFile(bytes: Uint8Array): FileReading<Rules> {
	const reading = readDocument(bytes, rulesSchema, mostRulesBytes);
	if (!reading.ok) return reading;
	const problems = checkGroups(reading.value, '');
	return problems.length > 0 ? { ok: false, problems: listed(problems) } : reading;
}
