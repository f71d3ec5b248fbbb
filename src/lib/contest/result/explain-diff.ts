// The difference between two results in sentences of both languages (R243); it must not find differences.
import { compareContestantNumbers } from '../contestant-number.ts';
import type { Bilingual } from '../ids.ts';
import { formatPoints, type Points } from '../points.ts';
import type { ContestantNumber, ContestRecord } from '../record/record.ts';
import { partOf, stageOf } from '../rules/rules.ts';
import type { AnnouncedTeam } from './announced.ts';
import { isEmptyDiff, type ResultDiff } from './diff-results.ts';
import { missingChanges, type MissingChanges } from './missing-changes.ts';
import { joined, summariseDiff } from './summarise-diff.ts';

export interface ExplainedDiff extends MissingChanges {
	isEmpty: boolean;
	/** "7 thí sinh thay đổi điểm; hạng 3 và hạng 4 đổi chỗ; 1 giải đổi người nhận." */
	summary: Bilingual;
	/** One line for each contestant and stage, by rank afterwards. */
	people: { contestant: ContestantNumber; name: string; text: Bilingual }[];
	/** Teams, advancement, awards and nominations, a sentence each. */
	others: Bilingual[];
}

export function explainDiff({ rules, contestants, units }: ContestRecord, diff: ResultDiff): ExplainedDiff {
	const nameOf = new Map(contestants.map(({ number, name }) => [number, name]));
	const unitOf = new Map(units.map(({ code, name }) => [code, name]));
	const titleOf = (code: string): Bilingual => stageOf(rules, code)?.title ?? same(code);
	const inStage = (stage: string, text: Bilingual) =>
		rules.stages.length > 1 ? joined([titleOf(stage), text], ' – ') : text;
	const order = new Map(rules.stages.map(({ code }, at) => [code, at]));
	const people = [...diff.places]
		.sort(
			(a, b) =>
				(order.get(a.key.stage) ?? 0) - (order.get(b.key.stage) ?? 0) ||
				rankOf(a.after) - rankOf(b.after) ||
				compareContestantNumbers(a.key.contestant, b.key.contestant)
		)
		.map(({ key: { stage, contestant }, before, after }) => ({
			contestant,
			name: nameOf.get(contestant) ?? '',
			text: inStage(
				stage,
				joined(
					[
						...totalWords(before, after),
						...(before?.total === after?.total ? partWords(before?.parts ?? {}, after?.parts ?? {}) : []),
						...rankWords(before, after)
					],
					'; '
				)
			)
		}));

	function partWords(before: Record<string, Points | null>, after: Record<string, Points | null>): Bilingual[] {
		return Object.keys({ ...before, ...after })
			.filter((part) => (before[part] ?? null) !== (after[part] ?? null))
			.map((part) => {
				const title = partOf(rules, part)?.title ?? same(part);
				return joined([title, arrow(pointsWords(before[part]), pointsWords(after[part]))], ': ');
			});
	}

	const teams = diff.teams.map(({ key, before, after }) =>
		inStage(
			key.stage,
			joined(
				[
					same(unitOf.get(key.team) ?? key.team),
					joined([...totalWords(before, after), ...rankWords(before, after)], '; ')
				],
				': '
			)
		)
	);
	const advancement = diff.advancement.map(({ key, after }) => {
		const next = stageOf(rules, key.stage)?.advancement?.to ?? '';
		const words = {
			'goes-on': { vi: 'vào', en: 'goes on to' },
			undecided: { vi: 'chờ quyết định vào', en: 'waits for a decision about' },
			out: { vi: 'không vào', en: 'does not go on to' }
		}[after ?? 'out'];
		return joined([same(`${key.contestant}:`), words, titleOf(next)], ' ');
	});
	const awardOrder = [...new Set(diff.awards.map(({ key }) => key.award))];
	/** Of each award first what is taken away. */
	const awardChanges = [...diff.awards].sort(
		(a, b) =>
			awardOrder.indexOf(a.key.award) - awardOrder.indexOf(b.key.award) ||
			Number(a.after !== null) - Number(b.after !== null)
	);
	const awards = awardChanges.map(({ key, after }) => {
		const title = rules.awards.find(({ code }) => code === key.award)?.title ?? same(key.award);
		const holder =
			key.contestant === null
				? (unitOf.get(key.unit ?? '') ?? key.unit ?? '')
				: `${key.contestant} ${nameOf.get(key.contestant) ?? ''}`;
		const words = after ? { vi: 'trao cho', en: 'goes to' } : { vi: 'không còn trao cho', en: 'no longer goes to' };
		return joined([joined([title, words], ': '), same(holder)], ' ');
	});
	const nominations = diff.nominations.map(({ key, after }) =>
		joined(
			[
				same(key.contestant),
				after ? { vi: 'được đề cử', en: 'is nominated' } : { vi: 'không còn được đề cử', en: 'is no longer nominated' }
			],
			': '
		)
	);
	return {
		isEmpty: isEmptyDiff(diff),
		summary: summariseDiff(diff),
		people,
		others: [...teams, ...advancement, ...awards, ...nominations],
		...missingChanges(diff.missing)
	};
}

type Standing = AnnouncedTeam | null;

function rankOf(standing: Standing): number {
	return standing?.rank ?? Infinity;
}

function totalWords(before: Standing, after: Standing): Bilingual[] {
	if (before?.total === after?.total) return [];
	return [arrow(pointsWords(before?.total), pointsWords(after?.total))];
}

/** "hạng 4 → 3"; in full where somebody shares a rank or has none. */
function rankWords(before: Standing, after: Standing): Bilingual[] {
	if (before?.rank === after?.rank && before?.shared === after?.shared) return [];
	if (before && after && before.rank !== null && after.rank !== null && !before.shared && !after.shared)
		return [{ vi: `hạng ${before.rank} → ${after.rank}`, en: `place ${before.rank} → ${after.rank}` }];
	return [arrow(placeWords(before), placeWords(after))];
}

function placeWords(standing: Standing): Bilingual {
	if (!standing || standing.rank === null) return { vi: 'không xếp hạng', en: 'not ranked' };
	const { rank, shared } = standing;
	return shared ? { vi: `đồng hạng ${rank}`, en: `shares place ${rank}` } : { vi: `hạng ${rank}`, en: `place ${rank}` };
}

function pointsWords(points: Points | null | undefined): Bilingual {
	if (points === null || points === undefined) return same('–');
	return { vi: formatPoints(points, 'vi'), en: formatPoints(points, 'en') };
}

function arrow(before: Bilingual, after: Bilingual): Bilingual {
	return joined([before, after], ' → ');
}

function same(text: string): Bilingual {
	return { vi: text, en: text };
}
