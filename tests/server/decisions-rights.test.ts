// Who may propose, confirm and see decisions, what may be sent, and the contest file.
import { describe, expect, it } from 'vitest';
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import { readContestFile } from '../../src/lib/formats/contest-file/read-contest-file.ts';
import { permissionTable } from '../../src/lib/server/permissions.ts';
import { anonymous, type StaffSeat } from '../../src/lib/server/seat.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { downloadRecord } from '../../src/lib/server/usecases/download-record.ts';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { proposeDecision } from '../../src/lib/server/usecases/propose-decision.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import {
	confirm,
	decidingWorld,
	granted,
	places,
	pointsOff,
	preview,
	propose,
	publish,
	reason,
	seenBy,
	voidC5
} from './deciding-contest.ts';

const world = decidingWorld();

describe('who may', () => {
	const roles = ['first', 'head', 'secretary', 'judge', 'mc'] as const;

	it('propose, confirm and see, by the one table', async () => {
		expect(permissionTable['decisions:propose']).toEqual(['organiser', 'head_judge', 'secretary']);
		expect(permissionTable['decisions:confirm']).toEqual(['organiser', 'head_judge']);
		const { contestId } = world.contest;
		const id = await propose(world.contest, world.contest.second, { content: pointsOff });
		const asked = { content: pointsOff };
		const seen = await seenBy(world.contest, world.contest.second, id);
		const proposals: string[] = [];
		const confirmations: string[] = [];
		for (const role of roles) {
			const seat = world.contest[role];
			const proposed = await proposeDecision(world.app, seat, { contestId, asked, reason, seen });
			proposals.push(`${role} ${isRefusal(proposed) ? proposed.refused : 'yes'}`);
			const other = await propose(world.contest, world.contest.second, { content: pointsOff });
			const confirmed = await confirmDecision(world.app, seat, {
				contestId,
				proposalId: other,
				seen: await seenBy(world.contest, world.contest.second, other)
			});
			confirmations.push(`${role} ${isRefusal(confirmed) ? confirmed.refused : 'yes'}`);
			if (!isRefusal(confirmed)) {
				const back = await propose(world.contest, world.contest.second, { takesBack: confirmed.result.sequence });
				granted(await confirm(world.contest, world.contest.first, back));
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
		expect(await decisionsDesk(world.app, anonymous, contestId)).toMatchObject({ refused: 'access/sign-in-needed' });
		expect(await decisionsDesk(world.app, world.contest.judge, contestId)).toMatchObject({
			refused: 'access/not-allowed'
		});
	});

	it('each proposal names who can confirm it: not who proposed it, and for a problem only the other half', async () => {
		const { contestId, first, second, head } = world.contest;
		await propose(world.contest, first, { content: pointsOff });
		const namesOf = async () =>
			granted(await decisionsDesk(world.app, first, contestId)).open.map(({ confirmers }) => confirmers);
		expect(await namesOf()).toEqual([[head.name, second.name]]);
		await world.fresh.sql`update unit set quota = 1 where contest_id = ${contestId}`;
		const asked = { content: { kind: 'override', problem: 'unit-over-quota', path: 'units[0].quota' } } as const;
		await propose(world.contest, first, asked);
		expect((await namesOf())[1]).toEqual([head.name]);
	});

	it('R235 a problem is accepted by an organiser and the head judge, one step each', async () => {
		await world.fresh.sql`update unit set quota = 1 where contest_id = ${world.contest.contestId}`;
		const content: DecisionContent = { kind: 'override', problem: 'unit-over-quota', path: 'units[0].quota' };
		const asked = { content };
		expect(
			granted(await decisionsDesk(world.app, world.contest.first, world.contest.contestId)).choices.problems
		).toMatchObject([{ code: 'unit-over-quota', path: 'units[0].quota' }]);
		const { seen } = granted(await preview(world.contest, world.contest.secretary, asked));
		const { contestId } = world.contest;
		expect(await proposeDecision(world.app, world.contest.secretary, { contestId, asked, reason, seen })).toMatchObject(
			{
				refused: 'decision/needs-both'
			}
		);
		const id = await propose(world.contest, world.contest.first, asked);
		expect(await confirm(world.contest, world.contest.second, id)).toMatchObject({ refused: 'decision/needs-both' });
		granted(await confirm(world.contest, world.contest.head, id));
		expect(granted(await decisionsDesk(world.app, world.contest.first, contestId)).choices.problems).toEqual([]);
	});

	it('R249 a head judge with open sheets sees no points and confirms nothing about them', async () => {
		const { contestId, head } = world.contest;
		await world.fresh
			.sql`insert into judge (contest_id, code, full_name, role, account_id) values (${contestId}, 'GK01', 'Lê Văn Trưởng', 'head', ${head.accountId})`;
		await world.fresh
			.sql`insert into turn (contest_id, contestant_id, position) select contest_id, id, 1 from contestant where contest_id = ${contestId} limit 1`;
		const [, talk] = ruleTemplates['kien-thuc-thuyet-trinh'].stages[0]?.parts ?? [];
		await world.fresh
			.sql`update contest set rules = jsonb_insert(rules, '{stages,0,parts,0}', ${world.fresh.sql.json(talk as never)}, true) where id = ${contestId}`;
		const shown = granted(await preview(world.contest, head, { content: pointsOff }));
		expect(shown.diff).toBeNull();
		const own = await propose(world.contest, head, { content: pointsOff });
		const id = await propose(world.contest, world.contest.first, { content: pointsOff });
		const desk = granted(await decisionsDesk(world.app, head, contestId));
		expect(desk.open.map(({ diff, isWithheld, can }) => ({ diff, isWithheld, confirm: can.confirm }))).toEqual(
			Array(2).fill({ diff: null, isWithheld: true, confirm: false })
		);
		expect(desk.open.find((each) => each.id === id)?.confirmers).toEqual([world.contest.second.name]);
		expect(JSON.stringify(desk)).not.toContain('80,00');
		expect(await confirm(world.contest, head, id)).toMatchObject({ refused: 'decision/still-blind' });
		// What the head judge has proposed blindly, an organiser sees in full before confirming it.
		const second = granted(await decisionsDesk(world.app, world.contest.second, contestId));
		expect(second.open.find((each) => each.id === own)).toMatchObject({ hasChanged: false, isWithheld: false });
		granted(await confirm(world.contest, world.contest.second, own));
	});

	it('nothing is proposed or confirmed after publication', async () => {
		const { contestId } = world.contest;
		const id = await propose(world.contest, world.contest.first, { content: pointsOff });
		const seen = await seenBy(world.contest, world.contest.second, id);
		granted(await publish(world.contest));
		const published = { refused: 'result/already-published' };
		expect(await confirmDecision(world.app, world.contest.second, { contestId, proposalId: id, seen })).toMatchObject(
			published
		);
		expect(await preview(world.contest, world.contest.first, { content: pointsOff })).toMatchObject(published);
		expect(
			await proposeDecision(world.app, world.contest.first, { contestId, asked: { content: pointsOff }, reason, seen })
		).toMatchObject(published);
	});
});

describe('what is sent', () => {
	const attempt = (given: unknown, seat: StaffSeat = world.contest.first) => previewDecision(world.app, seat, given);

	it('is held to the schema of its kind, and to a reason', async () => {
		const { contestId } = world.contest;
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
		expect(await readEvents(world.app.database.drizzle, contestId)).toEqual([]);
	});

	it('must be the preview that was seen', async () => {
		const { contestId } = world.contest;
		const asked = { content: pointsOff };
		const given = { contestId, asked, reason, seen: '0'.repeat(64) };
		expect(await proposeDecision(world.app, world.contest.first, given)).toMatchObject({
			refused: 'decision/preview-changed'
		});
	});
});

describe('the contest file', () => {
	it('has everything the result is computed from, and nothing that is still secret', async () => {
		granted(
			await confirm(
				world.contest,
				world.contest.second,
				await propose(world.contest, world.contest.first, { content: voidC5 })
			)
		);
		const { contestId } = world.contest;
		const { text } = granted(await downloadRecord(world.app, world.contest.first, { contestId }));
		const reading = readContestFile(new TextEncoder().encode(text));
		if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
		const [ranking] = computeResult(reading.value).stages[0]?.rankings ?? [];
		expect(ranking?.places.map(({ rank, contestant, total }) => `${rank} ${contestant} ${total}`)).toEqual(
			await places(world.contest)
		);
		expect(text).not.toContain('"C9"');
		for (const seat of [world.contest.head, world.contest.secretary, world.contest.mc])
			expect(await downloadRecord(world.app, seat, { contestId })).toMatchObject({ refused: 'access/not-allowed' });
		const lines = await readEvents(world.app.database.drizzle, contestId);
		expect(lines.at(-1)).toMatchObject({ kind: 'record-downloaded', actor: { name: world.contest.first.name } });
		expect(granted(await verifyLog(world.app, contestId))).toMatchObject({ ok: true });
	});
});
