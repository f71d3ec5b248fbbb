// Contestants from a file into the contest; their units must be there already.
import { parseContestants } from '../../../formats/import-contestants.ts';
import type { ContestantValue } from '../../../formats/import-values.ts';
import { splitName } from '../../../formats/vietnamese-text.ts';
import { readContestants, readUnits, upsertContestants } from '../../stores/people.ts';
import type { ImportKind } from './import-kind.ts';

export const contestantImport: ImportKind<ContestantValue> = {
	parse: async (bytes, fileName, db, contestId) =>
		parseContestants(bytes, fileName, { unitCodes: (await readUnits(db, contestId)).map(({ code }) => code) }),
	existing: async (db, contestId) =>
		(await readContestants(db, contestId)).map((row) => ({
			code: row.number,
			fullName: row.fullName,
			gender: row.gender === 'Nam' || row.gender === 'Nữ' ? row.gender : null,
			birthDate: row.birthDate,
			unitCode: row.unitCode,
			position: row.position,
			phone: row.phone,
			email: row.email
		})),
	cells: ({ code, fullName, unitCode, position }) => [code, fullName, unitCode, position],
	async store(db, contestId, values) {
		const unitIds = new Map((await readUnits(db, contestId)).map(({ code, id }) => [code, id]));
		await upsertContestants(
			db,
			values.map(({ code, unitCode, fullName, gender, birthDate, position, phone, email }) => {
				const unitId = unitIds.get(unitCode);
				if (!unitId) throw new Error(`no unit ${unitCode}`);
				const { family, middle, given } = splitName(fullName);
				return {
					contestId,
					number: code,
					unitId,
					fullName,
					familyName: family,
					middleName: middle,
					givenName: given,
					gender,
					birthDate,
					position,
					phone,
					email
				};
			})
		);
	}
};
