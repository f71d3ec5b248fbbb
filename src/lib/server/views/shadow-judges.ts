// What shadow judges marked beside the panel, apart from it, of whole presentations alone (R147, R157); only the head judge is told.
import type { Points } from '../../contest/points.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { indexRecord } from '../../contest/result/record-index.ts';
import { whoMarks } from '../../contest/result/who-marks.ts';
import { missingCriteria, sheetTotal } from '../../contest/rubric.ts';
import type { Stage } from '../../contest/rules/rules.ts';

export interface ShadowSheets {
	judge: { code: string; name: string };
	/** In the order of `contestants`, those without a locked sheet left out. */
	sheets: {
		number: string;
		total: Points;
		/** Mean of the totals of those who count in the same parts, to the nearest hundredth; null where nobody marked all of them. */
		mean: Points | null;
	}[];
}

/** `contestants` are those whose panel is whole and hidden from nobody who asks. */
export function shadowSheets(record: ContestRecord, stage: Stage, contestants: string[]): ShadowSheets[] {
	const index = indexRecord(record);
	const { of, partsOf } = whoMarks(index, stage);
	const totalOf = (judge: string, number: string, parts: ReturnType<typeof partsOf>): Points | null => {
		const sheet = (index.sheets.get(stage.code)?.get(number) ?? []).find((each) => each.judge === judge);
		const rubrics = parts.flatMap(({ rubric }) => index.rubrics.get(rubric) ?? []);
		const isWhole = rubrics.every((rubric) => missingCriteria(rubric, sheet?.marks ?? {}).length === 0);
		if (!sheet?.isLocked || !isWhole || parts.length === 0) return null;
		return rubrics.reduce((sum, rubric) => sum + sheetTotal(rubric, sheet.marks), 0);
	};
	return record.judges
		.filter(({ role }) => role === 'shadow')
		.flatMap(({ code, name }): ShadowSheets[] => {
			const sheets = contestants.flatMap((number) => {
				const session = index.turns.get(stage.code)?.get(number)?.session ?? null;
				const parts = partsOf(code, number, session);
				const total = of(number, session).has(code) ? null : totalOf(code, number, parts);
				if (total === null) return [];
				const others = [...of(number, session)].flatMap((judge) => totalOf(judge, number, parts) ?? []);
				const sum = others.reduce((all, each) => all + each, 0);
				return [{ number, total, mean: others.length === 0 ? null : Math.round(sum / others.length) }];
			});
			return sheets.length > 0 ? [{ judge: { code, name }, sheets }] : [];
		});
}
