// Who takes part, for lists, badges and workbooks: everybody with number, unit and, once drawn, turn and topic. It holds no marks and no situation.
import { compareContestantNumbers } from '../../contest/contestant-number.ts';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { compareVietnameseNames } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readContestants, type ContestantRow } from '../stores/people.ts';
import { readTurns } from '../stores/turns.ts';

export const listOrders = ['number', 'name', 'unit', 'turn'] as const;
export type ListOrder = (typeof listOrders)[number];

export interface ListedContestant {
	number: string;
	name: string;
	unit: string;
	/** As it was written in the list that came in. */
	gender: string | null;
	/** yyyy-MM-dd */
	birthDate: string | null;
	category: Bilingual | null;
	team: string | null;
	/** Of the first stage that has any: into which they were drawn, else where the list puts them. */
	session: Bilingual | null;
	status: ContestantRow['status'];
	/** Position in the running order of the first stage; null before the draw. */
	turn: number | null;
	topic: string | null;
}

export interface ContestantList {
	contest: { name: string; organiser: string; place: string; heldOn: string };
	/** Whether the rules have sessions. */
	hasSessions: boolean;
	/** Without those who withdrew. */
	people: ListedContestant[];
	units: number;
}

export async function contestantList(
	app: App,
	seat: Seat,
	contestId: ContestId,
	order: ListOrder
): Promise<ContestantList | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const first = contest.rules.stages[0]?.code;
	const inSessions = contest.rules.stages.find(({ sessions }) => sessions.length > 0);
	const allTurns = await readTurns(db, contestId);
	const drawn = new Map(
		allTurns
			.filter(({ stage }) => stage === inSessions?.code)
			.map(({ contestant, session }) => [contestant.id, session])
	);
	const turns = new Map(
		allTurns
			.filter(({ stage }) => stage === first)
			.map((turn, at) => [turn.contestant.id, { position: at + 1, topic: turn.topic?.title ?? null }])
	);
	const rows = (await readContestants(db, contestId)).filter(({ status }) => status !== 'withdrawn');
	const people = rows.map((row): ListedContestant => ({
		number: row.number,
		name: row.fullName,
		unit: row.unitName,
		gender: row.gender,
		birthDate: row.birthDate,
		category: contest.rules.categories.find(({ code }) => code === row.category)?.title ?? null,
		team: row.team,
		session: inSessions?.sessions.find(({ code }) => code === (drawn.get(row.id) ?? row.listedSession))?.title ?? null,
		status: row.status,
		turn: turns.get(row.id)?.position ?? null,
		topic: turns.get(row.id)?.topic ?? null
	}));
	const { name, organiser, place, heldOn } = contest;
	return {
		contest: { name, organiser, place, heldOn },
		hasSessions: inSessions !== undefined,
		people: people.sort(comparisons[order]),
		units: new Set(people.map(({ unit }) => unit)).size
	};
}

type Compare = (a: ListedContestant, b: ListedContestant) => number;

const byNumber: Compare = (a, b) => compareContestantNumbers(a.number, b.number);
const comparisons: Record<ListOrder, Compare> = {
	number: byNumber,
	name: (a, b) => compareVietnameseNames(a.name, b.name) || byNumber(a, b),
	unit: (a, b) => collator.compare(a.unit, b.unit) || byNumber(a, b),
	// Whoever was not drawn stands last.
	turn: (a, b) => (a.turn ?? Number.MAX_SAFE_INTEGER) - (b.turn ?? Number.MAX_SAFE_INTEGER) || byNumber(a, b)
};
const collator = new Intl.Collator('vi');
