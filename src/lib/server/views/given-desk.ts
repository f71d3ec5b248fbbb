// A part whose points the organisers give: everybody who takes part, with what they were given so far; it must not know totals.
import type { Bilingual, ContestId, PartCode } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import { isOut } from '../../contest/record/record.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { stageEntrants } from '../../contest/result/stage-entrants.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readGivenPoints } from '../stores/decisions.ts';
import { readContestants } from '../stores/people.ts';
import { readStandings } from './standings.ts';

export interface GivenDesk {
	contest: { id: ContestId; name: string; version: number };
	part: { code: PartCode; title: Bilingual; max: Points };
	/** False while a stage before is not complete, so that nobody knows who takes part. */
	isDecided: boolean;
	isPublished: boolean;
	/** In order of contestant number, without those who are out; who is absent is waited for by nobody, but may be given points. */
	rows: {
		contestantId: string;
		number: string;
		name: string;
		unit: string;
		isExpected: boolean;
		points: Points | null;
		reason: string;
		/** To be sent with what is typed over it. */
		version: number;
	}[];
}

export async function givenDesk(
	app: App,
	seat: Seat,
	contestId: ContestId,
	partCode: PartCode
): Promise<GivenDesk | Refusal> {
	const denied = refuseUnless(seat, 'points:give', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const standings = contest && (await readStandings(app, contestId));
	const stage = contest?.rules.stages.find(({ parts }) => parts.some(({ code }) => code === partCode));
	const part = stage?.parts.find(({ code }) => code === partCode);
	if (!standings || !stage || part?.kind !== 'given') return refuse('input/not-found');
	const people = new Map((await readContestants(db, contestId)).map((row) => [row.number, row]));
	const given = new Map(
		(await readGivenPoints(db, contestId)).filter((row) => row.partCode === partCode).map((row) => [row.number, row])
	);
	const entrants = stageEntrants(standings.record, standings.result, stage.code);
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version },
		part: { code: part.code, title: part.title, max: part.maxPoints },
		isDecided: entrants !== null,
		isPublished: contest.publishedAt !== null,
		rows: (entrants ?? []).flatMap(({ number, name, status }) => {
			const person = people.get(number);
			if (!person || isOut(status)) return [];
			return {
				contestantId: person.id,
				number,
				name,
				unit: person.unitName,
				isExpected: status === 'competing',
				points: given.get(number)?.points ?? null,
				reason: given.get(number)?.reason ?? '',
				version: given.get(number)?.madeAt.getTime() ?? 0
			};
		})
	};
}
