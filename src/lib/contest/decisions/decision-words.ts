// Names of what can be decided about missing sheets and ties, in both languages; it must not know any decision.
import type { Bilingual } from '../ids.ts';
import type { MissingJudge } from '../rules/panels.ts';
import type { DecidedTieBreak } from '../rules/ties.ts';

export function missingJudgeWords(policy: MissingJudge): Bilingual {
	switch (policy) {
		case 'mean-of-present':
			return { vi: 'tính trung bình các phiếu đã có', en: 'the mean of the sheets that are there' };
		case 'wait':
			return { vi: 'chờ đủ phiếu', en: 'wait for all sheets' };
		case 'substitute':
			return { vi: 'chờ giám khảo thay thế', en: 'wait for a substitute' };
		case 'drop-from-session':
			return { vi: 'bỏ giám khảo đó khỏi cả buổi thi', en: 'leave the judge out of the whole session' };
	}
}

export function tieKeyWords(key: DecidedTieBreak): Bilingual {
	switch (key) {
		case 'extra-question':
			return { vi: 'câu hỏi phụ', en: 'the extra question' };
		case 'lots':
			return { vi: 'kết quả bốc thăm', en: 'lots' };
		case 'head-judge':
			return { vi: 'quyết định của Trưởng Ban Giám khảo', en: 'the decision of the head judge' };
	}
}
