// Fills an empty contest with the sample that is shipped, so that an organiser can try everything at once.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readQuestions } from '../stores/bank.ts';
import { readUnits } from '../stores/people.ts';
import { appointAll, type AppointedJudge } from './appoint-judges.ts';
import { changeContest } from './change-contest.ts';
import { importOwnFile, type Imported } from './commit-import.ts';
import type { ImportKindName } from '../../formats/reading/requests.ts';
import { inviteAccount } from './sign-in.ts';

/** Folder of the sample, relative to the folder the server is started in. */
const sampleFolder = resolve('src/lib/formats/sample');

/** In the order in which each finds what it needs. */
const sampleFiles: [ImportKindName, string][] = [
	['units', 'units.csv'],
	['contestants', 'contestants.csv'],
	['judges', 'judges.csv'],
	['questions', 'question-bank.csv'],
	['topics', 'topics.csv'],
	['situations', 'situations.csv'],
	['rubrics', 'rubric.json']
];

const input = z.strictObject({ contestId: z.uuid() });

export interface LoadedSample {
	imported: Partial<Record<ImportKindName, Imported>>;
	judges: AppointedJudge[];
}

/** All seven files and the panel's accounts in one change; the rows of the sample that are wrong on purpose are left out. */
export async function loadSample(app: App, seat: Seat, given: unknown): Promise<LoadedSample | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const { contestId } = read.data;
	const files = await Promise.all(
		sampleFiles.map(async ([kind, fileName]) => ({
			contestId,
			kind,
			fileName,
			bytes: new Uint8Array(await readFile(join(sampleFolder, fileName)))
		}))
	);
	const changed = await changeContest(app, seat, { contestId, permission: 'people:edit' }, async (change) => {
		const isEmpty =
			(await readUnits(change.db, contestId)).length === 0 && (await readQuestions(change.db, contestId)).length === 0;
		if (!isEmpty) return refuse('input/already-exists');
		const imported: LoadedSample['imported'] = {};
		for (const file of files) {
			const done = await importOwnFile(change, file);
			if (isRefusal(done)) return done;
			imported[file.kind] = done;
		}
		const judges = await appointAll(change);
		return isRefusal(judges) ? judges : { imported, judges };
	});
	if (isRefusal(changed)) return changed;
	const judges: AppointedJudge[] = [];
	for (const judge of changed.result.judges)
		judges.push({ ...judge, invitation: await inviteAccount(app, judge.accountId) });
	return { imported: changed.result.imported, judges };
}
