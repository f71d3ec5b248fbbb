// Whether there are judges enough, for everybody, and none with an interest (R154, R156, R231); it must not know marks.
import { decisionsOf, standingDecisions } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { seatsOf } from '../result/expected-judges.ts';
import { interestsIn } from '../result/interests.ts';
import { grouped, indexRecord, type RecordIndex } from '../result/record-index.ts';
import { whoMarks } from '../result/who-marks.ts';
import type { Panel } from '../rules/panels.ts';
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
					const seated = judges.filter(({ panels }) => panels.includes(panel.code));
					const details = { part: part.title, panel: panel.title, seated: seated.length, needed: needed(panel) };
					const isSumShort =
						panel.aggregation.kind === 'sum' &&
						(recusals.some(
							({ judge, part: only }) =>
								(only === null || only === part.code) && seated.some(({ code }) => code === judge)
						) ||
							seated.some(({ code }) => excused.has(code)));
					return [
						...when(seated.length === 0, 'panel-empty', path, details),
						...when(seated.length > 0 && seated.length < needed(panel), 'panel-too-small', path, details),
						...when(isSumShort, 'sum-with-recusal', path, details),
						...(isSumShort ? [] : checkExcused(index, { stage, part: part as JudgedPart, panel, path }))
					];
				})
			)
		),
		...checkInterests(record, index)
	];
}

/** R154, R156: for whom interests and recusals leave fewer judges than the marking needs, where the panel as a whole has enough. */
function checkExcused(
	index: RecordIndex,
	{ stage, part, panel, path }: { stage: Stage; part: JudgedPart; panel: Panel; path: string }
): Problem[] {
	const seats = seatsOf(index, stage.code, part, panel);
	const seated = index.record.judges.filter(({ panels }) => panels.includes(panel.code)).length;
	if (seated < needed(panel)) return [];
	const left = index.inOrder
		.filter(({ status }) => status === 'competing')
		.map(({ number }) => {
			const session = index.turns.get(stage.code)?.get(number)?.session ?? null;
			return { number, count: seats.expectedFor(number, session).length };
		});
	const short = left.filter(({ count }) => count < needed(panel));
	return when(short.length > 0, 'excused-too-many', path, {
		part: part.title,
		panel: panel.title,
		seated: Math.min(...short.map(({ count }) => count)),
		needed: needed(panel),
		numbers: someOf(short.map(({ number }) => number))
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

function needed({ aggregation, leastSheets }: Panel): number {
	return Math.max(leastSheets, aggregation.kind === 'trimmed' ? aggregation.leastPanel : 0);
}
