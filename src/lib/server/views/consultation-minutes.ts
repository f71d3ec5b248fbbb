// Minutes of the judges' consultations (biên bản hội ý), written from the log: who, how far, what was said, before and after.
import { isSamePlace, type PanelPlace } from '../../contest/result/panel-scores.ts';
import type { Consultation } from '../../contest/consultation/consultation.ts';
import { describeDecision } from '../../contest/decisions/describe-decision.ts';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { hundredths } from '../../contest/result/rounding.ts';
import { panelScoreOf } from '../../contest/result/panel-scores.ts';
import { panelAt } from '../../contest/rules/panel-list.ts';
import type { Divergence, DivergenceLevel } from '../../contest/rules/panels.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readStaff } from '../stores/accounts.ts';
import { readContest } from '../stores/contests.ts';
import { readSequencesOfProposals } from '../stores/decisions.ts';
import { readDifferences, type KnownDifferences } from '../stores/differences.ts';
import { readJudges, type JudgeRow } from '../stores/people.ts';
import { blindTurns } from './blind-turns.ts';

export interface Minutes {
	/** Lines of the log. */
	begunLine: number;
	endedLine: number;
	/** ms since the epoch */
	begunAt: number;
	endedAt: number;
	number: string;
	name: string;
	unit: string;
	part: Bilingual;
	panel: Bilingual;
	metric: Divergence['metric'] | null;
	level: DivergenceLevel | null;
	measured: Points;
	/** Who led it. */
	leader: string;
	present: { code: string; name: string }[];
	note: string;
	cameTo: NonNullable<Consultation['ended']>['cameTo'];
	/** As they lay before the judges, and as they are now, or lay before them the next time; another judge's came afterwards. */
	sheets: { code: string; name: string; before: Points | null; after: Points | null; isFar: boolean }[];
	before: Points;
	/** Null while it is not settled. */
	after: Points | null;
	/** What was put forward, and what became of it. */
	decision: {
		what: Bilingual;
		by: string;
		state: 'open' | 'confirmed' | 'rejected' | 'withdrawn';
		settledBy: string | null;
		sequence: number | null;
	} | null;
}

export interface ConsultationMinutes {
	contest: { name: string; organiser: string; place: string; heldOn: string };
	/** Name of the only secretary; empty where there are none or several. */
	secretary: string;
	/** In the order begun. */
	minutes: Minutes[];
	/** Where the log ends: number and hash of its last line. */
	log: { count: number; hash: string };
}

/** `line`: only the consultation that begins there. None about a contestant whom this person still has to mark (T-23). */
export async function consultationMinutes(
	app: App,
	seat: Seat,
	contestId: ContestId,
	line: number | null
): Promise<ConsultationMinutes | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	return app.database.drizzle.transaction(
		async (db) => {
			const contest = await readContest(db, contestId);
			if (!contest) return refuse('input/not-found');
			const known = await readDifferences(db, contest);
			const blind = await blindTurns(db, seat, contestId);
			const judges = await readJudges(db, contestId);
			const secretaries = (await readStaff(db, contestId)).filter(({ role }) => role === 'secretary');
			const sequences = await readSequencesOfProposals(db, contestId);
			const wanted = known.consultations.filter(({ begun }) => line === null || begun.line === line);
			const { name, organiser, place, heldOn } = contest;
			return {
				contest: { name, organiser, place, heldOn },
				secretary: secretaries.length === 1 ? (secretaries[0]?.displayName ?? '') : '',
				minutes: wanted.flatMap((each): Minutes[] => {
					const difference = known.list.find((other) => isSamePlace(other, each));
					if (!each.ended || !difference || blind.has(difference.turn.id)) return [];
					return [minutesOf(each, each.ended, known, judges, sequences)];
				}),
				log: { count: contest.logCount, hash: contest.logHash }
			};
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}

function minutesOf(
	consultation: Consultation,
	ended: NonNullable<Consultation['ended']>,
	known: KnownDifferences,
	judges: JudgeRow[],
	sequences: Map<string, number>
): Minutes {
	const { begun, sheets, far, level, measured, before } = consultation;
	const { record } = known;
	const at = panelAt(record.rules, consultation);
	const person = record.contestants.find(({ number }) => number === consultation.contestant);
	const nameOf = (code: string) => judges.find((judge) => judge.code === code)?.fullName ?? '';
	const after = afterOf(consultation, known);
	return {
		begunLine: begun.line,
		endedLine: ended.line,
		begunAt: begun.at,
		endedAt: ended.at,
		number: consultation.contestant,
		name: person?.name ?? '',
		unit: record.units.find(({ code }) => code === person?.unit)?.name ?? '',
		part: at?.part.title ?? same(consultation.part),
		panel: at?.panel.title ?? same(consultation.panel),
		metric: at?.panel.divergence?.metric ?? null,
		level: at?.panel.divergence?.levels[level] ?? null,
		measured,
		leader: ended.by,
		present: ended.present.map((code) => ({ code, name: nameOf(code) })),
		note: ended.note,
		cameTo: ended.cameTo,
		sheets: [...new Set([...sheets.map(({ judge }) => judge), ...after.sheets.keys()])].sort().map((code) => ({
			code,
			name: nameOf(code),
			before: sheets.find(({ judge }) => judge === code)?.total ?? null,
			after: after.sheets.get(code) ?? null,
			isFar: far.includes(code)
		})),
		before,
		after: after.value,
		decision: decisionOf(ended.proposalId, known, sequences)
	};
}

/** What came after it: the next consultation about the same begins with that; after the last one it is what counts now. */
function afterOf(
	place: Consultation,
	{ consultations, list, result }: KnownDifferences
): { value: Points | null; sheets: Map<string, Points> } {
	const next = consultations.find((each) => isSamePlace(each, place) && each.begun.line > place.begun.line);
	if (next) return { value: next.before, sheets: new Map(next.sheets.map(({ judge, total }) => [judge, total])) };
	const score = panelScoreOf(result, place satisfies PanelPlace);
	const isSettled = list.some((each) => isSamePlace(each, place) && each.state === 'settled');
	return {
		value: isSettled && score?.value ? hundredths(score.value) : null,
		sheets: new Map(score?.sheets.map(({ judge, total }) => [judge, hundredths(total)]))
	};
}

function decisionOf(
	proposalId: string | null,
	{ record, proposals }: KnownDifferences,
	sequences: Map<string, number>
): Minutes['decision'] {
	const proposal = proposals.find(({ id }) => id === proposalId);
	if (!proposal) return null;
	const { content, takesBack, proposedBy, state, settledBy } = proposal;
	return {
		what: describeDecision(record, { content, takesBack }),
		by: proposedBy,
		state,
		settledBy,
		sequence: sequences.get(proposal.id) ?? null
	};
}

function same(text: string): Bilingual {
	return { vi: text, en: text };
}
