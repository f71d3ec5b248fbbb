// Presentation topics from a file into the contest.
import type { TopicValue } from '../../../formats/import-values.ts';
import { readTopics, upsertTopics } from '../../stores/bank.ts';
import { anyTurnBegun } from '../../stores/draws.ts';
import type { ImportKind } from './import-kind.ts';

export const topicImport: ImportKind<TopicValue, 'topics'> = {
	context: () => Promise.resolve({}),
	existing: async (db, contestId) =>
		(await readTopics(db, contestId)).map(({ code, title, hint }) => ({ code, title, hint })),
	cells: ({ code, title, hint }) => [code, title, hint],
	store: (db, contestId, values) =>
		upsertTopics(
			db,
			values.map(({ code, title, hint }) => ({ contestId, code, title, hint }))
		),
	inUse: async (db, contestId) =>
		new Set((await anyTurnBegun(db, contestId)) ? (await readTopics(db, contestId)).map(({ code }) => code) : [])
};
