// Contests, people, slips and lots on a real database: who may set up, what is kept as a hash, and what a seed decides.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/lib/contest/event-chain.ts';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { makeSecret, hashSecret } from '../../src/lib/server/secrets.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { appointJudges } from '../../src/lib/server/usecases/appoint-judges.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { createContest } from '../../src/lib/server/usecases/create-contest.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { discardRound } from '../../src/lib/server/usecases/discard-round.ts';
import { drawLots } from '../../src/lib/server/usecases/draw-lots.ts';
import { freezeLots } from '../../src/lib/server/usecases/freeze-lots.ts';
import { issueSlips } from '../../src/lib/server/usecases/issue-slips.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { removeStaff } from '../../src/lib/server/usecases/remove-staff.ts';
import { renewInvitation } from '../../src/lib/server/usecases/renew-invitation.ts';
import { replaceSlip } from '../../src/lib/server/usecases/replace-slip.ts';
import { setupPeople } from '../../src/lib/server/views/setup-people.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { ok, outsiders, setupWorld, withRoles, type World } from './setup-world.ts';

let world: World;
let contestId: string;
let organiser: StaffSeat;
let secretary: StaffSeat;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
	({ contestId, organiser } = await world.contest());
	secretary = withRoles(world.founder, contestId, ['secretary']);
	ok(await loadSample(world.app, organiser, { contestId }));
});

const contestantIds = async () =>
	(await world.fresh.sql`select id from contestant where contest_id = ${contestId} order by number`).map((row) =>
		String(row.id)
	);

describe('a new contest', () => {
	const wish = { template: 'ba-phan', name: 'Hội thi', organiser: 'Đảng ủy', place: '', heldOn: '2026-12-01' };

	it('is made by founders only, with a join code, an organiser and a first line in the log', async () => {
		expect(await createContest(world.app, organiser, wish)).toEqual({ refused: 'access/not-allowed', details: {} });
		for (const seat of Object.values(outsiders(world.founder, contestId)).filter((seat) => seat.kind !== 'staff'))
			expect(await createContest(world.app, seat, wish)).toHaveProperty('refused');
		const heard = world.news.length;
		const made = ok(await createContest(world.app, world.founder, wish));
		expect(world.news.slice(heard)).toEqual([{ contestId: made.contestId, version: 1 }]);
		const [row] = await world.fresh.sql`select join_code, rules from contest where id = ${made.contestId}`;
		expect(row?.join_code).toMatch(/^\d{6}$/);
		expect(row?.rules).toEqual(ruleTemplates['ba-phan']);
		const events = await readEvents(world.app.database.drizzle, made.contestId);
		expect(events.map(({ kind }) => kind)).toEqual(['contest-created']);
	});

	it('is refused with the field that is wrong', async () => {
		expect(await createContest(world.app, world.founder, { ...wish, name: '  ' })).toMatchObject({ field: 'name' });
		expect(await createContest(world.app, world.founder, { ...wish, heldOn: '2026-02-30' })).toMatchObject({
			field: 'heldOn'
		});
	});

	it('keeps a log that verifies through the whole set-up', async () => {
		ok(await issueSlips(world.app, organiser, { contestId, who: 'all' }));
		ok(await freezeLots(world.app, secretary, { contestId, kind: 'order' }));
		ok(await drawLots(world.app, secretary, { contestId, kind: 'order', witnesses: [{ name: 'A', said: '7' }] }));
		const events = await readEvents(world.app.database.drizzle, contestId);
		expect(verifyChain(events)).toMatchObject({ ok: true, count: events.length });
	});
});

describe('who may set up', () => {
	it('refuses every use case to judges, contestants, screens, the MC and strangers', async () => {
		const [id = ''] = await contestantIds();
		const acts = {
			appointJudges: (seat: StaffSeat) => appointJudges(world.app, seat, { contestId }),
			addStaff: (seat: StaffSeat) =>
				addStaff(world.app, seat, { contestId, login: 'ai-do', displayName: 'Ai Đó', role: 'mc' }),
			removeStaff: (seat: StaffSeat) =>
				removeStaff(world.app, seat, { contestId, accountId: world.founder.accountId, role: 'organiser' }),
			renewInvitation: (seat: StaffSeat) =>
				renewInvitation(world.app, seat, { contestId, accountId: world.founder.accountId }),
			checkIn: (seat: StaffSeat) =>
				checkInContestant(world.app, seat, { contestId, contestantIds: [id], as: 'present' }),
			issueSlips: (seat: StaffSeat) => issueSlips(world.app, seat, { contestId, who: 'all' }),
			replaceSlip: (seat: StaffSeat) => replaceSlip(world.app, seat, { contestId, contestantId: id }),
			freezeLots: (seat: StaffSeat) => freezeLots(world.app, seat, { contestId, kind: 'order' }),
			drawLots: (seat: StaffSeat) =>
				drawLots(world.app, seat, { contestId, kind: 'order', witnesses: [{ name: 'A', said: '7' }] }),
			createRound: (seat: StaffSeat) =>
				createRound(world.app, seat, {
					contestId,
					partCode: 'KT',
					title: 'V',
					pick: { kind: 'draw', seed: '1', count: 1 }
				}),
			discardRound: (seat: StaffSeat) => discardRound(world.app, seat, { contestId, roundId: id }),
			loadSample: (seat: StaffSeat) => loadSample(world.app, seat, { contestId })
		};
		const [before] = await world.fresh.sql`select version from contest where id = ${contestId}`;
		for (const [who, seat] of Object.entries(outsiders(world.founder, contestId))) {
			for (const [act, run] of Object.entries(acts)) {
				const refused = who === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed';
				expect(await run(seat as StaffSeat), `${who} ${act}`).toMatchObject({ refused });
			}
		}
		expect((await world.fresh.sql`select version from contest where id = ${contestId}`)[0]).toEqual(before);
	});
});

describe('slips', () => {
	it('are given out once; no ticket and no code is in any table', async () => {
		const { result: slips } = ok(await issueSlips(world.app, secretary, { contestId, who: 'all' }));
		expect(slips).toHaveLength(54);
		expect(new Set(slips.map(({ ticket }) => ticket)).size).toBe(54);
		for (const { code, ticket } of slips) {
			expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
			expect(Buffer.from(ticket, 'base64url').length).toBeGreaterThanOrEqual(16);
		}
		const tables = await world.fresh
			.sql`select table_name from information_schema.tables where table_schema = 'public'`;
		let all = '';
		for (const { table_name: table } of tables)
			all += JSON.stringify(await world.fresh.sql`select * from ${world.fresh.sql(table)}`);
		for (const { code, ticket } of slips) {
			expect(all.includes(ticket)).toBe(false);
			expect(all.includes(code)).toBe(false);
			expect(all.includes(code.replace('-', ''))).toBe(false);
		}
		expect(all.includes(hashSecret(slips[0]?.ticket ?? ''))).toBe(true);
	});

	it('go only to those who have none, when asked so', async () => {
		const [first = ''] = await contestantIds();
		ok(await issueSlips(world.app, organiser, { contestId, who: [first] }));
		const rest = ok(await issueSlips(world.app, organiser, { contestId, who: 'missing' }));
		expect(rest.result).toHaveLength(53);
		expect(ok(await issueSlips(world.app, organiser, { contestId, who: 'missing' })).result).toEqual([]);
	});

	it('replaced: the old slip and its sessions end, those of others stay', async () => {
		const [first = '', second = ''] = await contestantIds();
		ok(await issueSlips(world.app, organiser, { contestId, who: [first, second] }));
		const slips = await world.fresh.sql`select id, contestant_id from slip where contest_id = ${contestId}`;
		for (const { id } of slips)
			await world.fresh
				.sql`insert into session (id, slip_id, expires_at, ends_at) values (${hashSecret(makeSecret())}, ${id}, now() + interval '1 day', now() + interval '1 day')`;
		const slip = ok(await replaceSlip(world.app, secretary, { contestId, contestantId: first }));
		expect(slip.contestant?.id).toBe(first);
		const sessions = await world.fresh
			.sql`select s.revoked_at is null as good, l.contestant_id from session s join slip l on l.id = s.slip_id where l.contest_id = ${contestId}`;
		expect(sessions.find((row) => row.contestant_id === first)?.good).toBe(false);
		expect(sessions.find((row) => row.contestant_id === second)?.good).toBe(true);
		const [good] = await world.fresh
			.sql`select count(*)::int as n from slip where contestant_id = ${first} and revoked_at is null`;
		expect(good?.n).toBe(1);
	});

	it('of another contest are out of reach', async () => {
		const [first = ''] = await contestantIds();
		const other = await world.contest();
		expect(
			await replaceSlip(world.app, other.organiser, { contestId: other.contestId, contestantId: first })
		).toMatchObject({ refused: 'input/not-found' });
	});
});

describe('roll call', () => {
	it('notes who is here and wants a reason for who is not', async () => {
		const [first = '', second = ''] = await contestantIds();
		ok(await checkInContestant(world.app, secretary, { contestId, contestantIds: [first], as: 'present' }));
		expect(
			await checkInContestant(world.app, secretary, { contestId, contestantIds: [second], as: 'absent' })
		).toMatchObject({
			refused: 'input/reason-needed'
		});
		ok(
			await checkInContestant(world.app, secretary, { contestId, contestantIds: [second], as: 'absent', reason: 'Ốm' })
		);
		const rows = await world.fresh
			.sql`select id, status, checked_in_at is not null as here from contestant where id in ${world.fresh.sql([first, second])}`;
		expect(rows.find((row) => row.id === first)).toMatchObject({ status: 'competing', here: true });
		expect(rows.find((row) => row.id === second)).toMatchObject({ status: 'absent', here: false });
	});
});

describe('accounts of staff', () => {
	it('are made with a link for new people and without one for known people', async () => {
		const made = ok(
			await addStaff(world.app, organiser, { contestId, login: 'thu-ky', displayName: 'Thư Ký', role: 'secretary' })
		);
		expect(made.invitation).toBeTruthy();
		const again = ok(
			await addStaff(world.app, organiser, { contestId, login: 'Thu-Ky', displayName: 'X', role: 'mc' })
		);
		expect(again).toMatchObject({ accountId: made.accountId, displayName: 'Thư Ký', invitation: null });
	});

	it('stand in the order of Vietnamese names: Đ after D, not after every other letter', async () => {
		const made = await world.contest();
		const names = ['Vũ Yến', 'Trần Đạt', 'Lê Dung', 'Phạm Giang'];
		for (const [at, displayName] of names.entries())
			ok(
				await addStaff(world.app, made.organiser, {
					contestId: made.contestId,
					login: `xep-${at}-${made.contestId.slice(-6)}`,
					displayName,
					role: 'mc'
				})
			);
		const { staff } = ok(await setupPeople(world.app, made.organiser, made.contestId));
		expect(staff.map(({ name }) => name).filter((name) => names.includes(name))).toEqual([
			'Lê Dung',
			'Trần Đạt',
			'Phạm Giang',
			'Vũ Yến'
		]);
	});

	it('no organiser gets a link for a founder or for somebody of a contest of others', async () => {
		ok(await addStaff(world.app, organiser, { contestId, login: 'founder', displayName: 'X', role: 'mc' }));
		expect(
			await renewInvitation(world.app, organiser, { contestId, accountId: world.founder.accountId })
		).toMatchObject({
			refused: 'access/not-allowed'
		});
		const other = await world.contest();
		const person = ok(
			await addStaff(world.app, other.organiser, {
				contestId: other.contestId,
				login: `mc-${other.contestId.slice(-6)}`,
				displayName: 'MC',
				role: 'mc'
			})
		);
		ok(await addStaff(world.app, organiser, { contestId, login: person.login, displayName: 'MC', role: 'mc' }));
		expect(await renewInvitation(world.app, organiser, { contestId, accountId: person.accountId })).toMatchObject({
			refused: 'access/not-allowed'
		});
	});

	it('the panel is appointed once, its head also as head judge', async () => {
		const rows = await world.fresh.sql`select j.code, a.login, array_agg(m.role order by m.role) as roles from judge j
			join account a on a.id = j.account_id join membership m on m.account_id = a.id and m.contest_id = j.contest_id
			where j.contest_id = ${contestId} group by 1, 2 order by 1`;
		expect(rows).toHaveLength(7);
		expect(rows[0]?.roles).toEqual(['head_judge', 'judge']);
		expect(rows[1]?.roles).toEqual(['judge']);
		expect(rows[0]?.login).toMatch(/^gk01/);
		expect(ok(await appointJudges(world.app, organiser, { contestId }))).toEqual([]);
	});

	it('whoever heads the panel no more is head judge no more', async () => {
		await world.fresh.sql`update judge set role = case code when 'GK01' then 'member' else 'head' end
			where contest_id = ${contestId} and code in ('GK01', 'GK02')`;
		ok(await appointJudges(world.app, organiser, { contestId }));
		const heads = await world.fresh.sql`select j.code from judge j join membership m on m.account_id = j.account_id
			and m.contest_id = j.contest_id where j.contest_id = ${contestId} and m.role = 'head_judge'`;
		expect(heads.map(({ code }) => code)).toEqual(['GK02']);
	});
});
