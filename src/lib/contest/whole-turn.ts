// Whose sheet of a turn is still waited for (R23): asked before a session is locked and before presentations are held against each other.
import type { JudgeCode, RecordedTurn } from './record/record.ts';
import type { RecordIndex } from './result/record-index.ts';
import type { Markers } from './result/who-marks.ts';
import { missingCriteria } from './rubric.ts';

/** Judges whose sheet is expected and not there, not locked, or lacks a criterion of its parts; in no order. */
export function lackingJudges(
	index: Pick<RecordIndex, 'sheets' | 'rubrics'>,
	markers: Markers,
	{ stage, contestant, session }: RecordedTurn
): JudgeCode[] {
	const sheets = index.sheets.get(stage)?.get(contestant) ?? [];
	return [...markers.of(contestant, session)].filter((code) => {
		const sheet = sheets.find(({ judge }) => judge === code);
		if (!sheet?.isLocked) return true;
		return markers.partsOf(code, contestant, session).some(({ rubric }) => {
			const criteria = index.rubrics.get(rubric);
			return !criteria || missingCriteria(criteria, sheet.marks).length > 0;
		});
	});
}
