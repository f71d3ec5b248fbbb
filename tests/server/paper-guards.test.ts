// What the database itself refuses about sheets on paper, and what races between secretaries and judges come to.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { givePin, reopenSigned } from './lock-signed.ts';
import { paperContest, type PaperContest } from './paper-contest.ts';

let world: PaperContest;
beforeEach(async () => {
	world = await paperContest();
});
afterEach(() => world.app.close());

const denied = { code: '42501' };

describe('held by the database, whoever writes', () => {
	// The owner, whom only the guards stop: the application's role is not given these rights in the first place.
	const sql = () => world.fresh.owner.sql;
	const entry = (paper: string, ordinal: number, account: string, marks = '{"TT1": 100}') => sql()`
		insert into paper_entry (paper_id, ordinal, marks, comments, entered_by, entered_by_account, entered_at)
		values (${paper}, ${ordinal}, ${marks}::text::jsonb, '{}', 'Ai đó', ${account}, now())`;
	const paperId = async () => (await world.papers())[0]!.id as string;

	test('one account is never both entries, there is no third, and none is changed or taken away', async () => {
		await world.type(world.one);
		const paper = await paperId();
		await expect(entry(paper, 2, world.one.accountId).execute()).rejects.toMatchObject({
			constraint_name: 'paper_entry_two_people'
		});
		await expect(entry(paper, 3, world.two.accountId).execute()).rejects.toMatchObject({
			constraint_name: 'paper_entry_first_or_second'
		});
		await expect(entry(paper, 2, world.member.accountId).execute()).rejects.toMatchObject(denied);
		await expect(sql()`update paper_entry set marks = '{}'`.execute()).rejects.toMatchObject(denied);
		await expect(sql()`delete from paper_entry`.execute()).rejects.toMatchObject(denied);
	});

	test('a second entry needs a first, and a settled paper takes no more', async () => {
		await world.toPaper(world.member, 0);
		await expect(entry(await paperId(), 2, world.one.accountId).execute()).rejects.toMatchObject(denied);
		await world.toScreen(world.member);
		await expect(entry(await paperId(), 1, world.one.accountId).execute()).rejects.toMatchObject(denied);
	});

	test('nothing counts from paper that two people have not typed', async () => {
		await world.type(world.one);
		const counted = (marks: string) =>
			world.fresh.sql.begin(async (tx) => {
				const [sheet] = await tx`
					insert into scoresheet (turn_id, judge_id, revision, version, marks, comments, saved_at, locked_at, origin)
					values (${world.turnId}, ${world.judgeId}, 2, 2, ${marks}::text::jsonb, '{}', now(), now(), 'paper') returning id`;
				await tx`update paper_sheet set state = 'confirmed', settled_by = 'Ai đó', settled_at = now(),
					settled_by_account = ${world.two.accountId}, scoresheet_id = ${sheet!.id}`;
			});
		const [typed] = await sql()`select marks::text from paper_entry`;
		await expect(counted(typed!.marks)).rejects.toMatchObject(denied);
		await entry(await paperId(), 2, world.two.accountId, typed!.marks);
		await expect(counted('{"TT1": 0}')).rejects.toMatchObject(denied);
		await counted(typed!.marks);
		expect((await world.sheets()).at(-1)).toMatchObject({ origin: 'paper', locked: true });
		await expect(sql()`update paper_sheet set state = 'returned'`.execute()).rejects.toMatchObject(denied);
		await expect(sql()`delete from paper_sheet`.execute()).rejects.toMatchObject(denied);
	});

	test('a sheet from paper without its paper, a draft from paper, and a second locked sheet are refused', async () => {
		const insert = (revision: number, origin: string, locked: boolean) => sql()`
			insert into scoresheet (turn_id, judge_id, revision, version, marks, comments, saved_at, locked_at, origin)
			values (${world.turnId}, ${world.judgeId}, ${revision}, 9, '{}', '{}', now(), ${locked ? new Date() : null}, ${origin})`;
		await expect(insert(1, 'paper', true).execute()).rejects.toMatchObject(denied);
		await expect(insert(1, 'paper', false).execute()).rejects.toMatchObject({
			constraint_name: 'scoresheet_paper_is_locked'
		});
		await world.type(world.one);
		await world.type(world.two);
		await expect(insert(3, 'screen', true).execute()).rejects.toMatchObject(denied);
	});

	test('while a sheet is on paper there is no draft beside it, and the closed one does not change', async () => {
		await world.save(world.member, 0, { TT1: '3' });
		await world.toPaper(world.member, 1);
		const draft = sql()`insert into scoresheet (turn_id, judge_id, revision, version, marks, comments, saved_at)
			values (${world.turnId}, ${world.judgeId}, 2, 2, '{}', '{}', now())`;
		await expect(draft.execute()).rejects.toMatchObject(denied);
		await expect(sql()`update scoresheet set marks = '{}'`.execute()).rejects.toMatchObject(denied);
		await expect(sql()`update scoresheet set closed_at = null`.execute()).rejects.toMatchObject(denied);
	});

	test.each([
		["origin = 'paper'", 'comments = \'{"TT1": "Khác"}\''],
		["origin = 'paper'", 'marks = \'{"TT1": 0}\''],
		["origin = 'paper'", "signed_by = reopened_by, reopen_reason = 'Khác'"],
		['closed_at is not null', 'comments = \'{"TT1": "Khác"}\''],
		['closed_at is not null', 'closed_at = null']
	])(
		'R71 whoever owns the tables and changes one sheet of a paper past the program is found: %s, %s',
		async (which, change) => {
			await world.save(world.member, 0, { TT1: '3' });
			await world.toPaper(world.member, 1);
			await world.type(world.one);
			await world.type(world.two);
			expect(await verifyLog(world.app, world.contestId)).toMatchObject({ ok: true });
			await world.fresh.owner.sql.begin(async (tx) => {
				await tx`set local session_replication_role = replica`;
				await tx.unsafe(`update scoresheet set ${change} where ${which}`);
			});
			expect(await verifyLog(world.app, world.contestId)).toMatchObject({ ok: false, sheet: { judge: 'GK02' } });
		}
	);

	test.each(['truncate paper_entry', 'truncate paper_sheet cascade'])(
		'nothing is emptied at once: %s',
		async (statement) => {
			await expect(sql().unsafe(statement).execute()).rejects.toMatchObject(denied);
		}
	);

	test('who typed an entry does not choose between the two', async () => {
		await world.type(world.one, world.full({ TT1: '4' }));
		await world.type(world.two, world.full({ TT1: '3' }));
		const settled = world.fresh.sql.begin(async (tx) => {
			const [first] = await tx`select marks::text from paper_entry where ordinal = 1`;
			const [sheet] = await tx`
				insert into scoresheet (turn_id, judge_id, revision, version, marks, comments, saved_at, locked_at, origin)
				values (${world.turnId}, ${world.judgeId}, 2, 2, ${first!.marks}::text::jsonb, '{}', now(), now(), 'paper') returning id`;
			await tx`update paper_sheet set state = 'confirmed', settled_by = 'Ai đó', settled_at = now(), settled_reason = 'Vì thế',
				settled_by_account = ${world.one.accountId}, scoresheet_id = ${sheet!.id}, chosen = '{"TT1": 1}'`;
		});
		await expect(settled).rejects.toMatchObject(denied);
	});
});

describe('races', () => {
	const outcomes = (all: unknown[]) =>
		all
			.map((each) => (isRefusal(each) ? each.refused : (each as { result: { outcome: string } }).result.outcome))
			.sort();

	test('three secretaries at once: one is first, one second, and the sheet is locked once', async () => {
		const all = await Promise.all([world.one, world.two, world.three].map((seat) => world.type(seat)));
		expect(outcomes(all)).toEqual(['confirmed', 'first', 'sheet/locked']);
		expect((await world.sheets()).filter(({ locked }) => locked)).toHaveLength(1);
		expect(await world.fresh.sql`select * from paper_entry`).toHaveLength(2);
	});

	test('two at once with different marks: nothing counts, whichever came first', async () => {
		const all = await Promise.all([world.type(world.one), world.type(world.two, world.full({ TT1: '1' }))]);
		expect(outcomes(all)).toEqual(['differs', 'first']);
		expect((await world.sheets()).filter(({ locked }) => locked)).toHaveLength(0);
	});

	test('one secretary sends the same entry five times at once: it is one entry', async () => {
		const all = await Promise.all(Array.from({ length: 5 }, () => world.type(world.one)));
		expect(outcomes(all)).toEqual(Array(5).fill('first'));
		expect(await world.fresh.sql`select * from paper_entry`).toHaveLength(1);
	});

	test('a judge begins on the screen while a secretary types from paper: one of the two, in words, never both', async () => {
		for (const [index, judge] of [world.member, world.other, world.head].entries()) {
			const judgeId = world.judges.find(({ seat }) => seat === judge)!.id;
			const secretary = [world.one, world.two, world.three][index]!;
			const [saved, typed] = await Promise.all([
				world.save(judge, 0, { TT1: '3' }),
				world.type(secretary, world.full(), { judgeId })
			]);
			if (isRefusal(saved)) {
				expect(saved.refused).toBe('sheet/on-paper');
				expect(outcomes([typed])).toEqual(['first']);
			} else expect(outcomes([typed])).toEqual(['paper/on-screen']);
		}
		const both = await world.fresh.sql`
			select from paper_sheet p join scoresheet s using (turn_id, judge_id) where p.state = 'open' and s.closed_at is null`;
		expect(both).toHaveLength(0);
	});

	test('a judge saves, or submits, while the sheet is taken to paper: what was said to be saved is kept', async () => {
		await world.save(world.member, 0, world.full());
		const [saved, moved] = await Promise.all([
			world.save(world.member, 1, { TT1: '1' }),
			world.toPaper(world.one, 1, { judgeId: world.judgeId })
		]);
		expect([isRefusal(saved), isRefusal(moved)].filter(Boolean)).toHaveLength(1);
		expect((await world.sheets())[0]).toMatchObject(
			isRefusal(saved) ? { closed: true, marks: { TT1: 500 } } : { closed: false, marks: { TT1: 100 } }
		);
		if (!isRefusal(moved)) await world.toScreen(world.one, { judgeId: world.judgeId });
		const [locked, again] = await Promise.all([
			world.lock(world.member, 2),
			world.toPaper(world.one, 2, { judgeId: world.judgeId })
		]);
		expect([isRefusal(locked), isRefusal(again)].filter(Boolean)).toHaveLength(1);
	});

	test('the second entry and the way back to the screen at once: the sheet is locked, or a draft again', async () => {
		await world.type(world.one);
		const [typed, back] = await Promise.all([world.type(world.two), world.toScreen(world.member)]);
		expect([isRefusal(typed), isRefusal(back)].filter(Boolean)).toHaveLength(1);
		const last = (await world.sheets()).at(-1);
		expect(last).toMatchObject(
			isRefusal(typed) ? { locked: false, origin: 'screen' } : { locked: true, origin: 'paper' }
		);
	});

	test('200 racing entries, moves and reopenings: never two sheets that count', async () => {
		const { judgeId } = world;
		const ask = { contestId: world.contestId, turnId: world.turnId, judgeId, reason: 'Mở lại để xem' };
		await givePin(world.app, world.head.accountId);
		for (let walk = 0; walk < 40; walk++) {
			const [seen] = await world.fresh.sql`select coalesce(max(version), 0) as version from scoresheet`;
			await Promise.all([
				world.type(world.one),
				world.type(world.two, walk % 3 === 0 ? world.full({ TT1: '1' }) : world.full()),
				world.toPaper(world.three, seen!.version, { judgeId }),
				walk % 4 === 3 ? world.toScreen(world.member) : world.type(world.three),
				reopenSigned(world.app, world.head, ask)
			]);
		}
		expect((await world.logged('sheet-reopened')).length).toBeGreaterThan(3);
		const twice = await world.fresh.sql`
			select from scoresheet a join scoresheet b using (turn_id, judge_id)
			where a.locked_at is not null and b.revision = a.revision + 1 and b.locked_at is not null and b.reopen_reason is null`;
		expect(twice).toHaveLength(0);
		const open = await world.fresh.sql`select from paper_sheet where state = 'open'`;
		expect(open.length).toBeLessThanOrEqual(1);
		const alone = await world.fresh.sql`
			select from scoresheet s where origin = 'paper' and (select count(distinct e.entered_by_account) from paper_entry e
				join paper_sheet p on p.id = e.paper_id where p.scoresheet_id = s.id) <> 2`;
		expect(alone).toHaveLength(0);
		expect(await verifyLog(world.app, world.contestId)).toMatchObject({ ok: true });
	});
});
