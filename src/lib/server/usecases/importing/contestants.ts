// Contestants from a file into the contest; their units must be there already.
import type { ContestantGroups, ContestantValue } from '../../../formats/import-values.ts';
import { codeKey, splitName } from '../../../formats/vietnamese-text.ts';
import { readContest } from '../../stores/contests.ts';
import { readFrozenLists } from '../../stores/draws.ts';
import { readContestants, readUnits, upsertContestants } from '../../stores/people.ts';
import { readTurns } from '../../stores/turns.ts';
import type { ImportKind } from './import-kind.ts';

export const contestantImport: ImportKind<ContestantValue, 'contestants'> = {
	async context(db, contestId) {
		const contest = await readContest(db, contestId);
		const units = await readUnits(db, contestId);
		const contestants = await readContestants(db, contestId);
		const turns = await readTurns(db, contestId);
		return {
			unitCodes: units.map(({ code }) => code),
			unitNames: new Map(units.map(({ code, name }) => [code, name])),
			categories: contest?.rules.categories ?? [],
			clusters: contest?.rules.clusters ?? [],
			codeNames: new Map(
				contestants.flatMap(({ number, codeName }) => (codeName === null ? [] : [[codeKey(number), codeName]]))
			),
			known: new Map(contestants.map((row) => [codeKey(row.number), { ...groupsOf(row), session: row.listedSession }])),
			sessions: (contest?.rules.stages ?? []).flatMap(({ code: stage, sessions }) =>
				sessions.map((session) => ({ ...session, stage }))
			),
			drawn: Map.groupBy(
				turns.flatMap(({ contestant, stage, session }) =>
					session === null ? [] : [{ number: codeKey(contestant.number), stage, session }]
				),
				({ number }) => number
			)
		};
	},
	existing: async (db, contestId) =>
		(await readContestants(db, contestId)).map((row) => ({
			code: row.number,
			fullName: row.fullName,
			gender: row.gender === 'Nam' || row.gender === 'Nữ' ? row.gender : null,
			birthDate: row.birthDate,
			unitCode: row.unitCode,
			position: row.position,
			phone: row.phone,
			email: row.email,
			codeName: row.codeName,
			...groupsOf(row),
			...(row.listedSession !== null && { session: row.listedSession })
		})),
	/** Lists that lots are drawn from hold contestants as they were; who has come or left is known by more than the file says. */
	async builtOn(db, contestId, codes) {
		if ((await readFrozenLists(db, contestId)).length > 0) return [...codes];
		const moved = (await readContestants(db, contestId)).filter(
			({ status, joinedAt, checkedInAt }) => status !== 'competing' || joinedAt !== null || checkedInAt !== null
		);
		return moved.map(({ number }) => number);
	},
	cells: ({ code, fullName, unitCode, position }) => [code, fullName, unitCode, position],
	async store(db, contestId, values) {
		const unitIds = new Map((await readUnits(db, contestId)).map(({ code, id }) => [code, id]));
		await upsertContestants(
			db,
			values.map(({ code, unitCode, fullName, session, ...rest }) => {
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
					listedSession: session ?? null,
					...rest
				};
			})
		);
	}
};

function groupsOf({ category, cluster, team, mayWin, route }: ContestantGroups): ContestantGroups {
	return { category, cluster, team, mayWin, route };
}
