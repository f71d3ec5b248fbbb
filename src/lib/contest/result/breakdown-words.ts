// What a breakdown says about a question and about a sheet, in both languages; it must not know numbers.
import type { Bilingual } from '../ids.ts';
import type { Verdict } from './breakdown.ts';
import type { SheetScore } from './result.ts';

export const verdictWords: Record<Verdict, Bilingual> = {
	right: { vi: 'đúng', en: 'right' },
	partly: { vi: 'đúng một phần', en: 'partly right' },
	wrong: { vi: 'sai', en: 'wrong' },
	blank: { vi: 'không trả lời', en: 'not answered' },
	void: { vi: 'câu bị hủy', en: 'annulled' }
};

export const countsWords: Record<SheetScore['counts'], Bilingual> = {
	yes: { vi: 'được tính', en: 'counts' },
	'dropped-high': { vi: 'bỏ phiếu cao nhất', en: 'highest, dropped' },
	'dropped-low': { vi: 'bỏ phiếu thấp nhất', en: 'lowest, dropped' },
	excluded: { vi: 'loại vì chênh lệch', en: 'left out for its difference' },
	'judge-left-out': { vi: 'giám khảo không được tính', en: 'the judge is left out' },
	replaced: { vi: 'không tính, đã thay bằng phiếu khác', en: 'not counted, replaced by another sheet' }
};
