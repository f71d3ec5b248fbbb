// A place that its total alone decided, in both languages, so that a page may leave out what only repeats it; it must not know ties.
import type { Bilingual } from '../ids.ts';
import { formatPoints, type Points } from '../points.ts';

/** "Hạng 3 với 87,25 điểm", without its full stop. */
export function plainPlace(rank: number, total: Points): Bilingual {
	return {
		vi: `Hạng ${rank} với ${formatPoints(total, 'vi')} điểm`,
		en: `Place ${rank} with ${formatPoints(total, 'en')} points`
	};
}

/** Whether the sentence says more than rank and total, which stand beside it. */
export function tellsMore({ rank, total, why }: { rank: number | null; total: Points; why: Bilingual }): boolean {
	return rank === null || why.vi !== `${plainPlace(rank, total).vi}.`;
}
