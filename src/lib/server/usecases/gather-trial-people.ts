// With whom rules are tried: the people of the contest as far as there are any, else those of the sample that is shipped; it must not try anything.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { TrialPeople } from '../../contest/trial/setting.ts';
import { parseContestants } from '../../formats/import-contestants.ts';
import { parseJudges } from '../../formats/import-judges.ts';
import { parseUnits } from '../../formats/import-units.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readContest } from '../stores/contests.ts';

/** Relative to the folder the server is started in. */
const sampleFolder = resolve('src/lib/formats/sample');

/** For those who write the rules. Judges are the contest's own only together with contestants of its own. */
export async function gatherTrialPeople(app: App, seat: Seat, contestId: string): Promise<TrialPeople | Refusal> {
	const refusal = refuseUnless(seat, 'contest:edit', contestId);
	if (refusal) return refusal;
	const contest = await readContest(app.database.drizzle, contestId);
	if (!contest) return refuse('input/not-found');
	const { units, contestants, judges } = await readContestRecord(app.database.drizzle, contest);
	return contestants.length > 0 ? { units, contestants, judges, areSample: false } : samplePeople();
}

async function samplePeople(): Promise<TrialPeople> {
	const units = (await parseUnits(await bytesOf('units.csv'), 'units.csv')).rows.map(({ value }) => value);
	const unitCodes = units.map(({ code }) => code);
	const contestants = await parseContestants(await bytesOf('contestants.csv'), 'contestants.csv', { unitCodes });
	const judges = await parseJudges(await bytesOf('judges.csv'), 'judges.csv');
	return {
		units: units.map(({ code, name, members, quota }) => ({ code, name, members, quota })),
		contestants: contestants.rows.map(({ value }) => ({
			number: value.code,
			name: value.fullName,
			unit: value.unitCode,
			category: null,
			cluster: null,
			team: null,
			status: 'competing',
			mayWin: true,
			route: 'direct'
		})),
		judges: judges.rows.map(({ value: { code, fullName, role, panels } }) => ({ code, name: fullName, role, panels })),
		areSample: true
	};
}

async function bytesOf(name: string): Promise<Uint8Array> {
	return new Uint8Array(await readFile(join(sampleFolder, name)));
}
