// All kinds of imports by their names, and what makes two values the same; it must not know files.
import type { AnyRow } from '../../../formats/reading/answer-request.ts';
import type { ImportKindName } from '../../../formats/reading/requests.ts';
import { contestantImport } from './contestants.ts';
import type { ImportKind } from './import-kind.ts';
import { judgeImport } from './judges.ts';
import { questionImport } from './questions.ts';
import { rubricImport } from './rubrics.ts';
import { situationImport } from './situations.ts';
import { topicImport } from './topics.ts';
import { unitImport } from './units.ts';

const kinds = {
	units: unitImport,
	contestants: contestantImport,
	judges: judgeImport,
	questions: questionImport,
	topics: topicImport,
	situations: situationImport,
	rubrics: rubricImport
};

/** What is stored of a kind came from that kind: its values are handed on without being looked into. */
export function kindOf(name: ImportKindName): ImportKind<AnyRow, ImportKindName> {
	return kinds[name] as unknown as ImportKind<AnyRow, ImportKindName>;
}

/** Text of a value in which the order of fields does not matter; undefined for none. */
export function stable(value: unknown): string | undefined {
	return JSON.stringify(value, (_, part: unknown) =>
		part !== null && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}
