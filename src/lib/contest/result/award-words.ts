// One sentence on how an award is given out, in both languages, true of what is proposed and of what is published; it must not decide anything.
import type { Bilingual } from '../ids.ts';
import { formatPoints } from '../points.ts';
import type { Award } from '../rules/prizes.ts';

/** Where the giving did not simply end with the quota. */
export interface AwardCut {
	/** More than planned, none of the level group, or ended by a cap; by decision more than the quota, or than a cap. */
	kind: 'more' | 'none' | 'cap' | 'over-quota' | 'over-cap';
	/** How many were level there, and what each of them has; by decision, how many too many. */
	count: number;
	why: Bilingual | null;
}

/** "Cơ cấu 2 giải; xét trao 3; xét thêm vì 2 trường hợp bằng nhau (đồng hạng 2 với 87,50 điểm)." */
export function explainAward(award: Award, winners: number, cuts: AwardCut[]): Bilingual {
	const clauses = [plan(award), outcome(award, winners, cuts), ...cuts.map(cutClause), ...least(award)];
	return { vi: `${clauses.map(({ vi }) => vi).join('; ')}.`, en: `${clauses.map(({ en }) => en).join('; ')}.` };
}

function plan({ quota, source, per }: Award): Bilingual {
	if (source.kind === 'manual') return { vi: 'Do Ban Tổ chức quyết định', en: 'Decided by the organising committee' };
	if (quota === null) return { vi: 'Trao cho tất cả còn lại', en: 'For all the rest' };
	return per === 'ranking'
		? { vi: `Cơ cấu ${quota} giải cho mỗi bảng xếp hạng`, en: `Planned ${quota} in each ranking` }
		: { vi: `Cơ cấu ${quota} giải`, en: `Planned ${quota}` };
}

/** What was not given has a reason: one of the cuts, a decision that is still to come, or nobody is left. */
function outcome({ source }: Award, winners: number, cuts: AwardCut[]): Bilingual {
	if (winners > 0) return { vi: `xét trao ${winners}`, en: `${winners} named` };
	return source.kind === 'manual' || cuts.length > 0
		? { vi: 'không xét trao cho ai', en: 'nobody named' }
		: { vi: 'không còn ai đủ điều kiện để trao', en: 'nobody is left who qualifies' };
}

function cutClause({ kind, count, why }: AwardCut): Bilingual {
	const level = why ? { vi: ` (${why.vi})`, en: ` (${why.en})` } : { vi: '', en: '' };
	switch (kind) {
		case 'more':
			return {
				vi: `xét thêm vì ${count} trường hợp bằng nhau${level.vi}`,
				en: `more than planned because ${count} are level${level.en}`
			};
		case 'none':
			return {
				vi: `${count} trường hợp bằng nhau${level.vi} vượt cơ cấu nên không nhận giải này`,
				en: `${count} are level${level.en}, more than planned, and do not receive it`
			};
		case 'cap':
			return {
				vi: `dừng trước ${count} trường hợp tiếp theo${level.vi} vì sẽ vượt tổng số giải thể lệ cho phép`,
				en: `ended before the next ${count}${level.en}: that would be more than the rules allow together`
			};
		case 'over-quota':
			return {
				vi: `hơn cơ cấu ${count} giải theo quyết định của Ban Tổ chức`,
				en: `${count} more than planned by decision of the organising committee`
			};
		case 'over-cap':
			return {
				vi: `vượt tổng số giải thể lệ cho phép ${count} giải theo quyết định của Ban Tổ chức`,
				en: `${count} more than the rules allow together, by decision of the organising committee`
			};
	}
}

function least({ leastTotal }: Award): Bilingual[] {
	if (leastTotal <= 0) return [];
	return [
		{
			vi: `yêu cầu từ ${formatPoints(leastTotal, 'vi')} điểm trở lên`,
			en: `at least ${formatPoints(leastTotal, 'en')} points needed`
		}
	];
}
