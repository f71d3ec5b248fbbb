// Units from a file into the contest.
import type { UnitValue } from '../../../formats/import-values.ts';
import { codeKey } from '../../../formats/vietnamese-text.ts';
import { readUnits, upsertUnits } from '../../stores/people.ts';
import type { ImportKind } from './import-kind.ts';

export const unitImport: ImportKind<UnitValue, 'units'> = {
	async context(db, contestId) {
		const units = await readUnits(db, contestId);
		return {
			unitCodes: units.map(({ code }) => code),
			quotas: new Map(units.map(({ code, quota }) => [codeKey(code), quota]))
		};
	},
	existing: async (db, contestId) =>
		(await readUnits(db, contestId)).map(({ code, name, kind, parentCode, members, quota }) => ({
			code,
			name,
			kind,
			parent: parentCode,
			members,
			quota
		})),
	/** A unit above is named by its code alone. */
	async builtOn(db, contestId, codes) {
		const others = (await readUnits(db, contestId)).filter(({ code }) => !codes.includes(code));
		return others.flatMap(({ parentCode }) => parentCode ?? []);
	},
	cells: ({ code, name, kind, members }) => [code, name, kind, members === null ? '' : String(members)],
	store: (db, contestId, values) =>
		upsertUnits(
			db,
			values.map(({ code, name, kind, parent, members, quota }) => ({
				contestId,
				code,
				name,
				kind,
				parentCode: parent,
				members,
				quota
			}))
		)
};
