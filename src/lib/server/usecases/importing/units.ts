// Units from a file into the contest.
import { parseUnits } from '../../../formats/import-units.ts';
import type { UnitValue } from '../../../formats/import-values.ts';
import { readUnits, upsertUnits } from '../../stores/people.ts';
import type { ImportKind } from './import-kind.ts';

export const unitImport: ImportKind<UnitValue> = {
	parse: async (bytes, fileName, db, contestId) =>
		parseUnits(bytes, fileName, { unitCodes: (await readUnits(db, contestId)).map(({ code }) => code) }),
	existing: async (db, contestId) =>
		(await readUnits(db, contestId)).map(({ code, name, kind, parentCode, members }) => ({
			code,
			name,
			kind,
			parent: parentCode,
			members
		})),
	cells: ({ code, name, kind, members }) => [code, name, kind, members === null ? '' : String(members)],
	store: (db, contestId, values) =>
		upsertUnits(
			db,
			values.map(({ code, name, kind, parent, members }) => ({
				contestId,
				code,
				name,
				kind,
				parentCode: parent,
				members
			}))
		)
};
