// The panel from a file into the contest; accounts are given later, by appointing.
import { panelsOf } from '../../../contest/rules/panel-list.ts';
import type { JudgeValue } from '../../../formats/import-values.ts';
import { codeKey } from '../../../formats/vietnamese-text.ts';
import { readContest } from '../../stores/contests.ts';
import { readJudges, readUnits, upsertJudges } from '../../stores/people.ts';
import type { ImportKind } from './import-kind.ts';

export const judgeImport: ImportKind<JudgeValue, 'judges'> = {
	async context(db, contestId) {
		const contest = await readContest(db, contestId);
		const judges = await readJudges(db, contestId);
		return {
			panelCodes: contest ? panelsOf(contest.rules).map(({ code }) => code) : [],
			seated: new Map(judges.map(({ code, panels }) => [codeKey(code), panels])),
			unitCodes: (await readUnits(db, contestId)).map(({ code }) => code),
			known: new Map(judges.map(({ code, unitCode }) => [codeKey(code), unitCode]))
		};
	},
	existing: async (db, contestId) =>
		(await readJudges(db, contestId)).map(({ code, fullName, role, position, unitCode, panels }) => ({
			code,
			fullName,
			role,
			position,
			unitCode,
			panels
		})),
	async builtOn(db, contestId) {
		return (await readJudges(db, contestId)).flatMap(({ code, accountId }) => (accountId === null ? [] : [code]));
	},
	cells: ({ code, fullName, role, position, unitCode, panels }) => [
		code,
		fullName,
		role,
		[position, ...(unitCode === null ? [] : [unitCode]), ...panels].join(' · ')
	],
	async store(db, contestId, values) {
		const unitIds = new Map((await readUnits(db, contestId)).map(({ code, id }) => [code, id]));
		await upsertJudges(
			db,
			values.map(({ unitCode, ...judge }) => ({
				contestId,
				...judge,
				unitId: unitCode === null ? null : (unitIds.get(unitCode) ?? null)
			}))
		);
	}
};
