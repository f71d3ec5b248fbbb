// On which page of the console a problem of the preflight is mended; it must not know what the problem is.
import type { Problem, recordProblems } from '#lib/contest/preflight/problem.ts';

export const mendingPlaces = ['rules', 'people', 'bank', 'lots'] as const;
export type MendingPlace = (typeof mendingPlaces)[number];

type RecordProblem = (typeof recordProblems)[number];

const ofRecord: Record<RecordProblem, { place: MendingPlace; search: string }> = {
	'contestants-none': { place: 'people', search: '?tab=contestants' },
	'number-twice': { place: 'people', search: '?tab=contestants' },
	'judge-twice': { place: 'people', search: '?tab=judges' },
	'unit-twice': { place: 'people', search: '?tab=units' },
	'unit-unknown': { place: 'people', search: '?tab=contestants' },
	'unit-over-quota': { place: 'people', search: '?tab=units' },
	'group-unknown': { place: 'people', search: '?tab=contestants' },
	'seat-unknown': { place: 'people', search: '?tab=judges' },
	'panel-empty': { place: 'people', search: '?tab=judges' },
	'panel-too-small': { place: 'people', search: '?tab=judges' },
	'sum-with-recusal': { place: 'people', search: '?tab=judges' },
	'interested-marks': { place: 'people', search: '?tab=judges' },
	'excused-too-many': { place: 'people', search: '?tab=judges' },
	'session-too-small': { place: 'people', search: '?tab=judges' },
	'questions-too-few': { place: 'bank', search: '' },
	'question-twice': { place: 'bank', search: '' },
	'key-incomplete': { place: 'bank', search: '' },
	'slot-missing': { place: 'lots', search: '' },
	'quota-over-cap': { place: 'rules', search: '?at=awardCaps' }
};
/** Of the document, but mended where rubrics are brought in. */
const ofRubrics: readonly string[] = ['rubric-missing', 'rubric-sum', 'criterion-grid', 'criterion-twice'];

/** The place, and what to add to the address of the contest to come there. */
export function mendedAt({ code, path }: Pick<Problem, 'code' | 'path'>): { place: MendingPlace; href: string } {
	const known = ofRecord[code as RecordProblem] as (typeof ofRecord)[RecordProblem] | undefined;
	if (known) return { place: known.place, href: `/${known.place}${known.search}` };
	if (ofRubrics.includes(code)) return { place: 'bank', href: '/bank?tab=rubrics' };
	return { place: 'rules', href: `/rules?at=${encodeURIComponent(path.replace(/^rules\./, ''))}` };
}
