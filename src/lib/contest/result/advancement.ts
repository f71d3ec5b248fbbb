// Who goes on to the next stage and why (R174–R177, R179); it must not know how a total came about.
import type { Bilingual } from '../ids.ts';
import { formatPoints } from '../points.ts';
import { decisionsOf } from '../record/decision.ts';
import type { ContestantNumber } from '../record/record.ts';
import type { Advancement } from '../rules/advancement.ts';
import { inGroups } from './in-groups.ts';
import { grouped, type StageIndex } from './record-index.ts';
import type { AdvancementResult, Place, Ranking } from './result.ts';

/** What has been given away so far. */
interface Walk {
	advancement: Advancement;
	goingOn: AdvancementResult['goingOn'];
	undecided: ContestantNumber[];
	ofUnit: Map<string, number>;
	/** Reasons of those let in, and of those taken out, by decision. */
	letIn: Map<ContestantNumber, string>;
	takenOut: Map<ContestantNumber, string>;
	unitOf: (contestant: ContestantNumber) => string;
}

/** Null for a stage nobody goes on from. */
export function advance(stageIndex: StageIndex, rankings: Ranking[]): AdvancementResult | null {
	const { index, stage } = stageIndex;
	const { advancement } = stage;
	if (advancement === null) return null;
	const decided = decisionsOf(index.decisions, 'advance').filter((decision) => decision.stage === stage.code);
	const reasons = (goesOn: boolean) =>
		new Map(decided.filter((each) => each.goesOn === goesOn).map(({ contestant, reason }) => [contestant, reason]));
	const latest = new Map(decided.map(({ contestant, goesOn }) => [contestant, goesOn]));
	const standing = (goesOn: boolean) =>
		new Map([...reasons(goesOn)].filter(([number]) => latest.get(number) === goesOn));
	const walk: Walk = {
		advancement,
		goingOn: [],
		undecided: [],
		ofUnit: new Map(),
		letIn: standing(true),
		takenOut: standing(false),
		unitOf: (contestant) => index.contestants.get(contestant)?.unit ?? ''
	};
	for (const tiers of fields(stageIndex, advancement, rankings)) walkThrough(walk, tiers);
	addLetIn(walk, stageIndex);
	return { to: advancement.to, goingOn: walk.goingOn, undecided: walk.undecided };
}

/** R174: everybody, or each category, cluster or session by itself, by rank; across several rankings by total. */
function fields({ index, stage }: StageIndex, { top }: Advancement, rankings: Ranking[]): Place[][][] {
	const turns = index.turns.get(stage.code);
	const groupOf = (contestant: ContestantNumber): string => {
		switch (top?.per) {
			case 'category':
				return index.contestants.get(contestant)?.category ?? '';
			case 'cluster':
				return index.contestants.get(contestant)?.cluster ?? '';
			case 'session':
				return turns?.get(contestant)?.session ?? '';
			default:
				return '';
		}
	};
	const placed = rankings.flatMap(({ places }, ranking) =>
		places.filter(({ rank }) => rank !== null).map((place) => ({ place, ranking }))
	);
	return [...grouped(placed, ({ place }) => groupOf(place.contestant))]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, field]) => {
			const isOneRanking = field.every(({ ranking }) => ranking === field[0]?.ranking);
			return inGroups(
				field.map(({ place }) => place),
				(a, b) => (isOneRanking ? (a.rank ?? 0) - (b.rank ?? 0) : b.total - a.total)
			);
		});
}

/**
 * R174, R175, R177: from the first on, until the places of the field are used. A unit whose quota was cut inside a shared
 * rank is closed: nobody of it comes later, before those who were level.
 */
function walkThrough(walk: Walk, tiers: Place[][]): void {
	const { advancement, takenOut } = walk;
	let left = advancement.top?.count ?? Infinity;
	for (const tier of tiers) {
		if (left <= 0) return;
		const open = tier.filter(
			({ contestant, total }) => !takenOut.has(contestant) && total >= (advancement.leastTotal ?? 0)
		);
		const byUnit = [...grouped(open, ({ contestant }) => walk.unitOf(contestant))].map(([unit, members]) => ({
			unit,
			members,
			room: Math.max(0, (advancement.mostPerUnit ?? Infinity) - (walk.ofUnit.get(unit) ?? 0))
		}));
		const fitting = byUnit.flatMap(({ members, room }) => (members.length <= room ? members : []));
		const crowded = byUnit.filter(({ members, room }) => room > 0 && members.length > room);
		const wanted = crowded.reduce(
			(sum, { members, room }) => sum + { all: members.length, none: 0, decide: room }[advancement.atCut],
			fitting.length
		);
		if (wanted > left) {
			// Who shares the last place: R176.
			cut(walk, [...fitting, ...crowded.flatMap(({ members }) => members)], left);
			return;
		}
		for (const place of fitting) goOn(walk, place, placeWords(place));
		for (const { unit, members, room } of crowded) {
			cut(walk, members, room);
			walk.ofUnit.set(unit, Infinity);
		}
		left -= wanted;
	}
}

/** R176: more share a rank than there is room for. */
function cut(walk: Walk, members: Place[], room: number): void {
	switch (walk.advancement.atCut) {
		case 'all':
			for (const place of members) goOn(walk, place, placeWords(place));
			return;
		case 'none':
			return;
		case 'decide': {
			const letIn = members.filter(({ contestant }) => walk.letIn.has(contestant));
			for (const place of letIn) goOn(walk, place, decidedWords(walk.letIn.get(place.contestant) ?? ''));
			if (letIn.length >= room) return;
			const open = members.filter(({ contestant }) => !walk.letIn.has(contestant));
			walk.undecided.push(...open.map(({ contestant }) => contestant));
		}
	}
}

/** R179: besides the places, by decision with a reason; only of those who take part in the stage. */
function addLetIn(walk: Walk, { entrants }: StageIndex): void {
	const there = new Set(walk.goingOn.map(({ contestant }) => contestant));
	for (const { number, status } of entrants) {
		const reason = walk.letIn.get(number);
		if (reason === undefined || there.has(number) || status !== 'competing') continue;
		walk.goingOn.push({ contestant: number, why: decidedWords(reason) });
	}
}

function goOn(walk: Walk, { contestant }: Place, why: Bilingual): void {
	const unit = walk.unitOf(contestant);
	walk.ofUnit.set(unit, (walk.ofUnit.get(unit) ?? 0) + 1);
	walk.goingOn.push({ contestant, why });
}

function placeWords({ rank, shared, total }: Place): Bilingual {
	return {
		vi: `${shared ? 'đồng hạng' : 'hạng'} ${rank} với ${formatPoints(total, 'vi')} điểm`,
		en: `${shared ? 'shares place' : 'place'} ${rank}, ${formatPoints(total, 'en')} points`
	};
}

function decidedWords(reason: string): Bilingual {
	return {
		vi: `theo quyết định của Ban Tổ chức: ${reason}`,
		en: `by decision of the organising committee: ${reason}`
	};
}
