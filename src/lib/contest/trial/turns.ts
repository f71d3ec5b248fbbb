// How long everybody speaks in a trial: most within the limit they have prepared for, some over it, a few far too short; it must not know what it costs.
import type { RecordedTurn } from '../record/record.ts';
import { isJudged } from '../rules/parts.ts';
import { stageOf, type Rules, type Stage } from '../rules/rules.ts';
import type { Timing } from '../rules/timing.ts';
import type { Chance } from './chance.ts';
import { groupIn } from './entries.ts';
import type { Performer } from './performers.ts';

const usualMs = 600_000;

/** A turn that has ended for everybody in every stage; of the sessions there are one by lot. */
export function trialTurns(rules: Rules, preparedFor: Rules, performers: Performer[], chance: Chance): RecordedTurn[] {
	return rules.stages.flatMap((stage) => {
		const prepared = stageOf(preparedFor, stage.code);
		const limit = (timingOf(prepared) ?? timingOf(stage))?.mostMs ?? usualMs;
		return performers.map(({ number }): RecordedTurn => ({
			stage: stage.code,
			contestant: number,
			session: groupIn(stage.sessions, null, chance, 'session', number),
			status: 'ended',
			startedAt: 0,
			endedAt: usedOf(limit, number, chance),
			removed: [],
			removedMs: 0
		}));
	});
}

function timingOf(stage: Stage | undefined): Timing | null {
	return stage?.parts.filter(isJudged).find(({ timing }) => timing !== null)?.timing ?? null;
}

/** One of eight goes over the limit by up to a quarter, one of eight stays below three quarters. */
function usedOf(limit: number, number: string, chance: Chance): number {
	const kind = chance.below(8, 'kind of turn', number);
	const share = chance.below(250, 'time on stage', number);
	return Math.floor((limit * (kind === 0 ? 1001 + share : kind === 1 ? 500 + share : 750 + share)) / 1000);
}
