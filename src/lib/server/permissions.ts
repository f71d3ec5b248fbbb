// The one table of what each role may do; buttons and server ask the same function.
import type { ContestId } from '../contest/ids.ts';
import type { JudgeRole } from '../contest/rules/panels.ts';
import { refuse, type Refusal } from '../contest/refusal.ts';
import type { StaffRole } from './database/schema.ts';
import type { Seat } from './seat.ts';

export type Role = StaffRole | 'contestant' | 'screen' | 'contact' | 'house';

const permitted = {
	'contest:see': ['organiser', 'head_judge', 'judge', 'secretary', 'mc'],
	'contest:edit': ['organiser'],
	'contest:archive': ['organiser', 'house'],
	'people:edit': ['organiser'],
	'entries:see': ['organiser', 'secretary'],
	'entries:ask': ['organiser'],
	'entries:hand-in': ['organiser', 'secretary', 'contact'],
	'entries:choose': ['organiser'],
	'registrations:fill': ['contact'],
	'registrations:settle': ['organiser'],
	'slips:issue': ['organiser', 'secretary'],
	'contestants:check-in': ['organiser', 'secretary'],
	'lots:draw': ['organiser', 'secretary'],
	'bank:see': ['organiser'],
	'bank:edit': ['organiser'],
	'round:run': ['organiser', 'house'],
	'points:give': ['organiser', 'secretary'],
	'answers:enter': ['secretary'],
	'answers:submit': ['contestant'],
	'turn:run': ['organiser', 'secretary', 'house'],
	'sheets:mark': ['judge', 'head_judge'],
	'sheets:reopen': ['head_judge', 'organiser'],
	'interests:declare': ['organiser', 'head_judge', 'judge'],
	'interests:withdraw': ['organiser', 'head_judge'],
	'calibrations:lead': ['organiser', 'head_judge'],
	'papers:move': ['judge', 'head_judge', 'secretary'],
	'papers:enter': ['secretary'],
	'papers:settle': ['head_judge'],
	'matrix:see': ['organiser', 'head_judge', 'secretary'],
	'marks:see': ['head_judge', 'secretary'],
	'panel:weigh': ['head_judge'],
	'session:lock': ['head_judge'],
	'session:open': ['organiser', 'head_judge'],
	'minutes:see': ['organiser', 'head_judge', 'secretary'],
	'minutes:sign': ['head_judge', 'secretary'],
	'results:see': ['organiser', 'head_judge', 'secretary'],
	'results:publish': ['organiser'],
	'decisions:see': ['organiser', 'head_judge', 'secretary'],
	'decisions:propose': ['organiser', 'head_judge', 'secretary'],
	'decisions:confirm': ['organiser', 'head_judge'],
	'consultations:lead': ['head_judge'],
	'hall:direct': ['organiser', 'mc'],
	'papers:prepare': ['organiser', 'secretary'],
	'papers:print': ['organiser', 'head_judge', 'secretary'],
	'log:see': ['organiser', 'head_judge'],
	'machine:see': ['organiser'],
	/** Of questions that have been shown; who may see the bank sees those of all. */
	'pictures:see': ['organiser', 'head_judge', 'judge', 'secretary', 'mc', 'contestant', 'screen'],
	'stage:mc': ['mc', 'organiser'],
	'stage:screen': ['screen', 'organiser']
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permitted;

/** All permissions with their roles, for the tests that walk the table. */
export const permissionTable: Readonly<Record<Permission, readonly Role[]>> = permitted;

export function rolesOf(seat: Seat, contestId: ContestId): Role[] {
	switch (seat.kind) {
		case 'staff':
			// An address may say anything, also what every object has.
			return (Object.hasOwn(seat.roles, contestId) && seat.roles[contestId]) || [];
		case 'contestant':
		case 'screen':
		case 'contact':
			return seat.contestId === contestId ? [seat.kind] : [];
		case 'house':
			return ['house'];
		case 'anonymous':
			return [];
	}
}

export function may(seat: Seat, permission: Permission, contestId: ContestId): boolean {
	const roles: readonly Role[] = permitted[permission];
	return rolesOf(seat, contestId).some((role) => roles.includes(role));
}

/** Null when permitted; people without a session are asked to sign in, others are told no more than "not allowed". */
export function refuseUnless(seat: Seat, permission: Permission, contestId: ContestId): Refusal | null {
	if (may(seat, permission, contestId)) return null;
	return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
}

/** Whether two people are an organiser and a head judge between them: what both must accept, neither half accepts alone. */
export function areOrganiserAndHead(one: readonly Role[], other: readonly Role[]): boolean {
	return (
		(one.includes('organiser') && other.includes('head_judge')) ||
		(one.includes('head_judge') && other.includes('organiser'))
	);
}

/** R154: what was declared of a judge's interest is taken back by somebody who neither declared it nor is the judge. */
export function mayTakeBackInterest(
	accountId: string,
	{ declaredBy, judge }: { declaredBy: string; judge: string | null | undefined }
): boolean {
	return accountId !== declaredBy && accountId !== judge;
}

/** A head judge opens the sheets of the panel, an organiser those of a head judge; nobody opens their own. */
export function mayReopen(roles: readonly Role[], judge: JudgeRole): boolean {
	return roles.includes('head_judge') || (judge === 'head' && roles.includes('organiser'));
}

/**
 * Who may give somebody a new one-time link: only for accounts that belong to nothing but contests the asker organises,
 * because whoever sets the password is that person everywhere. Founders help themselves at the machine.
 */
export function mayInviteAnew(
	seat: Seat,
	account: { isFounder: boolean },
	rolesByContest: Record<ContestId, StaffRole[]>
): boolean {
	if (seat.kind !== 'staff' || account.isFounder) return false;
	return Object.keys(rolesByContest).every((contestId) => seat.roles[contestId]?.includes('organiser'));
}
