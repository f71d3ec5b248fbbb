// The panel from a file into the contest; accounts are given later, by appointing.
import { parseJudges } from '../../../formats/import-judges.ts';
import type { JudgeValue } from '../../../formats/import-values.ts';
import { readJudges, upsertJudges } from '../../stores/people.ts';
import type { ImportKind } from './import-kind.ts';

export const judgeImport: ImportKind<JudgeValue> = {
	parse: (bytes, fileName) => parseJudges(bytes, fileName),
	existing: async (db, contestId) =>
		(await readJudges(db, contestId)).map(({ code, fullName, role, position }) => ({ code, fullName, role, position })),
	cells: ({ code, fullName, role, position }) => [code, fullName, role, position],
	store: (db, contestId, values) =>
		upsertJudges(
			db,
			values.map(({ code, fullName, role, position }) => ({ contestId, code, fullName, role, position }))
		)
};
