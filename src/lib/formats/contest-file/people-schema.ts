// The shape of units, contestants and judges in a contest file; it must not know what they did.
import type {
	RecordedContestant,
	RecordedInterest,
	RecordedJudge,
	RecordedLateEntry,
	RecordedUnit,
	SeatLimit
} from '../../contest/record/record.ts';
import { contestantStatuses } from '../../contest/record/record.ts';
import { judgeRoles } from '../../contest/rules/panels.ts';
import { recipient } from './recipient-schema.ts';
import { code, count, instantIso, listOf, object, oneOf, pointsAbove0, text, yesNo } from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';

export const unitSchema = schemaOf<RecordedUnit>('RecordedUnit')(
	object('A unit', {
		code,
		name: text,
		members: count.nullable().describe('Null when it is not known'),
		quota: count.nullable().describe('Most contestants the unit may enter; null without a quota')
	})
);

export const contestantSchema = schemaOf<RecordedContestant>('RecordedContestant')(
	object('A contestant', {
		number: code.describe('Contestant number (số báo danh)'),
		name: text,
		unit: code.describe('Code of the unit'),
		category: code.nullable().describe('Null when the rules name no categories'),
		cluster: code.nullable().describe('Null when the rules name no clusters'),
		team: code.nullable().describe('Team for team rankings; null when there are none'),
		status: oneOf(contestantStatuses),
		mayWin: yesNo.describe('false: takes part but receives no award'),
		route: oneOf(['promoted', 'direct'])
	})
);

const seatLimitSchema = schemaOf<SeatLimit>('SeatLimit')(
	object('A seat held for some sessions or clusters only', {
		panel: code,
		sessions: listOf(code, 200).describe('Empty: all of them'),
		clusters: listOf(code, 200).describe('Empty: all of them')
	})
);

export const judgeSchema = schemaOf<RecordedJudge>('RecordedJudge')(
	object('A judge', {
		code,
		name: text,
		role: oneOf(judgeRoles),
		panels: listOf(code, 50).describe('Codes of the panels the judge sits in'),
		unit: code
			.nullable()
			.optional()
			.describe('Code of the unit the judge comes from; null or left out when it is none'),
		limits: listOf(seatLimitSchema, 50).optional().describe('Seats held for a part of the contest only; left out: none')
	})
);

export const interestSchema = schemaOf<RecordedInterest>('RecordedInterest')(
	object('A conflict of interest that was declared and holds', {
		judge: code.describe('Code of the judge'),
		about: recipient,
		reason: text,
		by: text.describe('Name of who declared it'),
		at: instantIso
	})
);

export const lateEntrySchema = schemaOf<RecordedLateEntry>('RecordedLateEntry')(
	object('Something that was handed in late and costs points', {
		entry: code.describe('Of what was asked for; a decision about it names it'),
		title: text,
		contestant: code,
		part: code.describe('Code of the part the points come off'),
		points: pointsAbove0,
		dueAt: instantIso,
		handedInAt: instantIso
	})
);
