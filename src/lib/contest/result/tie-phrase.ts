// How a sentence names the key that parted two contestants, with both values (R43); it must not compare.
import type { Bilingual } from '../ids.ts';
import type { Ratio } from '../points.ts';
import { compareRatios, times } from '../ratio.ts';
import { partOf, stageOf } from '../rules/rules.ts';
import type { TieBreak } from '../rules/ties.ts';
import type { RecordIndex } from './record-index.ts';
import { duration } from './stage-time.ts';
import { roundPoints } from './rounding.ts';

/** "điểm phần Thuyết trình 54,50 > 53,75": mine first, with as many decimals as it takes to differ. */
export function tiePhrase(
	index: RecordIndex,
	tieBreak: TieBreak,
	mine: Ratio | null,
	theirs: Ratio | null,
	reason: string | null
): Bilingual {
	const title = tieTitle(index, tieBreak);
	if (reason !== null) return { vi: `${title.vi} (${reason})`, en: `${title.en} (${reason})` };
	const sign = mine === null || theirs === null ? '–' : (['<', '=', '>'][compareRatios(mine, theirs) + 1] ?? '=');
	const [first, second] = writeBoth(tieBreak, mine, theirs);
	return { vi: `${title.vi} ${first.vi} ${sign} ${second.vi}`, en: `${title.en} ${first.en} ${sign} ${second.en}` };
}

export function tieTitle(index: RecordIndex, tieBreak: TieBreak): Bilingual {
	const part = (code: string) => partOf(index.rules, code)?.title ?? { vi: code, en: code };
	switch (tieBreak.kind) {
		case 'part':
			return { vi: `điểm phần ${part(tieBreak.part).vi}`, en: `points for ${part(tieBreak.part).en}` };
		case 'criterion': {
			const criteria = [...index.rubrics.values()].flatMap((rubric) => rubric.criteria);
			const name = criteria.find(({ code }) => code === tieBreak.criterion)?.name;
			const shown = name ? `${tieBreak.criterion} (${name})` : tieBreak.criterion;
			return { vi: `điểm tiêu chí ${shown}`, en: `points for criterion ${shown}` };
		}
		case 'exact-total':
			return { vi: 'tổng điểm chưa làm tròn', en: 'total before rounding' };
		case 'stage': {
			const title = stageOf(index.rules, tieBreak.stage)?.title ?? { vi: tieBreak.stage, en: tieBreak.stage };
			return { vi: `điểm ${title.vi}`, en: `points of ${title.en}` };
		}
		case 'median':
			return {
				vi: `trung vị các phiếu phần ${part(tieBreak.part).vi}`,
				en: `median of the sheets for ${part(tieBreak.part).en}`
			};
		case 'top-marks':
			return tieBreak.part === null
				? { vi: 'số lần đạt điểm tối đa', en: 'criteria given their maximum' }
				: {
						vi: `số lần đạt điểm tối đa phần ${part(tieBreak.part).vi}`,
						en: `criteria given their maximum in ${part(tieBreak.part).en}`
					};
		case 'fewer-penalties':
			return { vi: 'điểm trừ về thời gian', en: 'points taken off for time' };
		case 'stage-time':
			return { vi: 'thời gian trình bày', en: 'time used on stage' };
		case 'right-answers':
			return { vi: 'số câu trả lời đúng', en: 'right answers' };
		case 'answer-time':
			return { vi: 'tổng thời gian trả lời đúng', en: 'time used on right answers' };
		case 'extra-question':
			return { vi: 'kết quả câu hỏi phụ', en: 'the extra question' };
		case 'lots':
			return { vi: 'kết quả bốc thăm', en: 'the drawing of lots' };
		case 'head-judge':
			return { vi: 'quyết định của Trưởng Ban Giám khảo', en: 'the decision of the head judge' };
		case 'share':
			return { vi: 'đồng hạng theo thể lệ', en: 'a shared place by the rules' };
	}
}

function writeBoth(tieBreak: TieBreak, a: Ratio | null, b: Ratio | null): [Bilingual, Bilingual] {
	// Two means may differ only after the second decimal: write as many as it takes.
	for (let decimals = 2; ; decimals++) {
		const first = write(tieBreak, a, decimals);
		const second = write(tieBreak, b, decimals);
		const areEqual = a === null || b === null || compareRatios(a, b) === 0;
		if (first.vi !== second.vi || areEqual || decimals === mostDecimals) return [first, second];
	}
}

const mostDecimals = 8;

function write(tieBreak: TieBreak, value: Ratio | null, decimals: number): Bilingual {
	if (value === null) return { vi: 'không có', en: 'none' };
	switch (tieBreak.kind) {
		case 'right-answers':
		case 'top-marks':
			return both(String(value.numerator));
		case 'stage-time':
			return duration(Number(value.numerator));
		case 'answer-time': {
			const seconds = both(decimalText(times(value, [], [1000]), 3));
			return { vi: `${seconds.vi} giây`, en: `${seconds.en} s` };
		}
		default:
			return both(decimalText(times(value, [], [100]), decimals));
	}
}

function both(text: string): Bilingual {
	return { vi: text.replace('.', ','), en: text };
}

/** A ratio ≥ 0 as text with a dot, rounded half up. */
function decimalText(value: Ratio, decimals: number): string {
	const scaled = String(roundPoints(times(value, [10 ** decimals]), { mode: 'half-up', decimals: 2 }));
	const digits = scaled.padStart(decimals + 1, '0');
	return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
