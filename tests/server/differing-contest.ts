// A judged contest whose panel of three looks at differences, a fourth judge without a seat, and the steps of a consultation.
import { formatPoints } from '../../src/lib/contest/points.ts';
import type { DivergenceAction } from '../../src/lib/contest/rules/panels.ts';
import { isRefusal, type Refusal } from '../../src/lib/contest/refusal.ts';
import * as schema from '../../src/lib/server/database/schema.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { beginConsultation } from '../../src/lib/server/usecases/begin-consultation.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { endConsultation } from '../../src/lib/server/usecases/end-consultation.ts';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import { differencesDesk } from '../../src/lib/server/views/differences-desk.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { judgingContest, type JudgingContest } from './judging-contest.ts';
import { lockSigned } from './lock-signed.ts';

export const place = { part: 'TT', panel: 'BGK', contestant: 'TS01' };
export const note = 'Hai giám khảo hiểu khác nhau về tiêu chí liên hệ thực tiễn';

export interface DifferingContest extends JudgingContest {
	/** GK09, who sits in no panel. */
	spare: StaffSeat;
	/** TS01's turn, which has ended. */
	turnId: string;
}

/** The sheets may be 2,00 points from their mean. */
export async function differingContest(action: DivergenceAction): Promise<DifferingContest> {
	const world = await judgingContest();
	const levels = [{ threshold: { kind: 'points', points: 200 }, reached: 'above', action }];
	await world.fresh.sql`update contest set rules = (select jsonb_set(rules, '{stages,0,parts,1,panels,0,divergence}',
		${world.fresh.sql.json({ metric: 'distance-to-mean', levels })}))`;
	const turnId = world.turns[0]!.id;
	for (const command of ['call', 'step-on-stage', 'start', 'end'])
		granted(
			await runTurn(world.app, world.organiser, { contestId: world.contestId, turnId, command: { do: command } })
		);
	return { ...world, spare: await unseated(world), turnId };
}

async function unseated({ contestId, fresh }: JudgingContest): Promise<StaffSeat> {
	const db = fresh.database.drizzle;
	const name = 'Nguyễn Thị Chín';
	const [account] = await db
		.insert(schema.account)
		.values({ login: 'gk09', displayName: name, passwordHash: '' })
		.returning();
	const accountId = account!.id;
	await db.insert(schema.membership).values({ contestId, accountId, role: 'judge' });
	await db
		.insert(schema.judge)
		.values({ contestId, code: 'GK09', fullName: name, role: 'member', accountId, panels: [] });
	return { kind: 'staff', accountId, name, isFounder: false, roles: { [contestId]: ['judge'] } };
}

/** Every mark at its most, but this much less in the presentation, which is what the panel is held against. */
export async function submit(world: DifferingContest, seat: StaffSeat, less = 0): Promise<void> {
	const { app, contestId, turnId } = world;
	const { sheet } = granted(await judgeDesk(app, seat, contestId, turnId));
	let rest = less;
	const marks = Object.fromEntries(
		(sheet?.parts ?? []).flatMap(({ code: part, criteria }) =>
			criteria.map(({ code, max }) => {
				const taken = part === place.part ? Math.min(max, rest) : 0;
				rest -= taken;
				return [code, formatPoints(max - taken)];
			})
		)
	);
	const given = { contestId, turnId, version: sheet?.version, marks, comments: {} };
	const { version } = granted(await saveScoresheet(app, seat, given));
	granted(await lockSigned(app, seat, { contestId, turnId, version }));
}

/** GK01 and GK02 agree; GK03 gives six points less, which is 4,00 from the mean. */
export async function differ(world: DifferingContest): Promise<void> {
	for (const [seat, less] of [
		[world.head, 0],
		[world.member, 0],
		[world.other, 600]
	] as const)
		await submit(world, seat, less);
}

export async function begin({ app, contestId, head }: DifferingContest, seat = head) {
	return beginConsultation(app, seat, { contestId, ...place });
}

/** As the page does it: what would be decided is previewed, then the consultation ends with it. */
export async function end(
	{ app, contestId, head }: DifferingContest,
	cameTo: { kind: string; [field: string]: unknown },
	{ seat = head, present = ['GK01', 'GK02', 'GK03'] }: { seat?: StaffSeat; present?: string[] } = {}
) {
	const isDecided = !['revise', 'adjourned'].includes(cameTo.kind);
	const asked = { content: { kind: 'divergence', ...place, outcome: cameTo } };
	const preview = isDecided ? await previewDecision(app, seat, { contestId, asked, reason: note }) : null;
	if (isRefusal(preview)) return preview;
	return endConsultation(app, seat, { contestId, ...place, present, note, cameTo, seen: preview?.seen ?? null });
}

/** By the organiser, who sees what it changes. */
export async function confirmOpen({ app, contestId, organiser }: DifferingContest): Promise<void> {
	const [open] = granted(await decisionsDesk(app, organiser, contestId)).open;
	granted(await confirmDecision(app, organiser, { contestId, proposalId: open?.id, seen: open?.seen }));
}

export async function cardOf({ app, contestId, head }: DifferingContest, seat = head) {
	const { open, settled } = granted(await differencesDesk(app, seat, contestId));
	return [...open, ...settled].find(({ number }) => number === place.contestant) ?? null;
}

export function granted<T>(value: T | Refusal): T {
	if (isRefusal(value))
		throw new Error(`refused: ${value.refused} ${value.field ?? ''} ${JSON.stringify(value.details)}`);
	return value;
}
