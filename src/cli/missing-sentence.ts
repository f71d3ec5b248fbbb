// What a result still waits for, as a line of text; it must not find it.
import type { Bilingual } from '#lib/contest/ids.ts';
import type { Missing } from '#lib/contest/result/result.ts';
import { partOf, stageOf, type Rules } from '#lib/contest/rules/rules.ts';

export function missingSentence(rules: Rules, missing: Missing): Bilingual {
	const where =
		'stage' in missing
			? (stageOf(rules, missing.stage)?.title ?? { vi: missing.stage, en: missing.stage })
			: (partOf(rules, missing.part)?.title ?? { vi: missing.part, en: missing.part });
	const panel = 'panel' in missing ? ` (${missing.panel})` : '';
	const what = whatIsMissing(missing);
	const who = 'contestants' in missing ? `: ${missing.contestants.join(', ')}` : '';
	return { vi: `${where.vi}${panel}: ${what.vi}${who}`, en: `${where.en}${panel}: ${what.en}${who}` };
}

function whatIsMissing(missing: Missing): Bilingual {
	switch (missing.kind) {
		case 'contestants':
			return { vi: 'chưa có thí sinh dự thi', en: 'nobody competes yet' };
		case 'questions':
			return {
				vi: `mới có ${missing.planned} trên ${missing.needed} câu hỏi`,
				en: `${missing.planned} of ${missing.needed} questions are planned`
			};
		case 'round-open':
			return {
				vi: `${missing.title} chưa kết thúc, còn ${missing.open} câu`,
				en: `${missing.title} is not finished, ${missing.open} questions are open`
			};
		case 'given':
			return { vi: 'chưa cho điểm', en: 'no points given yet' };
		case 'turns-drawn':
			return { vi: 'chưa có lượt thi', en: 'no turn yet' };
		case 'turns-ended':
			return { vi: 'lượt thi chưa kết thúc', en: 'the turn has not ended' };
		case 'panel-empty':
			return { vi: 'chưa có giám khảo', en: 'no judge yet' };
		case 'sheets':
			return { vi: `còn thiếu ${missing.count} phiếu chấm`, en: `${missing.count} sheets are missing` };
		case 'panel-value':
			return { vi: 'các phiếu chưa cho ra điểm', en: 'the sheets give no points yet' };
		case 'divergence':
			return { vi: 'chênh lệch điểm chưa xử lý', en: 'a difference between judges is not settled' };
		case 'late-entries':
			return { vi: 'hồ sơ nộp muộn, chờ quyết định trừ điểm', en: 'handed in late, waiting for a decision' };
		case 'tie':
			return { vi: 'bằng điểm, chờ quyết định', en: 'tied, waiting for a decision' };
		case 'advancement':
			return { vi: 'chưa quyết định ai vào vòng trong', en: 'not decided who goes on' };
	}
}
