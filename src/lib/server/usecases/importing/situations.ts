// Situations with their points of answer from a file into the contest.
import type { SituationValue } from '../../../formats/import-values.ts';
import { readSituations, upsertSituations } from '../../stores/bank.ts';
import { anyTurnBegun } from '../../stores/draws.ts';
import type { ImportKind } from './import-kind.ts';

export const situationImport: ImportKind<SituationValue, 'situations'> = {
	context: () => Promise.resolve({}),
	existing: async (db, contestId) =>
		(await readSituations(db, contestId)).map(({ code, text, pointsOfAnswer }) => ({ code, text, pointsOfAnswer })),
	cells: ({ code, text }) => [code, text],
	store: (db, contestId, values) =>
		upsertSituations(
			db,
			values.map(({ code, text, pointsOfAnswer }) => ({ contestId, code, text, pointsOfAnswer }))
		),
	inUse: async (db, contestId) =>
		new Set((await anyTurnBegun(db, contestId)) ? (await readSituations(db, contestId)).map(({ code }) => code) : [])
};
