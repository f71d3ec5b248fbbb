// What is asked of an entry (hồ sơ dự thi) and what was handed in: when it is late, whether it is taken, and which version counts. It must not know files.
import type { Bilingual, PartCode } from '../ids.ts';
import type { Points } from '../points.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { endingOf, type FileKind } from './file-kind.ts';
import { safeName } from './file-name.ts';

/** What is handed in after the deadline: refused, taken and flagged, or taken, flagged and priced. Points come off by a decision of two people (R246), never by the house. */
export const latePolicies = ['refuse', 'flag', 'penalty'] as const;
export type LatePolicy = (typeof latePolicies)[number];

/** What comes off for being late, in hundredths, and the code of the part it comes off. */
export interface LatePenalty {
	points: Points;
	part: PartCode;
}

/** Instants are ms since the epoch. */
export interface Deadline {
	/** Null when there is none. */
	dueAt: number | null;
	late: LatePolicy;
}

/** R273: the deadline itself is still in time; the clock is the server's. */
export function isLate({ dueAt }: Pick<Deadline, 'dueAt'>, at: number): boolean {
	return dueAt !== null && at > dueAt;
}

/** R274: the same for whoever hands in; an organiser who wants to take more moves the deadline. */
export function refuseLate(deadline: Deadline, at: number): Refusal | null {
	if (!isLate(deadline, at) || deadline.late !== 'refuse') return null;
	const told: Bilingual = { vi: vietnamTime(deadline.dueAt ?? 0), en: vietnamTime(deadline.dueAt ?? 0) };
	return refuse('entry/too-late', { due: told });
}

/** The same for a page, before anybody has chosen a file. */
export function mayHandIn(deadline: Deadline, at: number): 'in-time' | 'late' | 'refused' {
	if (refuseLate(deadline, at)) return 'refused';
	return isLate(deadline, at) ? 'late' : 'in-time';
}

/** R275: the last act counts, be it a version that was handed in or one that the organisers chose; null before the first version. */
export function countingVersion<Version extends { id: string; at: number }>(
	versions: readonly Version[],
	choices: readonly { versionId: string; at: number }[]
): Version | null {
	const acts = [
		...versions.map(({ id, at }) => ({ id, at })),
		...choices.map(({ versionId, at }) => ({ id: versionId, at }))
	];
	// Of two acts of one moment the choice stands: it was made of what was there.
	const last = acts.reduce<{ id: string; at: number } | null>(
		(latest, act) => (latest === null || act.at >= latest.at ? act : latest),
		null
	);
	return versions.find(({ id }) => id === last?.id) ?? null;
}

/** R276: what a judge is shown and saves: number and what was asked, never what its owner called it. */
export function neutralName(number: string, title: string, kind: FileKind): string {
	return `${safeName(`${number} ${title}`)}.${endingOf(kind)}`;
}

/** R276: a name is read out when its contestant is called; before that a judge of an anonymous stage knows the number alone. */
export function isNameHidden(isAnonymous: boolean, status: string): boolean {
	return isAnonymous && status === 'waiting';
}

/** UTC+7 the whole year. */
const vietnamMs = 7 * 3_600_000;

/** "01/12/2026 17:00", as the clock on the wall there. */
export function vietnamTime(at: number): string {
	const iso = new Date(at + vietnamMs).toISOString();
	const [year, month, day] = iso.slice(0, 10).split('-');
	return `${day}/${month}/${year} ${iso.slice(11, 16)}`;
}

/** `2026-12-01T17:00` of a form, as that clock shows it, and back. Null for anything else. */
export function fromVietnamField(text: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
	const at = Date.parse(`${text}:00Z`) - vietnamMs;
	return Number.isNaN(at) || toVietnamField(at) !== text ? null : at;
}

export function toVietnamField(at: number): string {
	return new Date(at + vietnamMs).toISOString().slice(0, 16);
}
