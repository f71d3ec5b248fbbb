// A file → everything a result is computed from; it must not know where the file came from.
import type { ContestRecord } from '../../contest/record/record.ts';
import { listed, type FileReading } from '../json-document/file-problem.ts';
import { readDocument } from '../json-document/read-document.ts';
import { checkReferences } from './check-references.ts';
import { contestSchema } from './contest-schema.ts';

export const mostContestBytes = 200_000_000;

/**
 * The record of a file, or all that is wrong with it: first as JSON and as a document, and when that is right, whether
 * what it refers to exists. `computeResult` takes every record that is read.
 */
export function readContestFile(bytes: Uint8Array): FileReading<ContestRecord> {
	const reading = readDocument(bytes, contestSchema, mostContestBytes);
	if (!reading.ok) return reading;
	const problems = checkReferences(reading.value);
	return problems.length > 0 ? { ok: false, problems: listed(problems) } : reading;
}
