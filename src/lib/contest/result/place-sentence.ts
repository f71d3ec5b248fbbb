// The one sentence that explains a place, in both languages (R43); it must not decide anything.
import type { Bilingual } from '../ids.ts';
import { formatPoints } from '../points.ts';
import type { ContestantNumber, ContestantStatus } from '../record/record.ts';
import type { TieBreak } from '../rules/ties.ts';
import type { StageIndex } from './record-index.ts';
import { plainPlace } from './plain-place.ts';
import { tiePhrase, tieTitle } from './tie-phrase.ts';
import type { Contender, Parting } from './tiers.ts';

/** A neighbour in the order with the same total, and what told them apart. */
export interface Neighbour {
	parting: Parting;
	against: ContestantNumber;
}

export interface PlaceFacts {
	contender: Contender;
	rank: number;
	/** Others of the same rank: how many, and the first of them by number. */
	tied: { count: number; first: ContestantNumber[] };
	/** Everybody else with the same total, whatever their rank. */
	othersWithTotal: number;
	above: Neighbour | null;
	below: Neighbour | null;
	/** The key that people have not decided yet. */
	openKey: TieBreak | null;
}

/** With more of the same rank than could be named, none is. */
const mostUnnamed = 10;

/**
 * | case                     | sentence                                                                                           |
 * | ------------------------ | -------------------------------------------------------------------------------------------------- |
 * | the total decided        | Hạng 3 với 87,25 điểm.                                                                             |
 * | a key decided            | Hạng 3 với 87,25 điểm, bằng điểm 1 thí sinh khác; xếp trên SBD TS07 nhờ điểm phần … 54,50 > 53,75. |
 * | people decided           | …; xếp trên SBD TS07 nhờ kết quả bốc thăm (biên bản số 3).                                          |
 * | people have yet to       | Đồng hạng 5 với SBD TS12, cùng 80,00 điểm; chờ kết quả bốc thăm.                                    |
 * | nothing decided          | Đồng hạng 5 với SBD TS12, cùng 80,00 điểm; bằng nhau ở mọi tiêu chí phụ.                            |
 * | points of a part missing | …; chưa có điểm phần Thuyết trình, tính 0 điểm.                                                    |
 */
export function explainPlace(stageIndex: StageIndex, place: PlaceFacts): Bilingual {
	const clauses = [
		placeClause(stageIndex, place),
		...(place.above ? [belowClause(stageIndex, place.above)] : []),
		...(place.below ? [aboveClause(stageIndex, place.below)] : []),
		...missingClause(stageIndex, place.contender)
	];
	return { vi: `${clauses.map(({ vi }) => vi).join('; ')}.`, en: `${clauses.map(({ en }) => en).join('; ')}.` };
}

export function explainStatus(status: ContestantStatus): Bilingual {
	switch (status) {
		case 'absent':
			return { vi: 'Vắng mặt, không xếp hạng.', en: 'Absent, not ranked.' };
		case 'withdrawn':
			return { vi: 'Rút khỏi hội thi, không xếp hạng.', en: 'Withdrew, not ranked.' };
		case 'force-majeure':
			return {
				vi: 'Không dự thi vì lý do bất khả kháng, không xếp hạng.',
				en: 'Kept away by force majeure, not ranked.'
			};
		case 'disqualified':
			return { vi: 'Bị loại, không xếp hạng.', en: 'Disqualified, not ranked.' };
		case 'competing':
			return { vi: 'Chưa xếp hạng.', en: 'Not ranked yet.' };
	}
}

function placeClause({ index, stage }: StageIndex, place: PlaceFacts): Bilingual {
	const { rank, tied, othersWithTotal, openKey } = place;
	const { total } = place.contender;
	const points = { vi: formatPoints(total, 'vi'), en: formatPoints(total, 'en') };
	if (tied.count > 0) {
		const others = listNumbers(tied);
		const open = openKey && tieTitle(index, openKey);
		const equal = open
			? { vi: `chờ ${open.vi}`, en: `waiting for ${open.en}` }
			: stage.tieBreaks.some(({ kind }) => kind !== 'share')
				? { vi: 'bằng nhau ở mọi tiêu chí phụ', en: 'equal in every tie-break' }
				: { vi: 'thể lệ không có tiêu chí phụ', en: 'the rules have no tie-break' };
		return {
			vi: `Đồng hạng ${rank} với ${others.vi}, cùng ${points.vi} điểm; ${equal.vi}`,
			en: `Shares place ${rank} with ${others.en}, all with ${points.en} points; ${equal.en}`
		};
	}
	const alone = plainPlace(rank, total);
	if (othersWithTotal === 0) return alone;
	return {
		vi: `${alone.vi}, bằng điểm ${othersWithTotal} thí sinh khác`,
		en: `${alone.en}, level with ${othersWithTotal} other contestant${othersWithTotal === 1 ? '' : 's'}`
	};
}

function belowClause({ index }: StageIndex, { parting, against }: Neighbour): Bilingual {
	const phrase = tiePhrase(index, parting.tieBreak, parting.after, parting.before, parting.reason);
	return { vi: `xếp dưới SBD ${against} do ${phrase.vi}`, en: `below No. ${against} by ${phrase.en}` };
}

function aboveClause({ index }: StageIndex, { parting, against }: Neighbour): Bilingual {
	const phrase = tiePhrase(index, parting.tieBreak, parting.before, parting.after, parting.reason);
	return { vi: `xếp trên SBD ${against} nhờ ${phrase.vi}`, en: `above No. ${against} by ${phrase.en}` };
}

function missingClause({ stage }: StageIndex, { score }: Contender): Bilingual[] {
	const missing = stage.parts.filter(({ code }) => !score.parts[code]);
	if (missing.length === 0) return [];
	return [
		{
			vi: `chưa có điểm phần ${missing.map(({ title }) => title.vi).join(', ')}, tính 0 điểm`,
			en: `no points yet for ${missing.map(({ title }) => title.en).join(', ')}, counted as 0`
		}
	];
}

function listNumbers({ count, first }: PlaceFacts['tied']): Bilingual {
	const list = first.join(', ');
	const rest = count - first.length;
	// So many that a few numbers help nobody.
	if (rest > mostUnnamed) return { vi: `${count} thí sinh khác`, en: `${count} others` };
	return rest === 0
		? { vi: `SBD ${list}`, en: `No. ${list}` }
		: { vi: `SBD ${list} và ${rest} thí sinh khác`, en: `No. ${list} and ${rest} more` };
}
