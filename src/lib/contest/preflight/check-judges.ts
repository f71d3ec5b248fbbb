// Whether there are judges enough, for everybody, and none with an interest (R154–R156, R231); it must not know marks.
import { decisionsOf, standingDecisions } from '../record/decision.ts';
import type { ContestRecord, RecordedJudge } from '../record/record.ts';
import { seatsOf } from '../result/expected-judges.ts';
import { interestsIn } from '../result/interests.ts';
import { grouped, indexRecord, type RecordIndex } from '../result/record-index.ts';
import { whoMarks } from '../result/who-marks.ts';
import { leastJudges, type Panel } from '../rules/panels.ts';
import { isJudged, type JudgedPart } from '../rules/parts.ts';
import { allParts, type Stage } from '../rules/rules.ts';
import { repeated, when, type Problem } from './problem.ts';

/** R231: every panel has judges, and enough for what it drops; nobody sits in a panel that does not exist. */
export function checkJudges(record: ContestRecord): Problem[] {
	const { judges, rules, decisions } = record;
	const index = indexRecord(record);
	const parts = allParts(rules).filter(isJudged);
	const panelCodes = new Set(parts.flatMap(({ panels }) => panels.map(({ code }) => code)));
	const recusals = decisionsOf(standingDecisions(decisions), 'recusal');
	const excused = new Set(index.excuses.pairs.size > 0 ? interestsIn(record).map(({ judge }) => judge) : []);
	return [
		...repeated(judges, ({ code }) => code).flatMap(({ at, key }) =>
			when(true, 'judge-twice', `judges[${at}].code`, { judge: key })
		),
		...judges.flatMap(({ code, panels }, at) =>
			// Where nothing is judged a seat means nothing.
			panels.flatMap((panel, seatAt) =>
				when(panelCodes.size > 0 && !panelCodes.has(panel), 'seat-unknown', `judges[${at}].panels[${seatAt}]`, {
					judge: code,
					panel
				})
			)
		),
		...rules.stages.flatMap((stage, stageAt) =>
			stage.parts.flatMap((part, partAt) =>
				(isJudged(part) ? part.panels : []).flatMap((panel, at) => {
					const path = `rules.stages[${stageAt}].parts[${partAt}].panels[${at}]`;
					const seated = judges.filter(isCounted(panel));
					const details = { part: part.title, panel: panel.title, seated: seated.length, needed: leastJudges(panel) };
					const isSumShort =
						panel.aggregation.kind === 'sum' &&
						(recusals.some(
							({ judge, part: only }) =>
								(only === null || only === part.code) && seated.some(({ code }) => code === judge)
						) ||
							seated.some(({ code }) => excused.has(code)));
					return [
						...when(seated.length === 0, 'panel-empty', path, details),
						...when(seated.length > 0 && seated.length < leastJudges(panel), 'panel-too-small', path, details),
						...when(isSumShort, 'sum-with-recusal', path, details),
						...checkSessions(record, part as JudgedPart, panel, stage, path),
						...(isSumShort ? [] : checkExcused(index, { stage, part: part as JudgedPart, panel, path }))
					];
				})
			)
		),
		...checkInterests(record, index)
	];
}

/** R156: for whom limits of seats, interests and recusals leave fewer judges than the marking needs, where the panel as a whole has enough. */
function checkExcused(
	index: RecordIndex,
	{ stage, part, panel, path }: { stage: Stage; part: JudgedPart; panel: Panel; path: string }
): Problem[] {
	const seats = seatsOf(index, stage.code, part, panel);
	const least = leastJudges(panel);
	const seated = index.record.judges.filter(isCounted(panel)).length;
	if (seated < least) return [];
	const left = index.inOrder
		.filter(({ status }) => status === 'competing')
		.map(({ number }) => {
			const count = Math.max(
				...sessionsFor(index, stage, number).map((session) => seats.expectedFor(number, session).length)
			);
			return { number, count };
		});
	const short = left.filter(({ count }) => count < least);
	return when(short.length > 0, 'excused-too-many', path, {
		part: part.title,
		panel: panel.title,
		seated: Math.min(...short.map(({ count }) => count)),
		needed: least,
		numbers: someOf(short.map(({ number }) => number))
	});
}

/** The one of the turn; before it is drawn, any the contestant may come into. */
function sessionsFor(index: RecordIndex, { code, sessions }: Stage, number: string): (string | null)[] {
	const turn = index.turns.get(code)?.get(number);
	return turn || sessions.length === 0 ? [turn?.session ?? null] : sessions.map((session) => session.code);
}

/** R156: a session in which too few of the panel sit, whoever performs in it. */
function checkSessions(
	{ judges }: ContestRecord,
	part: JudgedPart,
	panel: Panel,
	stage: Stage,
	path: string
): Problem[] {
	const least = leastJudges(panel);
	const seated = judges.filter(isCounted(panel));
	if (seated.length < least) return [];
	return stage.sessions.flatMap(({ code, title }) => {
		const count = seated.filter(({ limits = [] }) =>
			limits.every(({ panel: of, sessions }) => of !== panel.code || sessions.length === 0 || sessions.includes(code))
		).length;
		const details = { part: part.title, panel: panel.title, session: title, seated: count, needed: least };
		return when(count < least, 'session-too-small', `${path}.${code}`, details);
	});
}

/** R154: who marks a contestant in spite of an interest, as the rules let them or a sheet was begun before it was known. */
function checkInterests(record: ContestRecord, index: RecordIndex): Problem[] {
	const markers = record.rules.stages.map((stage) => ({ stage: stage.code, markers: whoMarks(index, stage) }));
	const interests = grouped(interestsIn(record), ({ judge }) => judge);
	return record.judges.flatMap(({ code }, at) => {
		const numbers = (interests.get(code) ?? [])
			.map(({ contestant }) => contestant)
			.filter((contestant) =>
				markers.some(({ stage, markers: { of } }) =>
					of(contestant, index.turns.get(stage)?.get(contestant)?.session ?? null).has(code)
				)
			);
		return when(numbers.length > 0, 'interested-marks', `judges[${at}]`, { judge: code, numbers: someOf(numbers) });
	});
}

function someOf(numbers: string[]): string {
	return numbers
		.slice(0, 5)
		.join(', ')
		.concat(numbers.length > 5 ? '…' : '');
}

/** Sits in the panel, and not to learn (R157). */
function isCounted({ code }: Panel): (judge: RecordedJudge) => boolean {
	return ({ panels, role }) => panels.includes(code) && role !== 'shadow';
}
