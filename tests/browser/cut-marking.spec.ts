// Cuts at random points of entering marks in a real browser: bytes, moments, refused lines and closed tabs; every mark shown as saved is stored, once.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { openDatabase } from '../../src/lib/server/database/open-database.ts';
import { openProxy } from '../faults/proxy.ts';
import { expect, test } from './fixtures.ts';

const codes = ['DC1', 'DC2', 'DC3', 'DC4', 'DC5'];
const field = (page: Page, code: string) => page.locator(`input[name="mark.${code}"]`);

/** `BROWSER_CUTS=50` for a longer look. */
const cuts = Number(process.env.BROWSER_CUTS ?? 12);

test(`${cuts} cuts`, async ({ house, noise, people }) => {
	noise.expect(/ERR_|Failed to fetch|WebSocket/);
	const random = repeatableRandom(50);
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(1).lots();
	const line = await openProxy(Number(new URL(house.url).port), random);
	const at = `http://localhost:${line.port}/judge/${contest.id}`;
	let judge = await people.asJudge('GK02');
	const open = async () => {
		await judge.goto(at);
		await expect(judge.getByText(m.common_connected())).toBeAttached();
	};
	await open();
	const owner = openDatabase({ url: house.databaseOwnerUrl });
	await owner.sql`
		create table if not exists stored_save (number bigint generated always as identity, operation uuid, marks jsonb)`;
	await owner.sql.unsafe(`
		create or replace function note_save() returns trigger language plpgsql security definer as $$ begin
			insert into stored_save (operation, marks) values (new.operation, new.marks); return new; end $$;
		create or replace trigger note_save after insert or update of version on scoresheet for each row execute function note_save()`);
	const typed: Record<string, string> = {};
	for (let cut = 0; cut < cuts; cut++) {
		line.reset();
		const way = random();
		if (way < 0.3) line.rules.cutAfterBytes = Math.floor(random() * 3_000);
		else if (way < 0.7) line.rules.cutAfterAnswerBytes = Math.floor(random() * 900);
		else line.rules.refuses = true;
		for (let key = 0; key < 2; key++) {
			const code = codes[Math.floor(random() * codes.length)]!;
			typed[code] = `${Math.floor(random() * 3) / 2}`.replace('.', ',');
			await field(judge, code).fill(typed[code]);
			await expect(judge.getByText(/^Đã lưu trên máy|^Đã lưu nháp lúc/)).toBeVisible();
		}
		const isClosed = random() < 0.1;
		if (isClosed) await judge.close();
		line.reset();
		Object.assign(line.rules, { cutAfterBytes: null, cutAfterAnswerBytes: null, refuses: false });
		if (isClosed) {
			judge = await judge.context().newPage();
			await open();
			for (const [code, text] of Object.entries(typed))
				await expect(field(judge, code)).toHaveValue(new RegExp(`^${text}`));
		} else await judge.evaluate(() => dispatchEvent(new Event('online')));
		if (random() < 0.3) await expect(judge.getByText(/điểm chờ gửi/)).toHaveCount(0);
		expect(await judge.getByRole('dialog').count(), 'one device is in no conflict with itself').toBe(0);
	}
	await expect(judge.getByText(/điểm chờ gửi/)).toHaveCount(0);
	const rows = await house.app.database.sql<{ marks: Record<string, number> }[]>`
		select s.marks from scoresheet s join turn t on t.id = s.turn_id where t.contest_id = ${contest.id}`;
	const wanted = Object.entries(typed).map(([code, text]) => [code, Number(text.replace(',', '.')) * 100]);
	expect(rows.map(({ marks }) => marks)).toEqual([Object.fromEntries(wanted)]);
	const twice = await owner.sql`
		select operation from stored_save group by operation having count(*) > 1 or operation is null`;
	expect([...twice]).toEqual([]);
	// Other tests of the same house make backups, which hold every table.
	await owner.sql`drop function note_save() cascade`;
	await owner.sql`drop table stored_save`;
	await owner.close();
	await line.close();
});
