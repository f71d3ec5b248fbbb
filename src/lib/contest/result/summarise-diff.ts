// One sentence about how far two results differ (R243): how many change, who changes places; it must not name anybody.
import type { Bilingual } from '../ids.ts';
import type { ResultDiff } from './diff-results.ts';
import { missingChanges } from './missing-changes.ts';
import { swappedPlaces } from './swapped-places.ts';

/** "7 thí sinh thay đổi điểm; hạng 3 và hạng 4 đổi chỗ; 1 giải đổi người nhận." */
export function summariseDiff(diff: ResultDiff): Bilingual {
	const { places, teams, advancement, awards, nominations, missing } = diff;
	const points = new Set(
		places.flatMap(({ key, before, after }) =>
			before?.total !== after?.total || JSON.stringify(before?.parts) !== JSON.stringify(after?.parts)
				? [key.contestant]
				: []
		)
	);
	const swaps = swappedPlaces(diff);
	const swapped = new Set(swaps.flatMap(({ stage, contestants }) => contestants.map((each) => `${stage} ${each}`)));
	const moved = new Set(
		places.flatMap(({ key, before, after }) =>
			(before?.rank !== after?.rank || before?.shared !== after?.shared) &&
			!swapped.has(`${key.stage} ${key.contestant}`)
				? [key.contestant]
				: []
		)
	);
	const { settled, fewer, more, arisen } = missingChanges(missing);
	const clauses = [
		...counted(points.size, 'thí sinh thay đổi điểm', 'contestant’s points change', 'contestants’ points change'),
		...swaps.map(({ ranks: [better, worse] }) => ({
			vi: `hạng ${better} và hạng ${worse} đổi chỗ`,
			en: `places ${better} and ${worse} are exchanged`
		})),
		...counted(
			moved.size,
			swaps.length > 0 ? 'thí sinh khác thay đổi hạng' : 'thí sinh thay đổi hạng',
			swaps.length > 0 ? 'other contestant changes rank' : 'contestant changes rank',
			swaps.length > 0 ? 'other contestants change rank' : 'contestants change rank'
		),
		...counted(teams.length, 'đơn vị thay đổi', 'unit changes', 'units change'),
		...counted(
			new Set(advancement.map(({ key }) => key.contestant)).size,
			'thí sinh thay đổi việc vào vòng sau',
			'contestant is let in or falls out',
			'contestants are let in or fall out'
		),
		...counted(
			new Set(awards.map(({ key }) => key.award)).size,
			'giải đổi người nhận',
			'award changes',
			'awards change'
		),
		...counted(nominations.length, 'đề cử thay đổi', 'nomination changes', 'nominations change'),
		...counted(settled.length, 'vướng mắc được giải quyết', 'open matter is settled', 'open matters are settled'),
		...counted(
			fewer.length,
			'vướng mắc được giải quyết một phần',
			'open matter is settled in part',
			'open matters are settled in part'
		),
		...counted(more.length, 'vướng mắc tăng thêm', 'open matter has grown', 'open matters have grown'),
		...counted(arisen.length, 'vướng mắc mới', 'new matter is open', 'new matters are open')
	];
	if (clauses.length === 0) return { vi: 'Kết quả không thay đổi.', en: 'The result does not change.' };
	const { vi, en } = joined(clauses, '; ');
	return { vi: `${capital(vi)}.`, en: `${capital(en)}.` };
}

function counted(count: number, vi: string, one: string, many: string): Bilingual[] {
	return count === 0 ? [] : [{ vi: `${count} ${vi}`, en: `${count} ${count === 1 ? one : many}` }];
}

export function joined(texts: Bilingual[], by: string): Bilingual {
	return { vi: texts.map(({ vi }) => vi).join(by), en: texts.map(({ en }) => en).join(by) };
}

function capital(sentence: string): string {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
