// The one sentence that explains a place, in both languages (R43); it must not decide anything.
import type { Bilingual } from './ids.ts';
import { formatPoints, type Points } from './points.ts';
import type { Rules } from './rules.ts';
import type { Decision, Entry, EntryStatus } from './standings.ts';
import { tieBreakPhrase, type CriterionNames } from './tiebreak.ts';

export interface Neighbour {
	entry: Entry;
	decision: Decision;
}

export interface PlaceFacts {
	entry: Entry;
	rank: number;
	total: Points;
	/** Others of the same rank: how many, and the first of them by number. */
	tied: { count: number; first: Entry[] };
	/** Everybody else with the same total, whatever their rank. */
	othersWithTotal: number;
	/** Neighbours in the order with the same total, told apart by a key. */
	above: Neighbour | null;
	below: Neighbour | null;
}

/**
 * | case                     | sentence                                                                                   |
 * | ------------------------ | ------------------------------------------------------------------------------------------ |
 * | the total decided        | Hạng 3 với 87,25 điểm.                                                                     |
 * | a key decided            | Hạng 3 với 87,25 điểm, bằng điểm 1 thí sinh khác; xếp trên SBD TS07 nhờ điểm phần … 54,50 > 53,75. |
 * | nothing decided          | Đồng hạng 5 với SBD TS12, cùng 80,00 điểm; bằng nhau ở mọi tiêu chí phụ.                    |
 * | points of a part missing | …; chưa có điểm phần Thuyết trình, tính 0 điểm.                                            |
 */
export function explainPlace(rules: Rules, names: CriterionNames, place: PlaceFacts): Bilingual {
	const clauses = [
		placeClause(rules, place),
		place.above && neighbourClause(rules, names, place.entry, place.above),
		place.below && neighbourClause(rules, names, place.entry, place.below),
		missingClause(rules, place.entry)
	].filter((clause) => clause !== null);
	return {
		vi: `${clauses.map(({ vi }) => vi).join('; ')}.`,
		en: `${clauses.map(({ en }) => en).join('; ')}.`
	};
}

export function explainStatus(status: EntryStatus): Bilingual {
	switch (status) {
		case 'absent':
			return { vi: 'Vắng mặt, không xếp hạng.', en: 'Absent, not ranked.' };
		case 'withdrawn':
			return { vi: 'Rút khỏi hội thi, không xếp hạng.', en: 'Withdrew, not ranked.' };
		case 'disqualified':
			return { vi: 'Bị loại, không xếp hạng.', en: 'Disqualified, not ranked.' };
		case 'competing':
			return { vi: 'Chưa xếp hạng.', en: 'Not ranked yet.' };
	}
}

function placeClause(rules: Rules, { rank, total, tied, othersWithTotal }: PlaceFacts): Bilingual {
	const points = { vi: formatPoints(total, 'vi'), en: formatPoints(total, 'en') };
	if (tied.count > 0) {
		const others = listNumbers(tied);
		const equal =
			rules.tieBreaks.length > 0
				? { vi: 'bằng nhau ở mọi tiêu chí phụ', en: 'equal in every tie-break' }
				: { vi: 'thể lệ không có tiêu chí phụ', en: 'the rules have no tie-break' };
		return {
			vi: `Đồng hạng ${rank} với ${others.vi}, cùng ${points.vi} điểm; ${equal.vi}`,
			en: `Shares place ${rank} with ${others.en}, all with ${points.en} points; ${equal.en}`
		};
	}
	const alone = { vi: `Hạng ${rank} với ${points.vi} điểm`, en: `Place ${rank} with ${points.en} points` };
	if (othersWithTotal === 0) return alone;
	return {
		vi: `${alone.vi}, bằng điểm ${othersWithTotal} thí sinh khác`,
		en: `${alone.en}, level with ${othersWithTotal} other contestant${othersWithTotal === 1 ? '' : 's'}`
	};
}

function neighbourClause(
	rules: Rules,
	names: CriterionNames,
	entry: Entry,
	{ entry: other, decision }: Neighbour
): Bilingual {
	const phrase = tieBreakPhrase(rules, names, decision.tieBreak, entry.parts, other.parts);
	return decision.isAhead
		? { vi: `xếp trên SBD ${other.number} nhờ ${phrase.vi}`, en: `above No. ${other.number} by ${phrase.en}` }
		: { vi: `xếp dưới SBD ${other.number} do ${phrase.vi}`, en: `below No. ${other.number} by ${phrase.en}` };
}

function missingClause(rules: Rules, entry: Entry): Bilingual | null {
	const missing = rules.parts.filter(({ code }) => !entry.parts[code]);
	if (missing.length === 0) return null;
	return {
		vi: `chưa có điểm phần ${missing.map(({ title }) => title.vi).join(', ')}, tính 0 điểm`,
		en: `no points yet for ${missing.map(({ title }) => title.en).join(', ')}, counted as 0`
	};
}

function listNumbers({ count, first }: PlaceFacts['tied']): Bilingual {
	const list = first.map(({ number }) => number).join(', ');
	const rest = count - first.length;
	return rest === 0
		? { vi: `SBD ${list}`, en: `No. ${list}` }
		: { vi: `SBD ${list} và ${rest} thí sinh khác`, en: `No. ${list} and ${rest} more` };
}
