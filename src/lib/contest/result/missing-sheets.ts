// What a judged part still waits for: turns, sheets, values, differences to settle (R57, R131); it must not compute points.
import type { ContestantNumber } from '../record/record.ts';
import type { Panel } from '../rules/panels.ts';
import { isJudged, isOnStage, type JudgedPart } from '../rules/parts.ts';
import type { StageIndex } from './record-index.ts';
import type { Missing } from './result.ts';

/** What one panel lacks for one contestant who competes. */
export interface PanelGap {
	contestant: ContestantNumber;
	/** Expected sheets that are not there and that nobody has decided about. */
	absent: number;
	/** False when the sheets that are there give no value: too few, or no agreement. */
	hasValue: boolean;
	isSettled: boolean;
}

/**
 * R131: a sheet that does not come is missing until people confirm for the session what the rules say about it, so that no
 * result becomes official because a judge forgot. R57: nobody is waited for who does not compete or was absent.
 */
export function missingSheets(
	{ index }: StageIndex,
	part: JudgedPart,
	settings: { panel: Panel; gaps: PanelGap[] }[]
): Missing[] {
	return settings.flatMap(({ panel, gaps }): Missing[] => {
		const place = { part: part.code, panel: panel.code };
		if (![...index.judges.values()].some(({ panels, role }) => panels.includes(panel.code) && role !== 'shadow'))
			return [{ kind: 'panel-empty', ...place }];
		const absent = gaps.filter((gap) => gap.absent > 0);
		const valueless = gaps.filter((gap) => !gap.hasValue);
		const open = gaps.filter((gap) => !gap.isSettled);
		const numbers = (some: PanelGap[]) => some.map(({ contestant }) => contestant);
		return [
			...(absent.length > 0
				? [
						{
							kind: 'sheets' as const,
							...place,
							count: absent.reduce((sum, gap) => sum + gap.absent, 0),
							contestants: numbers(absent)
						}
					]
				: []),
			...(valueless.length > 0 ? [{ kind: 'panel-value' as const, ...place, contestants: numbers(valueless) }] : []),
			...(open.length > 0 ? [{ kind: 'divergence' as const, ...place, contestants: numbers(open) }] : [])
		];
	});
}

/** Turns that are not drawn or not ended, once for the whole stage; a stage without parts on stage has none. */
export function missingTurns({ index, stage, entrants }: StageIndex): Missing[] {
	if (!stage.parts.some((part) => isJudged(part) && isOnStage(part))) return [];
	const turns = index.turns.get(stage.code);
	const competing = entrants.filter(({ status }) => status === 'competing').map(({ number }) => number);
	const undrawn = competing.filter((number) => !turns?.has(number));
	const open = competing.filter((number) => {
		const status = turns?.get(number)?.status;
		return status !== undefined && status !== 'ended' && status !== 'absent';
	});
	return [
		...(undrawn.length > 0 ? [{ kind: 'turns-drawn' as const, stage: stage.code, contestants: undrawn }] : []),
		...(open.length > 0 ? [{ kind: 'turns-ended' as const, stage: stage.code, contestants: open }] : [])
	];
}
