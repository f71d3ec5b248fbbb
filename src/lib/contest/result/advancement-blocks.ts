// Who goes on from each stage as a list for people, with names and reasons; it must not decide anything.
import type { Bilingual, StageCode } from '../ids.ts';
import type { ContestRecord } from '../record/record.ts';
import { isJudged } from '../rules/parts.ts';
import type { ContestResult } from './result.ts';
import { stageEntrants } from './stage-entrants.ts';

export interface AdvancementBlock {
	/** The stage they go on into. */
	to: StageCode;
	title: Bilingual;
	goingOn: { number: string; name: string; unit: string; why: Bilingual }[];
	/** Numbers of those whom a decision is waited for. */
	undecided: string[];
	/** Whether the stage before is complete, so that the list is the one that holds. */
	isDecided: boolean;
	/** Whether judges mark in it, so that its order is drawn, and somebody who goes on is in no draw yet. */
	awaitsLots: boolean;
}

/** In the order of the stages; empty when the contest has only one. */
export function advancementBlocks(record: ContestRecord, result: ContestResult): AdvancementBlock[] {
	const people = new Map(record.contestants.map((each) => [each.number, each]));
	const unitOf = new Map(record.units.map(({ code, name }) => [code, name]));
	return result.stages.flatMap(({ advancement }) => {
		const to = record.rules.stages.find(({ code }) => code === advancement?.to);
		if (!advancement || !to) return [];
		const drawn = new Set(record.turns.filter(({ stage }) => stage === to.code).map(({ contestant }) => contestant));
		return {
			to: to.code,
			title: to.title,
			goingOn: advancement.goingOn.map(({ contestant: number, why }) => {
				const person = people.get(number);
				return { number, name: person?.name ?? number, unit: unitOf.get(person?.unit ?? '') ?? '', why };
			}),
			undecided: advancement.undecided,
			isDecided: stageEntrants(record, result, to.code) !== null,
			awaitsLots: to.parts.some(isJudged) && advancement.goingOn.some(({ contestant }) => !drawn.has(contestant))
		};
	});
}
