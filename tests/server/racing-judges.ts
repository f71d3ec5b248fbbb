// Judges, head judge and organisers who all press at once, on several devices each, decided by a seed; and what must be true of the rows after.
import assert from 'node:assert/strict';
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import { isRefusal, type Refusal } from '../../src/lib/contest/refusal.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readSheet } from '../../src/lib/server/stores/sheets.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { proposeDecision } from '../../src/lib/server/usecases/propose-decision.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { fullMarks, judgingContest, type JudgingContest } from './judging-contest.ts';
import { givePin, lockSigned, reopenSigned } from './lock-signed.ts';
import { ok } from './setup-world.ts';

/** Fewer than wait at the semaphore of the PINs. */
const atOnce = 40;

export interface Raced {
	acts: number;
	locked: number;
	reopened: number;
	confirmed: number;
}

type Act = () => Promise<{ did: keyof Omit<Raced, 'acts'>; refusal: Refusal | null }>;

/** At least so many locks, reopenings and confirmations; throws when one of the promises is broken. */
export async function raceJudges(random: () => number, least: number): Promise<Raced> {
	const world = await judgingContest();
	try {
		const second = await openEverything(world);
		const raced: Raced = { acts: 0, locked: 0, reopened: 0, confirmed: 0 };
		while (raced.acts < least) {
			const acts = await someActs(world, second, random);
			for (const { did, refusal } of await Promise.all(acts.map((act) => act()))) {
				raced.acts += 1;
				if (!refusal) raced[did] += 1;
				else assert.notEqual(refusal.refused, 'server/busy');
			}
			await checkRows(world, raced);
		}
		return raced;
	} finally {
		await world.app.close();
	}
}

/** All three turns have been on stage and everybody has a PIN; the account of a second organiser. */
async function openEverything(world: JudgingContest): Promise<StaffSeat> {
	const { app, contestId, organiser, head, member, other, fresh } = world;
	for (const { id: turnId } of world.turns)
		for (const command of ['call', 'step-on-stage', 'start', 'end'])
			ok(await runTurn(app, organiser, { contestId, turnId, command: { do: command } }));
	const [account] = await fresh.sql<{ id: string }[]>`
		insert into account (login, display_name, password_hash) values ('to-chuc-2', 'Người tổ chức hai', '') returning id`;
	const second = { ...organiser, accountId: account!.id, name: 'Người tổ chức hai' };
	for (const { accountId } of [organiser, second, head, member, other]) await givePin(app, accountId);
	return second;
}

async function someActs(world: JudgingContest, second: StaffSeat, random: () => number): Promise<Act[]> {
	const { app, contestId, organiser, head, judges, turns } = world;
	const one = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)]!;
	const acts: Act[] = [];
	while (acts.length < atOnce - 4) {
		const { id: turnId } = one(turns);
		const { id: judgeId, seat } = one(judges);
		const sheet = { contestId, turnId };
		const devices = 1 + Math.floor(random() * 3);
		const what = random();
		for (let device = 0; device < devices; device++)
			if (what < 0.45)
				acts.push(async () => {
					const version = (await readSheet(app.database.drizzle, turnId, judgeId))?.version ?? 0;
					const saved = await saveScoresheet(app, seat, { ...sheet, version, marks: fullMarks(world), comments: {} });
					const seen = isRefusal(saved) ? version : saved.version;
					return { did: 'locked', refusal: refusalOf(await lockSigned(app, seat, { ...sheet, version: seen })) };
				});
			else {
				const by = what < 0.8 ? head : one([organiser, second, seat]);
				const ask = { ...sheet, judgeId, reason: 'Nhầm tiêu chí của thí sinh' };
				acts.push(async () => ({ did: 'reopened', refusal: refusalOf(await reopenSigned(app, by, ask)) }));
			}
	}
	return [...acts, ...(await confirmations(world, second, random))];
}

/** One proposal, confirmed by both organisers on two devices each. */
async function confirmations(world: JudgingContest, second: StaffSeat, random: () => number): Promise<Act[]> {
	const { app, contestId, organiser, turns } = world;
	const contestant = turns[Math.floor(random() * turns.length)]!.number;
	const content: DecisionContent = { kind: 'points', stage: 'HT', part: null, contestant, points: -25 };
	const reason = 'Theo biên bản của ban giám khảo';
	const asked = { contestId, asked: { content }, reason };
	const { seen } = ok(await previewDecision(app, organiser, asked));
	const { proposalId } = ok(await proposeDecision(app, organiser, { ...asked, seen })).result;
	return [organiser, second, organiser, second].map((by) => async () => ({
		did: 'confirmed',
		refusal: refusalOf(await confirmDecision(app, by, { contestId, proposalId, seen }))
	}));
}

const refusalOf = (value: object): Refusal | null => (isRefusal(value) ? value : null);

async function checkRows({ app, contestId, fresh: { sql } }: JudgingContest, raced: Raced): Promise<void> {
	const [counted] = await sql`
		select count(*) filter (where locked_at is not null)::int as locked, count(*) filter (where revision > 1)::int as reopened,
			(select count(*)::int from decision) as confirmed from scoresheet`;
	const { locked, reopened, confirmed } = raced;
	assert.deepEqual(counted, { locked, reopened, confirmed }, 'what was granted is what is there');
	const broken = await sql`
		select s.turn_id, s.judge_id, s.revision from scoresheet s where
			s.revision <> 1 + (select count(*) from scoresheet b where (b.turn_id, b.judge_id) = (s.turn_id, s.judge_id) and b.revision < s.revision)
			or s.locked_at is null and exists (select from scoresheet a where (a.turn_id, a.judge_id) = (s.turn_id, s.judge_id) and a.revision > s.revision)
			or s.revision > 1 and (s.reopened_by is null or s.reopen_reason is null)
			or s.signed_by = s.reopened_by or (s.signed_by is null) <> (s.locked_at is null)`;
	assert.deepEqual([...broken], [], 'one open revision at most, each change with reason and second person');
	const alone = await sql`
		select a.sequence from contest_event a join contest_event b on b.contest_id = a.contest_id and b.kind = 'sheet-reopened'
			and b.payload->>'turnId' = a.payload->>'turnId' and b.payload->>'judgeId' = a.payload->>'judgeId'
			and b.payload->'revision' = a.payload->'revision'
		where a.kind = 'sheet-locked' and a.actor->>'id' = b.actor->>'id'`;
	assert.deepEqual([...alone], [], 'nobody has opened and signed the same change');
	const doubled = await sql`
		select proposal_id from decision group by proposal_id having count(*) > 1
		union all select proposal_id from decision where by_account = confirmed_by_account`;
	assert.deepEqual([...doubled], [], 'a decision is confirmed once, by another person');
	const verdict = await verifyLog(app, contestId);
	assert.ok(verdict.ok, `log and sheets agree: ${JSON.stringify(verdict)}`);
}
