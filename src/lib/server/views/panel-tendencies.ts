// How the judges of each panel mark beside each other, from whole presentations alone (R140, R141, R147); only the head judge is told (T-24).
import type { AwardCode, Bilingual, ContestId, PanelCode, StageCode } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { ContestantNumber, ContestRecord } from '../../contest/record/record.ts';
import { computeResult } from '../../contest/result/compute.ts';
import type { ContestResult } from '../../contest/result/result.ts';
import { judgeTendencies, type JudgeTendency } from '../../contest/tendencies/judge-tendencies.ts';
import { leftOut, onlyOf, type LeftOut } from '../../contest/tendencies/left-out.ts';
import { fewestContestants, sharedFavours } from '../../contest/tendencies/shared-favour.ts';
import { wholePanels, type PanelTable } from '../../contest/tendencies/whole-panels.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readContest } from '../stores/contests.ts';
import { readTurns } from '../stores/turns.ts';
import { blindTurns } from './blind-turns.ts';
import { shadowSheets, type ShadowSheets } from './shadow-judges.ts';
import { stageChoices, stageNow } from './stage-now.ts';

export interface PanelTendencies {
	contest: { id: ContestId; name: string; version: number; isRehearsal: boolean };
	stages: { code: StageCode; title: Bilingual }[];
	stage: StageCode;
	/** Presentations everything here rests on, and those that are not whole yet. */
	whole: number;
	open: number;
	/** Fewer say nothing of two judges together. */
	fewest: number;
	panels: { code: PanelCode; title: Bilingual; judges: ShownTendency[]; pairs: ShownPair[] }[];
	/** Apart from all the rest (R157). */
	shadows: ShadowSheets[];
}

export interface ShownTendency {
	judge: { code: string; name: string };
	/** Null for who marked fewer than two of them together with others. */
	tendency: JudgeTendency | null;
	/** Null where the panel has no value without the judge. Prizes are told only once every presentation is whole. */
	without: (Pick<LeftOut, 'moved' | 'mostPlaces'> & { prizes: ShownPrize[] | null }) | null;
}

export interface ShownPrize {
	award: Bilingual;
	loses: ContestantNumber[];
	receives: ContestantNumber[];
}

export interface ShownPair {
	judges: { code: string; name: string }[];
	contestants: ContestantNumber[];
	/** How many of a hundred honest panels show a pair as close; at most 2. */
	ofHundred: number;
}

export async function panelTendencies(
	app: App,
	seat: Seat,
	contestId: ContestId,
	chosen: StageCode | null = null
): Promise<PanelTendencies | Refusal> {
	const denied = refuseUnless(seat, 'panel:weigh', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const turns = await readTurns(db, contestId);
	const rules = stageNow(contest.rules, turns, chosen);
	const stage = rules?.code ?? '';
	// T-23: whoever the asker still has to mark, in any stage, is in no sum here.
	const blind = await blindTurns(db, seat, contestId);
	const hidden = new Set(turns.filter(({ id }) => blind.has(id)).map(({ contestant }) => contestant.number));
	const record = await readContestRecord(db, contest);
	const { contestants, open, panels } = wholePanels(record, stage, (number) => hidden.has(number));
	const among = onlyOf(record, contestants);
	const before = computeResult(among);
	const { id, name, version, isRehearsal } = contest;
	return {
		contest: { id, name, version, isRehearsal },
		stages: stageChoices(contest.rules),
		stage,
		whole: contestants.length,
		open,
		shadows: rules ? shadowSheets(record, rules, contestants) : [],
		fewest: fewestContestants,
		panels: panels.map((panel) => ({
			code: panel.panel,
			title: panel.title,
			judges: shownTendencies(panel, { among, before, stage, isWhole: open === 0 }),
			pairs: sharedFavours(panel.table).map(({ judges, contestants: rows, chance }) => ({
				judges: judges.map((at) => judgeOf(record, panel.judges[at] ?? '')),
				contestants: rows.map((row) => contestants[row] ?? ''),
				ofHundred: Math.max(1, Math.ceil(chance * 100))
			}))
		}))
	};
}

interface Among {
	among: ContestRecord;
	before: ContestResult;
	stage: StageCode;
	isWhole: boolean;
}

function shownTendencies(panel: PanelTable, { among, before, stage, isWhole }: Among): ShownTendency[] {
	const titles = new Map<AwardCode, Bilingual>(among.rules.awards.map(({ code, title }) => [code, title]));
	return judgeTendencies(panel.table).map((tendency, at) => {
		const code = panel.judges[at] ?? '';
		const without = tendency && leftOut(among, { stage, judge: code, before });
		return {
			judge: judgeOf(among, code),
			tendency,
			without: without && {
				moved: without.moved,
				mostPlaces: without.mostPlaces,
				prizes: isWhole
					? without.prizes.flatMap(({ award, loses, receives }) => {
							const title = titles.get(award);
							return title ? [{ award: title, loses, receives }] : [];
						})
					: null
			}
		};
	});
}

function judgeOf({ judges }: ContestRecord, code: string): { code: string; name: string } {
	return { code, name: judges.find((judge) => judge.code === code)?.name ?? '' };
}
