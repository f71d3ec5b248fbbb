// The panel from a file into the contest; accounts are given later, by appointing.
import { panelsOf } from '../../../contest/rules/panel-list.ts';
import { parseJudges } from '../../../formats/import-judges.ts';
import type { JudgeValue } from '../../../formats/import-values.ts';
import { codeKey } from '../../../formats/vietnamese-text.ts';
import { readContest } from '../../stores/contests.ts';
import { readJudges, upsertJudges } from '../../stores/people.ts';
import type { ImportKind } from './import-kind.ts';

export const judgeImport: ImportKind<JudgeValue> = {
	async parse(bytes, fileName, db, contestId) {
		const contest = await readContest(db, contestId);
		const judges = await readJudges(db, contestId);
		return parseJudges(bytes, fileName, {
			panelCodes: contest ? panelsOf(contest.rules).map(({ code }) => code) : [],
			seated: new Map(judges.map(({ code, panels }) => [codeKey(code), panels]))
		});
	},
	existing: async (db, contestId) =>
		(await readJudges(db, contestId)).map(({ code, fullName, role, position, panels }) => ({
			code,
			fullName,
			role,
			position,
			panels
		})),
	cells: ({ code, fullName, role, position, panels }) => [code, fullName, role, [position, ...panels].join(' · ')],
	store: (db, contestId, values) =>
		upsertJudges(
			db,
			values.map(({ code, fullName, role, position, panels }) => ({
				contestId,
				code,
				fullName,
				role,
				position,
				panels
			}))
		)
};
