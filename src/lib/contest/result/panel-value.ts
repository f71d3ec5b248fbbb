// The value of one panel for one contestant, with what was done about differences (R125, R133–R136); it must not know parts or time.
import type { Bilingual } from '../ids.ts';
import { formatPoints, ratio, type Ratio } from '../points.ts';
import { times } from '../ratio.ts';
import type { DivergenceOutcome } from '../record/decision.ts';
import type { JudgeCode } from '../record/record.ts';
import type { DivergenceAction, Panel } from '../rules/panels.ts';
import { aggregate, type CountedSheet } from './aggregate.ts';
import { findDifference, type Difference } from './divergence.ts';
import type { DivergenceFinding, SheetScore } from './result.ts';
import { roundPoints } from './rounding.ts';
import { pointsOfSum } from './sheet-total.ts';

export interface PanelInput {
	panel: Panel;
	rubricMax: number;
	/** In the order of the judges' codes. */
	sheets: CountedSheet[];
	/** The last decision about this contestant, if there is one. */
	outcome: DivergenceOutcome | null;
	/** The sheet of the judge who marked besides, once it is locked. */
	extra: CountedSheet | null;
}

export interface PanelValue {
	value: Ratio | null;
	/** Why each sheet counts or not. */
	standing: Map<JudgeCode, SheetScore['counts']>;
	divergence: DivergenceFinding | null;
	/** What the head judge's value took the place of, where no difference is found (any more). */
	note: Bilingual | null;
}

/**
 * R133: differences are looked for among all sheets that count, before any is dropped; then sheets are dropped (R21) and
 * the value is taken. R134: nothing is done silently: a finding carries the value before and after, and is open until
 * people have settled it, except a mere warning and an exclusion that leaves enough sheets. R135: a value the head judge
 * decided stands until it is taken back, whatever the sheets say later.
 */
export function panelValue({ panel, rubricMax, sheets, outcome, extra }: PanelInput): PanelValue {
	const plain = aggregate(panel.aggregation, sheets, panel.leastSheets);
	const standing = standingOf(sheets, plain.droppedHigh, plain.droppedLow);
	const difference = panel.divergence && plain.value ? findDifference(panel.divergence, sheets, rubricMax) : null;
	const level = difference ? panel.divergence?.levels[difference.level] : undefined;
	if (!difference || !level || !plain.value) {
		if (outcome?.kind !== 'head') return { value: plain.value, standing, divergence: null, note: null };
		const value = ratio(outcome.value);
		return { value, standing: allReplaced(sheets), divergence: null, note: headNote(panel, plain.value, value) };
	}
	const settled = settle(panel, level.action, sheets, difference, outcome, extra);
	const after = settled ? settled.value : plain.value;
	return {
		value: after,
		standing: settled?.standing ?? standing,
		divergence: {
			level: difference.level,
			action: level.action,
			judges: difference.judges,
			measured: difference.measured,
			before: plain.value,
			after: settled ? settled.value : null,
			isSettled: settled !== null,
			why: explain(panel, level.action, difference, plain.value, settled, outcome)
		},
		note: null
	};
}

interface Settled {
	value: Ratio;
	standing: Map<JudgeCode, SheetScore['counts']> | null;
}

/** R136: what settles a finding; null while people are waited for. */
function settle(
	panel: Panel,
	action: DivergenceAction,
	sheets: CountedSheet[],
	difference: Difference,
	outcome: DivergenceOutcome | null,
	extra: CountedSheet | null
): Settled | null {
	const asIs = aggregate(panel.aggregation, sheets, panel.leastSheets).value;
	if (outcome?.kind === 'head') return { value: ratio(outcome.value), standing: allReplaced(sheets) };
	if (action === 'warn' || outcome?.kind === 'stands') return asIs && { value: asIs, standing: null };
	if (action === 'exclude') {
		const rest = sheets.filter(({ judge }) => !difference.judges.includes(judge));
		const { value, droppedHigh, droppedLow } = aggregate(panel.aggregation, rest, panel.leastSheets);
		if (!value) return null;
		const standing = standingOf(rest, droppedHigh, droppedLow);
		for (const judge of difference.judges) standing.set(judge, 'excluded');
		return { value, standing };
	}
	if (outcome?.kind !== 'extra' || !extra) return null;
	if (action === 'extra-joins') {
		const joined = [...sheets.filter(({ judge }) => judge !== extra.judge), extra];
		const { value, droppedHigh, droppedLow } = aggregate(panel.aggregation, joined, panel.leastSheets);
		return value && { value, standing: standingOf(joined, droppedHigh, droppedLow) };
	}
	if (action !== 'extra-replaces') return null;
	const standing = allReplaced(sheets);
	standing.set(extra.judge, 'yes');
	return { value: pointsOfSum(extra.sum), standing };
}

function standingOf(sheets: CountedSheet[], high: JudgeCode[], low: JudgeCode[]): Map<JudgeCode, SheetScore['counts']> {
	const standing = new Map<JudgeCode, SheetScore['counts']>(sheets.map(({ judge }) => [judge, 'yes']));
	for (const judge of high) standing.set(judge, 'dropped-high');
	for (const judge of low) standing.set(judge, 'dropped-low');
	return standing;
}

function allReplaced(sheets: CountedSheet[]): Map<JudgeCode, SheetScore['counts']> {
	return new Map(sheets.map(({ judge }) => [judge, 'replaced']));
}

const asked: Record<DivergenceAction, Bilingual> = {
	warn: { vi: 'chỉ cảnh báo', en: 'a warning only' },
	consult: { vi: 'giám khảo hội ý', en: 'the judges consult' },
	'head-decides': { vi: 'Trưởng Ban Giám khảo quyết định', en: 'the head judge decides' },
	exclude: { vi: 'không tính phiếu lệch, tính lại', en: 'the sheets that differ do not count' },
	'extra-replaces': { vi: 'chấm lần thứ ba, lấy điểm chấm lại', en: 'another judge marks, and that mark counts' },
	'extra-joins': { vi: 'thêm một giám khảo chấm', en: 'another judge marks as well' }
};

/** What people did may be another thing than what the level asks for (R136). */
function doneWords(action: DivergenceAction, isSettled: boolean, outcome: DivergenceOutcome | null): Bilingual {
	if (isSettled && outcome?.kind === 'head') return asked['head-decides'];
	if (isSettled && outcome?.kind === 'stands') return { vi: 'giữ nguyên các phiếu', en: 'the sheets stand' };
	return asked[action];
}

function explain(
	panel: Panel,
	action: DivergenceAction,
	difference: Difference,
	before: Ratio,
	settled: Settled | null,
	outcome: DivergenceOutcome | null
): Bilingual {
	const isQ = panel.divergence?.metric === 'dixon-q';
	const size = written(isQ ? times(difference.measured, [100]) : difference.measured);
	const who = difference.judges.join(', ');
	const done = doneWords(action, settled !== null, outcome);
	const [old, now] = [written(before), settled && written(settled.value)];
	const end = now
		? { vi: `từ ${old.vi} thành ${now.vi}`, en: `from ${old.en} to ${now.en}` }
		: { vi: `chưa xử lý, đang là ${old.vi}`, en: `open, now ${old.en}` };
	return {
		vi: `${panel.title.vi}: chênh lệch ${isQ ? 'Q = ' : ''}${size.vi} (${who}); ${done.vi}; ${end.vi}`,
		en: `${panel.title.en}: differs by ${isQ ? 'Q = ' : ''}${size.en} (${who}); ${done.en}; ${end.en}`
	};
}

function headNote(panel: Panel, before: Ratio | null, after: Ratio): Bilingual {
	const [old, now] = [before && written(before), written(after)];
	const { vi, en } = asked['head-decides'];
	return {
		vi: `${panel.title.vi}: ${vi}; ${old ? `từ ${old.vi} thành ${now.vi}` : now.vi}`,
		en: `${panel.title.en}: ${en}; ${old ? `from ${old.en} to ${now.en}` : now.en}`
	};
}

function written(value: Ratio): Bilingual {
	const points = roundPoints(value, { mode: 'half-up', decimals: 2 });
	return { vi: formatPoints(points, 'vi'), en: formatPoints(points, 'en') };
}
