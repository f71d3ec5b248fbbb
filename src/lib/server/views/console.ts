// The frame of the console: the contest's name, version and rules, its rounds, and what this person may do.
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Rules } from '../../contest/rules/rules.ts';
import type { RoundPhase } from '../../contest/round.ts';
import type { App } from '../app.ts';
import type { HallState } from '../database/schema.ts';
import { may, permissionTable, refuseUnless, type Permission } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readRounds } from '../stores/rounds.ts';

export interface ConsoleFrame {
	contest: {
		id: string;
		name: string;
		organiser: string;
		place: string;
		heldOn: string;
		joinCode: string;
		version: number;
		rules: Rules;
		hall: HallState;
		standingsShown: boolean;
		/** ms since the epoch; null before the result is published. */
		publishedAt: number | null;
		isRehearsal: boolean;
	};
	rounds: { id: string; title: string; partCode: string; phase: RoundPhase }[];
	can: Record<Permission, boolean>;
	name: string;
}

export async function readConsole(app: App, seat: Seat, contestId: string): Promise<ConsoleFrame | Refusal> {
	if (!/^[0-9a-f-]{36}$/.test(contestId)) return refuse('input/not-found');
	const refusal = refuseUnless(seat, 'matrix:see', contestId);
	if (refusal) return refusal;
	const contest = await readContest(app.database.drizzle, contestId);
	if (!contest) return refuse('input/not-found');
	const { id, name, organiser, place, heldOn, joinCode, version, rules, hall, standingsShown } = contest;
	const permissions = Object.keys(permissionTable) as Permission[];
	return {
		contest: {
			id,
			name,
			organiser,
			place,
			heldOn,
			joinCode,
			version,
			rules,
			hall,
			standingsShown,
			publishedAt: contest.publishedAt?.getTime() ?? null,
			isRehearsal: contest.isRehearsal
		},
		rounds: (await readRounds(app.database.drizzle, contestId)).map((round) => ({
			id: round.id,
			title: round.title,
			partCode: round.partCode,
			phase: round.phase
		})),
		can: Object.fromEntries(permissions.map((each) => [each, may(seat, each, contestId)])) as ConsoleFrame['can'],
		name: seat.kind === 'staff' ? seat.name : ''
	};
}
