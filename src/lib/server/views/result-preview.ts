// The result as the organisers see it before and after publishing: completeness, ranking, awards, what the public will see.
import { minutesBlocks } from '../../contest/minutes-blocks.ts';
import type { Bilingual, ContestId, PartCode } from '../../contest/ids.ts';
import type { ResultState } from '../../contest/result-state.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { advancementBlocks, type AdvancementBlock } from '../../contest/result/advancement-blocks.ts';
import { awardBlocks, resultDocument, type AwardBlock, type ResultDocument } from '../../contest/result-document.ts';
import type { Missing } from '../../contest/result/result.ts';
import { allParts } from '../../contest/rules/rules.ts';
import { teamTables, type StandingTable, type TeamTable } from '../../contest/standing-table.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest, type ContestRow } from '../stores/contests.ts';
import { readPublication } from '../stores/publications.ts';
import { readContestMinutes } from '../stores/session-minutes.ts';
import { inTime, undecidedAnswers } from '../stores/undecided-answers.ts';
import { blindTurns, seenMissing } from './blind-turns.ts';
import { readResultState } from './result-state.ts';
import { readStandings, type Standings } from './standings.ts';

export interface ResultPreview {
	contest: { id: ContestId; name: string; version: number };
	/** Titles of parts and stages by code, for sentences about what is missing. */
	titles: Record<PartCode, Bilingual>;
	/** The last stage first; empty while this person is blind. */
	tables: StandingTable[];
	teams: TeamTable[];
	awards: AwardBlock[];
	/** For each stage but the last, who goes on and why; empty while this person is blind. */
	advancements: AdvancementBlock[];
	isComplete: boolean;
	/** R350: whether it may still change. */
	state: ResultState;
	/** R356: numbers of those whose answers came in time and wait for a decision. */
	held: string[];
	/** Without what tells of marks this person may not know yet. */
	missing: Missing[];
	/** True for a member of the panel whose own sheets are not all locked. */
	isBlind: boolean;
	shown: { contestants: boolean; hall: boolean };
	published: { hash: string; at: number } | null;
	can: {
		publish: boolean;
		export: boolean;
		record: boolean;
		archive: boolean;
		print: boolean;
		directHall: boolean;
		givePoints: boolean;
		drawLots: boolean;
	};
}

export async function resultPreview(app: App, seat: Seat, contestId: ContestId): Promise<ResultPreview | Refusal> {
	const read = await readForSeat(app, seat, contestId);
	if ('refused' in read) return read;
	const { contest, standings, blind } = read;
	const isBlind = blind.size > 0;
	const { record, result, tables, isComplete } = standings;
	const publication = await readPublication(app.database.drizzle, contestId);
	const held = inTime(await undecidedAnswers(app.database.drizzle, contestId));
	const named = [...contest.rules.stages, ...allParts(contest.rules)];
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version },
		titles: Object.fromEntries(named.map(({ code, title }) => [code, title])),
		tables: isBlind ? [] : tables.toReversed(),
		teams: isBlind ? [] : teamTables(record, result),
		awards: isBlind ? [] : awardBlocks(record, result),
		advancements: isBlind ? [] : advancementBlocks(record, result),
		isComplete,
		state: await readResultState(app.database.drizzle, contest, standings),
		held,
		missing: await seenMissing(app.database.drizzle, contestId, blind, result.missing),
		isBlind,
		shown: { contestants: contest.standingsShown, hall: contest.hall.show === 'standings' },
		published: publication && { hash: publication.hash, at: publication.madeAt.getTime() },
		can: {
			publish:
				may(seat, 'results:publish', contestId) && contest.publishedAt === null && isComplete && held.length === 0,
			export: !isBlind,
			record: may(seat, 'bank:see', contestId) && !isBlind,
			archive: may(seat, 'contest:archive', contestId) && !isBlind,
			print: may(seat, 'papers:print', contestId) && !isBlind,
			directHall: may(seat, 'results:publish', contestId),
			givePoints: may(seat, 'points:give', contestId),
			drawLots: may(seat, 'lots:draw', contestId)
		}
	};
}

/** The document as it would be published now; the published one once there is one. */
export async function documentPreview(app: App, seat: Seat, contestId: ContestId): Promise<ResultDocument | Refusal> {
	const read = await readForSeat(app, seat, contestId);
	if ('refused' in read) return read;
	if (read.blind.size > 0) return refuse('access/not-allowed');
	const publication = await readPublication(app.database.drizzle, contestId);
	if (publication) return publication.document;
	return resultDocument(
		{
			contestId,
			rulesVersion: read.contest.rulesVersion,
			publishedAt: new Date(app.clock.now()).toISOString(),
			publishedBy: seat.kind === 'staff' ? seat.name : '',
			minutes: minutesBlocks(await readContestMinutes(app.database.drizzle, read.contest))
		},
		read.standings.record,
		read.standings.result
	);
}

interface ForSeat {
	contest: ContestRow;
	standings: Standings;
	/** Turns this person still has to mark. */
	blind: Set<string>;
}

async function readForSeat(app: App, seat: Seat, contestId: ContestId): Promise<ForSeat | Refusal> {
	const denied = refuseUnless(seat, 'results:see', contestId);
	if (denied) return denied;
	const contest = await readContest(app.database.drizzle, contestId);
	const standings = contest && (await readStandings(app, contestId));
	if (!contest || !standings) return refuse('input/not-found');
	return { contest, standings, blind: await blindTurns(app.database.drizzle, seat, contestId) };
}
