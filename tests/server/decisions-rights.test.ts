// Who may propose, confirm and see decisions, what may be sent, and the contest file.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import { readContestFile } from '../../src/lib/formats/contest-file/read-contest-file.ts';
import type { App } from '../../src/lib/server/app.ts';
import { permissionTable } from '../../src/lib/server/permissions.ts';
import { anonymous, type StaffSeat } from '../../src/lib/server/seat.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { downloadRecord } from '../../src/lib/server/usecases/download-record.ts';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { proposeDecision } from '../../src/lib/server/usecases/propose-decision.ts';
import { publishResult } from '../../src/lib/server/usecases/publish-result.ts';
import { rejectDecision } from '../../src/lib/server/usecases/reject-decision.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { contestLog } from '../../src/lib/server/views/contest-log.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import {
	confirm,
	correctKey,
	decidingContest,
	granted,
	places,
	preview,
	propose,
	reason,
	seenBy,
	type DecidingContest
} from './deciding-contest.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver } from './results-data.ts';

let fresh: FreshDatabase;
let app: App;
let contest: DecidingContest;

beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
});
afterAll(() => fresh.drop());
beforeEach(async () => void (contest = await decidingContest(app)));

const voidC5: DecisionContent = { kind: 'void', question: 'C5' };
const pointsOff: DecisionContent = { kind: 'points', stage: 'HT', part: null, contestant: 'TS01', points: -2500 };

async function publish() {
	const { contestId, name, first } = contest;
	const version = (await readContest(app.database.drizzle, contestId))?.version;
	return publishResult(app, first, { contestId, expectedVersion: version, confirmName: name });
}

describe('who may', () => {
	const roles = ['first', 'head', 'secretary', 'judge', 'mc'] as const;

	it('propose, confirm and see, by the one table', async () => {
		expect(permissionTable['decisions:propose']).toEqual(['organiser', 'head_judge', 'secretary']);
		expect(permissionTable['decisions:confirm']).toEqual(['organiser', 'head_judge']);
		const { contestId } = contest;
		const id = await propose(contest, contest.second, { content: pointsOff });
		const asked = { content: pointsOff };
		const seen = await seenBy(contest, contest.second, id);
		const proposals: string[] = [];
		const confirmations: string[] = [];
		for (const role of roles) {
			const seat = contest[role];
			const proposed = await proposeDecision(app, seat, { contestId, asked, reason, seen });
			proposals.push(`${role} ${isRefusal(proposed) ? proposed.refused : 'yes'}`);
			const other = await propose(contest, contest.second, { content: pointsOff });
			const confirmed = await confirmDecision(app, seat, {
				contestId,
				proposalId: other,
				seen: await seenBy(contest, contest.second, other)
			});
			confirmations.push(`${role} ${isRefusal(confirmed) ? confirmed.refused : 'yes'}`);
			if (!isRefusal(confirmed)) {
				const back = await propose(contest, contest.second, { takesBack: confirmed.result.sequence });
				granted(await confirm(contest, contest.first, back));
			}
		}
		expect(proposals).toEqual([
			'first yes',
			'head yes',
			'secretary yes',
			'judge access/not-allowed',
			'mc access/not-allowed'
		]);
		expect(confirmations).toEqual([
			'first yes',
			'head yes',
			'secretary access/not-allowed',
			'judge access/not-allowed',
			'mc access/not-allowed'
		]);
		expect(await decisionsDesk(app, anonymous, contestId)).toMatchObject({ refused: 'access/sign-in-needed' });
		expect(await decisionsDesk(app, contest.judge, contestId)).toMatchObject({ refused: 'access/not-allowed' });
	});

	it('a key is seen by nobody who may not see the bank, not in desk, preview, history or log', async () => {
		const { contestId } = contest;
		const content = correctKey('C5', 'B');
		for (const seat of [contest.head, contest.secretary])
			for (const decision of [content, voidC5])
				expect(await preview(contest, seat, { content: decision })).toMatchObject({ refused: 'access/not-allowed' });
		const id = await propose(contest, contest.first, { content });
		const seen = await seenBy(contest, contest.second, id);
		const given = { contestId, proposalId: id, seen };
		expect(await confirmDecision(app, contest.head, given)).toMatchObject({ refused: 'access/not-allowed' });
		expect(await rejectDecision(app, contest.head, { contestId, proposalId: id, reason })).toMatchObject({
			refused: 'access/not-allowed'
		});
		const secret = /C5|C9|\["B"\]|B, |câu hỏi/;
		for (const seat of [contest.head, contest.secretary]) {
			const desk = granted(await decisionsDesk(app, seat, contestId));
			expect(desk.open).toMatchObject([{ what: null, diff: null, seen: '', can: { confirm: false, reject: false } }]);
			expect(JSON.stringify(desk)).not.toMatch(secret);
		}
		granted(await confirm(contest, contest.second, id));
		expect(JSON.stringify(granted(await decisionsDesk(app, contest.head, contestId)))).not.toMatch(secret);
		const log = JSON.stringify(granted(await contestLog(app, contest.head, contestId, null)));
		expect(log).not.toMatch(/C5|\[\\?"B/);
		// Nobody at all is offered the key of a question that has not been asked.
		const desk = granted(await decisionsDesk(app, contest.first, contestId, { keyOf: 'C5' }));
		expect(desk.choices.questions.map(({ code, key }) => `${code} ${key ? JSON.stringify(key.correct) : '–'}`)).toEqual(
			[...['C1 –', 'C2 –', 'C3 –', 'C4 –'], 'C5 {"kind":"options","options":["B"]}']
		);
		expect(desk.choices.questions.map(({ code }) => code)).not.toContain('C9');
		expect(await preview(contest, contest.first, { content: correctKey('C9', 'A') })).toMatchObject({
			refused: 'decision/question-not-sealed',
			field: 'question'
		});
	});

	it('R235 a problem is accepted by an organiser and the head judge, one step each', async () => {
		await fresh.sql`update unit set quota = 1 where contest_id = ${contest.contestId}`;
		const content: DecisionContent = { kind: 'override', problem: 'unit-over-quota', path: 'units[0].quota' };
		const asked = { content };
		expect(granted(await decisionsDesk(app, contest.first, contest.contestId)).choices.problems).toMatchObject([
			{ code: 'unit-over-quota', path: 'units[0].quota' }
		]);
		const { seen } = granted(await preview(contest, contest.secretary, asked));
		const { contestId } = contest;
		expect(await proposeDecision(app, contest.secretary, { contestId, asked, reason, seen })).toMatchObject({
			refused: 'decision/needs-both'
		});
		const id = await propose(contest, contest.first, asked);
		expect(await confirm(contest, contest.second, id)).toMatchObject({ refused: 'decision/needs-both' });
		granted(await confirm(contest, contest.head, id));
		expect(granted(await decisionsDesk(app, contest.first, contestId)).choices.problems).toEqual([]);
	});

	it('R249 a head judge with open sheets sees no points and confirms nothing about them', async () => {
		const { contestId, head } = contest;
		await fresh.sql`insert into judge (contest_id, code, full_name, role, account_id) values (${contestId}, 'GK01', 'Lê Văn Trưởng', 'head', ${head.accountId})`;
		await fresh.sql`insert into turn (contest_id, contestant_id, position) select contest_id, id, 1 from contestant where contest_id = ${contestId} limit 1`;
		const [, talk] = ruleTemplates['kien-thuc-thuyet-trinh'].stages[0]?.parts ?? [];
		await fresh.sql`update contest set rules = jsonb_insert(rules, '{stages,0,parts,0}', ${fresh.sql.json(talk as never)}, true) where id = ${contestId}`;
		const shown = granted(await preview(contest, head, { content: pointsOff }));
		expect(shown.diff).toBeNull();
		const own = await propose(contest, head, { content: pointsOff });
		const id = await propose(contest, contest.first, { content: pointsOff });
		const desk = granted(await decisionsDesk(app, head, contestId));
		expect(desk.open.map(({ diff, isWithheld, can }) => ({ diff, isWithheld, confirm: can.confirm }))).toEqual(
			Array(2).fill({ diff: null, isWithheld: true, confirm: false })
		);
		expect(JSON.stringify(desk)).not.toContain('80,00');
		expect(await confirm(contest, head, id)).toMatchObject({ refused: 'decision/still-blind' });
		// What the head judge has proposed blindly, an organiser sees in full before confirming it.
		const second = granted(await decisionsDesk(app, contest.second, contestId));
		expect(second.open.find((each) => each.id === own)).toMatchObject({ hasChanged: false, isWithheld: false });
		granted(await confirm(contest, contest.second, own));
	});

	it('nothing is proposed or confirmed after publication', async () => {
		const { contestId } = contest;
		const id = await propose(contest, contest.first, { content: pointsOff });
		const seen = await seenBy(contest, contest.second, id);
		granted(await publish());
		const published = { refused: 'result/already-published' };
		expect(await confirmDecision(app, contest.second, { contestId, proposalId: id, seen })).toMatchObject(published);
		expect(await preview(contest, contest.first, { content: pointsOff })).toMatchObject(published);
		expect(
			await proposeDecision(app, contest.first, { contestId, asked: { content: pointsOff }, reason, seen })
		).toMatchObject(published);
	});
});

describe('what is sent', () => {
	const attempt = (given: unknown, seat: StaffSeat = contest.first) => previewDecision(app, seat, given);

	it('is held to the schema of its kind, and to a reason', async () => {
		const { contestId } = contest;
		expect(await attempt({ contestId, asked: { content: { ...pointsOff, points: 1.5 } }, reason })).toMatchObject({
			refused: 'input/not-valid',
			field: 'points'
		});
		for (const content of [
			{ ...pointsOff, isAdmin: true },
			{ ...pointsOff, contestant: '' },
			{ kind: 'nonsense' },
			{ ...voidC5, key: {} }
		])
			expect(await attempt({ contestId, asked: { content }, reason })).toMatchObject({ refused: 'input/not-valid' });
		expect(await attempt({ contestId, asked: { content: pointsOff }, reason: 'x' })).toMatchObject({
			refused: 'input/reason-needed',
			field: 'reason'
		});
		const unknown = { ...pointsOff, contestant: 'TS77' };
		expect(await attempt({ contestId, asked: { content: unknown }, reason })).toEqual({
			refused: 'decision/not-there',
			details: { what: 'TS77' },
			field: 'contestant'
		});
		expect(await readEvents(app.database.drizzle, contestId)).toEqual([]);
	});

	it('must be the preview that was seen', async () => {
		const { contestId } = contest;
		const asked = { content: pointsOff };
		const given = { contestId, asked, reason, seen: '0'.repeat(64) };
		expect(await proposeDecision(app, contest.first, given)).toMatchObject({ refused: 'decision/preview-changed' });
	});
});

describe('the contest file', () => {
	it('has everything the result is computed from, and nothing that is still secret', async () => {
		granted(await confirm(contest, contest.second, await propose(contest, contest.first, { content: voidC5 })));
		const { contestId } = contest;
		const { text } = granted(await downloadRecord(app, contest.first, { contestId }));
		const reading = readContestFile(new TextEncoder().encode(text));
		if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
		const [ranking] = computeResult(reading.value).stages[0]?.rankings ?? [];
		expect(ranking?.places.map(({ rank, contestant, total }) => `${rank} ${contestant} ${total}`)).toEqual(
			await places(contest)
		);
		expect(text).not.toContain('"C9"');
		for (const seat of [contest.head, contest.secretary, contest.mc])
			expect(await downloadRecord(app, seat, { contestId })).toMatchObject({ refused: 'access/not-allowed' });
		const lines = await readEvents(app.database.drizzle, contestId);
		expect(lines.at(-1)).toMatchObject({ kind: 'record-downloaded', actor: { name: contest.first.name } });
		expect(granted(await verifyLog(app, contestId))).toMatchObject({ ok: true });
	});
});
