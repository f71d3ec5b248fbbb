// Everything a result is computed from → a file; it must not know where the file goes.
import type { ContestRecord } from '../../contest/record/record.ts';
import { writeDocument } from '../json-document/write-document.ts';
import { contestSchema } from './contest-schema.ts';

/** Canonical text: the same record gives the same bytes, and `readContestFile` reads them back equal. */
export function writeContestFile(record: ContestRecord): string {
	return writeDocument(contestSchema, record);
}
