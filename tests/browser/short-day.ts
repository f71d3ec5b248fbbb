// What makes a whole day's contest short: few contestants, two questions, sheets marked without clicking each of them.
import type { Browser, Locator, Page } from '@playwright/test';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { ok } from '../server/setup-world.ts';
import type { House } from './fixtures.ts';
import type { Watch } from './watch-page.ts';
import { lockSigned } from '../server/lock-signed.ts';

const criteria = ['TT1', 'TT2', 'TT3', 'TT4', 'TT5', 'TT6', 'TT7'];

/** The founder as organiser of a contest that was founded by clicking. */
export const organiserOf = (house: House, contestId: string): StaffSeat => ({
	...house.founder,
	roles: { [contestId]: ['organiser'] }
});

/** All others withdraw: more contestants would show nothing more. */
export async function keepOnly(house: House, contestId: string, numbers: string[]): Promise<void> {
	const others = await house.app.database.sql<{ id: string }[]>`
		select id from contestant where contest_id = ${contestId} and not number = any(${numbers})`;
	const withdrawn = { contestId, contestantIds: others.map(({ id }) => id), as: 'withdrawn', reason: 'Xin rút' };
	ok(await checkInContestant(house.app, organiserOf(house, contestId), withdrawn));
}

/** Of a template that asks twenty. */
export async function askTwoQuestions({ app }: House, contestId: string): Promise<void> {
	await app.database
		.sql`update contest set rules = jsonb_set(rules, '{stages,0,parts,0,questionCount}', '2') where id = ${contestId}`;
}

/** Marks and locks the sheets of these judges for a contestant, `mark` for every criterion. */
export async function markAs(
	house: House,
	contestId: string,
	judges: string[],
	number: string,
	mark: string
): Promise<void> {
	const rows = await house.app.database.sql<{ account: string; name: string; turn: string }[]>`
		select j.account_id as account, j.full_name as name, t.id as turn from judge j
		join turn t on t.contest_id = j.contest_id join contestant c on c.id = t.contestant_id
		where j.contest_id = ${contestId} and c.number = ${number} and j.code = any(${judges})`;
	if (rows.length !== judges.length) throw new Error(`${rows.length} of ${judges.length} judges have a sheet`);
	for (const { account, name: judge, turn } of rows) {
		const roles = { [contestId]: ['judge' as const] };
		const seat: StaffSeat = { kind: 'staff', accountId: account, name: judge, isFounder: false, roles };
		const marks = Object.fromEntries(criteria.map((code) => [code, mark]));
		const { version } = ok(
			await saveScoresheet(house.app, seat, { contestId, turnId: turn, version: 0, marks, comments: {} })
		);
		ok(await lockSigned(house.app, seat, { contestId, turnId: turn, version }));
	}
}

/** A phone that has not joined yet. */
export async function openPhone(browser: Browser, house: House, watch: Watch): Promise<Page> {
	const context = await browser.newContext({
		baseURL: house.url,
		viewport: { width: 390, height: 844 },
		isMobile: true,
		hasTouch: true
	});
	watch.add(context, 'phone');
	return context.newPage();
}

/** The option with this letter on a phone. */
export const option = (page: Page, letter: string): Locator =>
	page
		.getByRole('main')
		.getByRole('button')
		.filter({ has: page.getByRole('img', { name: letter, exact: true }) });
