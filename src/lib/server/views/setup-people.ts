// People of a contest for the console: units, contestants, panel and staff; never telephone, e-mail or birthday.
import { coverageOf, inTree } from '../../contest/coverage.ts';
import { existsOn, isExpected, isWaiting } from '../../contest/registration/places.ts';
import type { Bilingual } from '../../contest/ids.ts';
import type { SeatLimit } from '../../contest/record/record.ts';
import { panelsOf } from '../../contest/rules/panel-list.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import type { Group, Rules } from '../../contest/rules/rules.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { compareVietnameseNames, foldVietnamese } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import type { ContestantStatus, StaffRole } from '../database/schema.ts';
import { may, mayInviteAnew, mayTakeBackInterest, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { isLastOrganiser, readAccount, readStaff, rolesByContest } from '../stores/accounts.ts';
import { readContest } from '../stores/contests.ts';
import { readInterestList, type InterestList } from './interest-list.ts';
import { readContestants, readJudges, readUnits, type ContestantRow } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readRegistrations } from '../stores/registrations.ts';

export interface SetupPeople {
	contestId: string;
	version: number;
	units: {
		code: string;
		name: string;
		kind: string;
		/** In the tree of units: 0 at its top. */
		depth: number;
		members: number | null;
		quota: number | null;
		contestants: number;
		/** Neither withdrawn nor disqualified. */
		expected: number;
		present: number;
	}[];
	/** R252, R264, R269, of all units. */
	coverage: { covered: number; missing: { code: string; name: string }[]; members: number };
	contestants: {
		id: string;
		number: string;
		name: string;
		unit: string;
		position: string;
		status: ContestantStatus;
		isPresent: boolean;
		category: string | null;
		cluster: string | null;
		team: string | null;
		/** Code of the session the list puts them into. */
		session: string | null;
		mayWin: boolean;
		route: 'promoted' | 'direct';
	}[];
	judges: {
		code: string;
		name: string;
		role: string;
		position: string;
		/** Codes of the panels the judge sits in. */
		panels: string[];
		/** Seats held for some sessions or clusters only. */
		limits: SeatLimit[];
		/** Code of the unit the judge comes from. */
		unit: string | null;
		accountId: string | null;
		login: string | null;
		mayRenew: boolean;
	}[];
	staff: {
		accountId: string;
		login: string;
		name: string;
		roles: { role: StaffRole; mayRemove: boolean }[];
		hasPassword: boolean;
		mayRenew: boolean;
	}[];
	interests: Omit<InterestList, 'declared'> & {
		declared: (InterestList['declared'][number] & { mayWithdraw: boolean })[];
	};
	/** Whom an interest may be about, whatever is searched for. */
	subjects: { contestants: { number: string; name: string }[]; units: { code: string; name: string }[] };
	/** What the rules divide people into; empty where they do not. */
	groups: {
		categories: Group[];
		clusters: Group[];
		sessions: Group[];
		hasTeams: boolean;
		/** With the sessions of the stages each marks in. */
		panels: { code: string; title: Bilingual; sessions: Group[] }[];
	};
	counts: {
		contestants: number;
		/** Neither withdrawn nor disqualified. */
		expected: number;
		present: number;
		/** Units of whom is expected, and those of which one is here. */
		units: number;
		unitsPresent: number;
		listedUnits: number;
		judges: number;
	};
	can: { edit: boolean; checkIn: boolean; slips: boolean };
}

/** `search` keeps the rows in which it is found, marks or not; the counts are of all. */
export async function setupPeople(
	app: App,
	seat: Seat,
	contestId: string,
	search = ''
): Promise<SetupPeople | Refusal> {
	const refusal = refuseUnless(seat, 'contestants:check-in', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [units, contestants, judges, roles, registrations] = await Promise.all([
		readUnits(db, contestId),
		readContestants(db, contestId),
		readJudges(db, contestId),
		readStaff(db, contestId),
		readRegistrations(db, contestId)
	]);
	const sought = foldVietnamese(search);
	const isFound = (...texts: string[]) => sought === '' || foldVietnamese(texts.join(' ')).includes(sought);
	const entries = units.map((unit) => {
		const own = contestants.filter(({ unitId }) => unitId === unit.id);
		return {
			...unit,
			contestants: own.length,
			expected: own.filter(isExpected).length,
			present: own.filter(isHere).length
		};
	});
	/** R269: who was sent counts as entered. */
	const sentBy = new Set(registrations.filter((row) => !row.isReserve && isWaiting(row)).map(({ unitId }) => unitId));
	const coverage = coverageOf(
		entries
			.filter((unit) => existsOn(contest.heldOn, unit))
			.map((unit) => ({ ...unit, expected: unit.expected + (sentBy.has(unit.id) ? 1 : 0) }))
	);
	const renewable = may(seat, 'people:edit', contestId) ? await readRenewable(db, seat, roles) : new Set<string>();
	const interests = await readInterestList(db, contest);
	const accounts = new Map(judges.map(({ code, accountId }) => [code, accountId]));
	const isWithdrawing = may(seat, 'interests:withdraw', contestId) && contest.publishedAt === null;
	const declared = interests.declared.map((row) => {
		const people = { declaredBy: row.byAccount, judge: accounts.get(row.judge) };
		const isSecond = seat.kind === 'staff' && mayTakeBackInterest(seat.accountId, people);
		return { ...row, mayWithdraw: isWithdrawing && isSecond };
	});
	const logins = new Map(roles.map(({ accountId, login }) => [accountId, login]));
	return {
		contestId,
		version: contest.version,
		units: inTree(entries)
			.filter(({ unit: { code, name } }) => isFound(code, name))
			.map(({ unit: { code, name, kind, members, quota, contestants, expected, present }, depth }) => {
				return { code, name, kind, depth, members, quota, contestants, expected, present };
			}),
		coverage: {
			covered: coverage.covered.length,
			missing: coverage.missing.map(({ code, name }) => ({ code, name })),
			members: coverage.members
		},
		contestants: contestants
			.filter((row) => isFound(row.number, row.fullName, row.unitName))
			.map((row) => ({
				id: row.id,
				number: row.number,
				name: row.fullName,
				unit: row.unitName,
				position: row.position,
				status: row.status,
				isPresent: isHere(row),
				category: row.category,
				cluster: row.cluster,
				team: row.team,
				session: row.listedSession,
				mayWin: row.mayWin,
				route: row.route
			})),
		judges: judges.map(({ code, fullName, role, position, panels, limits, unitCode, accountId }) => ({
			code,
			name: fullName,
			role,
			position,
			panels,
			limits,
			unit: unitCode,
			accountId,
			login: (accountId && logins.get(accountId)) ?? null,
			mayRenew: accountId !== null && renewable.has(accountId)
		})),
		staff: gather(roles, renewable),
		interests: { ...interests, declared },
		subjects: {
			contestants: contestants.map(({ number, fullName }) => ({ number, name: fullName })),
			units: units.map(({ code, name }) => ({ code, name }))
		},
		groups: groupsOf(contest.rules, contestants),
		counts: { ...countsOf(contestants), listedUnits: units.length, judges: judges.length },
		can: {
			edit: may(seat, 'people:edit', contestId),
			checkIn: may(seat, 'contestants:check-in', contestId) && contest.publishedAt === null,
			slips: may(seat, 'slips:issue', contestId)
		}
	};
}

/** Teams are shown where a stage ranks them, and where somebody is in one. */
function groupsOf(rules: Rules, contestants: ContestantRow[]): SetupPeople['groups'] {
	return {
		categories: rules.categories,
		clusters: rules.clusters,
		sessions: rules.stages.flatMap(({ sessions }) => sessions),
		hasTeams: rules.stages.some(({ teams }) => teams?.of === 'team') || contestants.some(({ team }) => team !== null),
		panels: panelsOf(rules).map((panel) => ({
			...panel,
			sessions: rules.stages
				.filter(({ parts }) =>
					parts.some((part) => isJudged(part) && part.panels.some(({ code }) => code === panel.code))
				)
				.flatMap(({ sessions }) => sessions)
		}))
	};
}

function isHere(row: ContestantRow): boolean {
	return row.status === 'competing' && row.checkedInAt !== null;
}

/** Units are counted by their contestants: «45/49 đơn vị». */
function countsOf(contestants: ContestantRow[]) {
	const present = contestants.filter(isHere);
	const expected = contestants.filter(isExpected);
	return {
		contestants: contestants.length,
		expected: expected.length,
		present: present.length,
		units: new Set(expected.map(({ unitId }) => unitId)).size,
		unitsPresent: new Set(present.map(({ unitId }) => unitId)).size
	};
}

type StaffRows = Awaited<ReturnType<typeof readStaff>>;

async function readRenewable(db: Queryable, seat: Seat, rows: StaffRows): Promise<Set<string>> {
	const renewable = new Set<string>();
	for (const accountId of new Set(rows.map((row) => row.accountId))) {
		const [account, roles] = await Promise.all([readAccount(db, accountId), rolesByContest(db, accountId)]);
		if (account && mayInviteAnew(seat, account, roles)) renewable.add(accountId);
	}
	return renewable;
}

/** In the order of official lists. The last organiser who can sign in cannot be removed. */
function gather(rows: StaffRows, renewable: Set<string>): SetupPeople['staff'] {
	const people = new Map<string, SetupPeople['staff'][number]>();
	for (const { accountId, login, displayName, role, hasPassword } of rows) {
		const mayRenew = renewable.has(accountId);
		const person = people.get(accountId) ?? { accountId, login, name: displayName, roles: [], hasPassword, mayRenew };
		person.roles.push({ role, mayRemove: role !== 'organiser' || !isLastOrganiser(rows, accountId) });
		people.set(accountId, person);
	}
	return [...people.values()].sort((a, b) => compareVietnameseNames(a.name, b.name));
}
