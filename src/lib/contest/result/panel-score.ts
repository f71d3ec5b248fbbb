// One panel's value for one contestant: whose sheets count, what is lacking (R22, R129–R132); it must not know parts' points.
import type { CriterionCode } from '../ids.ts';
import { ratio, type Ratio } from '../points.ts';
import { quotient } from '../ratio.ts';
import type { JudgeCode, RecordedContestant, RecordedJudge, RecordedSheet } from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import type { Panel } from '../rules/panels.ts';
import type { JudgedPart } from '../rules/parts.ts';
import type { CountedSheet } from './aggregate.ts';
import { seatsOf, type Seats } from './expected-judges.ts';
import type { PanelGap } from './missing-sheets.ts';
import { panelValue } from './panel-value.ts';
import type { StageIndex } from './record-index.ts';
import type { PanelScore } from './result.ts';
import { countedMark, isComplete, pointsOfSum, sheetSum, type InsidePenalty } from './sheet-total.ts';

/** One panel with everything about it that does not depend on the contestant. */
export interface PanelSetting {
	panel: Panel;
	seats: Seats;
	/** R132: judges left out of a whole session, by session. */
	leftOut: Map<string | null, Set<JudgeCode>>;
	gaps: PanelGap[];
}

export function settingOf(stage: StageIndex, part: JudgedPart, panel: Panel, rubric: RecordedRubric): PanelSetting {
	const { index, entrants } = stage;
	const seats = seatsOf(index, stage.stage.code, part, panel);
	const sheets = index.sheets.get(stage.stage.code);
	const leftOut = new Map<string | null, Set<JudgeCode>>();
	for (const { number, status } of entrants) {
		const turn = index.turns.get(stage.stage.code)?.get(number);
		const session = turn?.session ?? null;
		const { policy, isDecided } = seats.policyOf(session);
		if (!isDecided || policy !== 'drop-from-session' || status !== 'competing' || turn?.status === 'absent') continue;
		const present = new Set(lockedSheets(rubric, sheets?.get(number)).map(({ judge }) => judge));
		const out = leftOut.get(session) ?? new Set();
		for (const { judge, substitute } of seats.expectedFor(number, session))
			if (!present.has(judge.code) && !(substitute && present.has(substitute.code))) out.add(judge.code);
		leftOut.set(session, out);
	}
	return { panel, seats, leftOut, gaps: [] };
}

/** R23: locked, and no criterion of the rubric empty. */
function lockedSheets(rubric: RecordedRubric, sheets: RecordedSheet[] | undefined): RecordedSheet[] {
	return (sheets ?? []).filter(({ isLocked, marks }) => isLocked && isComplete(rubric, marks));
}

/** One panel's value for one contestant; what is lacking is added to the setting's gaps. */
export function scoreOf(
	{ index, stage }: StageIndex,
	rubric: RecordedRubric,
	{ panel, seats, leftOut, gaps }: PanelSetting,
	{ number, status }: RecordedContestant,
	inside: InsidePenalty | null
): PanelScore {
	const turn = index.turns.get(stage.code)?.get(number);
	const session = turn?.session ?? null;
	const locked = new Map(
		lockedSheets(rubric, index.sheets.get(stage.code)?.get(number)).map((sheet) => [sheet.judge, sheet])
	);
	const expected = seats.expectedFor(number, session);
	const out = leftOut.get(session);
	const counted: CountedSheet[] = [];
	const leftOutSheets: CountedSheet[] = [];
	let absent = 0;
	for (const { judge, substitute } of expected) {
		const own = locked.get(judge.code);
		const other = substitute ? locked.get(substitute.code) : undefined;
		const sheet = other ?? own;
		const list = out?.has(judge.code) ? leftOutSheets : counted;
		if (!sheet) absent++;
		// R130: a substitute with a seat of their own has one sheet.
		else if (!list.some((each) => each.judge === sheet.judge)) list.push(counting(judge, sheet, rubric, inside));
	}
	const { policy, isDecided } = seats.policyOf(session);
	const isWaiting = policy === 'wait' && absent > 0;
	const outcome = seats.outcomeFor(number);
	const extraJudge = outcome?.kind === 'extra' ? index.judges.get(outcome.judge) : undefined;
	const extraSheet = extraJudge && locked.get(extraJudge.code);
	const extra = extraJudge && extraSheet ? counting(extraJudge, extraSheet, rubric, inside) : null;
	const { value, standing, divergence, note } = panelValue({
		panel,
		rubricMax: rubric.max,
		sheets: counted,
		outcome,
		extra
	});
	const isCovered = absent === 0 || (isDecided && policy !== 'wait' && policy !== 'substitute');
	if (status === 'competing' && turn?.status !== 'absent')
		gaps.push({
			contestant: number,
			absent: isCovered ? 0 : absent,
			// Sheets that are waited for are named as such; when nothing is waited for, there must be a value.
			hasValue: value !== null || (counted.length === 0 && !isCovered),
			isSettled: divergence?.isSettled ?? true
		});
	const shown =
		extra && standing.has(extra.judge) ? [...counted.filter(({ judge }) => judge !== extra.judge), extra] : counted;
	return {
		panel: panel.code,
		value: isWaiting ? null : value,
		sheets: [
			...shown.map(({ judge, sum }) => ({ judge, total: pointsOfSum(sum), counts: standing.get(judge) ?? 'yes' })),
			...leftOutSheets
				.filter(({ judge }) => !shown.some((each) => each.judge === judge))
				.map(({ judge, sum }) => ({ judge, total: pointsOfSum(sum), counts: 'judge-left-out' as const }))
		],
		...criteriaOf(rubric, shown, standing, locked, inside),
		divergence,
		note
	};
}

function counting(
	{ role }: RecordedJudge,
	sheet: RecordedSheet,
	rubric: RecordedRubric,
	inside: InsidePenalty | null
): CountedSheet {
	return { judge: sheet.judge, role, sum: sheetSum(rubric, sheet.marks, inside) };
}

/** R22: the mean of each criterion, and how often its maximum was given, over the sheets that count. */
function criteriaOf(
	{ criteria }: RecordedRubric,
	sheets: CountedSheet[],
	standing: Map<JudgeCode, string>,
	locked: Map<JudgeCode, RecordedSheet>,
	inside: InsidePenalty | null
): { criteria: Record<CriterionCode, Ratio>; topMarks: number } {
	const means: Record<CriterionCode, Ratio> = {};
	const counting = sheets.filter(({ judge }) => (standing.get(judge) ?? 'yes') === 'yes');
	let topMarks = 0;
	for (const { code, max } of criteria) {
		let sum = 0;
		for (const { judge } of counting) {
			const mark = countedMark(code, locked.get(judge)?.marks ?? {}, inside);
			sum += mark;
			if (mark === max) topMarks++;
		}
		means[code] = counting.length > 0 ? quotient([sum], [counting.length]) : ratio(0);
	}
	return { criteria: means, topMarks };
}
