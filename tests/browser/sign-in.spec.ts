// The doors: the first organiser's link, signing in and out, what a foreign page may not do, and each role's own door.
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, founder, test } from './fixtures.ts';
import { startHouse } from './house-process.ts';
import { foundThrough, signInWith } from './signing-in.ts';

test('the first organiser makes an account with the printed link, which works once', async ({ asNobody, noise }) => {
	noise.expect(/status of 403/);
	const house = await startHouse();
	try {
		const first = await asNobody();
		await foundThrough(first, house.url + house.welcomePath, founder);
		await expect(first).toHaveURL(`${house.url}/`);
		await expect(first.getByText(founder.displayName)).toBeVisible();

		const second = await asNobody();
		const answer = await second.goto(house.url + house.welcomePath);
		expect(answer?.status()).toBe(403);
		await expect(second.getByText(m.refused_access_link_used())).toBeVisible();
		await expect(second.getByRole('textbox')).toHaveCount(0);
	} finally {
		expect(await house.stop()).toBe(0);
	}
});

test('a wrong password and an unknown login are refused in the same words', async ({ asNobody, noise }) => {
	// Heard where the form goes before the script has come.
	noise.expect(/status of 403/);
	const page = await asNobody();
	await signInWith(page, founder.login, 'không phải mật khẩu');
	await expect(page.getByText(m.refused_access_unknown_login())).toBeVisible();
	await expect(page).toHaveURL('/sign-in');
	await signInWith(page, 'khong-co-ai', 'không phải mật khẩu');
	await expect(page.getByText(m.refused_access_unknown_login())).toBeVisible();
});

test('signing out ends the session itself, not only its cookie', async ({ asOrganiser }) => {
	const page = await asOrganiser();
	const kept = await page.context().cookies();
	await page.getByRole('button', { name: m.account_sign_out() }).first().click();
	await expect(page.getByText(m.account_sign_in_staff())).toBeVisible();
	await page.context().addCookies(kept);
	await page.goto('/');
	await expect(page.getByText(m.account_sign_in_staff())).toBeVisible();
});

test('a post from a foreign origin, or from none, is refused', async ({ asOrganiser, house, playwright }) => {
	const organiser = await asOrganiser();
	const cookie = (await organiser.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	for (const origin of ['https://example.org', `${house.url}.example.org`, 'null', undefined]) {
		const request = await playwright.request.newContext({ baseURL: house.url });
		const answer = await request.post('/sign-out', {
			headers: { cookie, ...(origin === undefined ? {} : { origin }) },
			maxRedirects: 0
		});
		expect(answer.status(), `origin ${origin}`).toBe(403);
		await request.dispose();
	}
	await organiser.reload();
	await expect(organiser.getByText(founder.displayName)).toBeVisible();
});

test('every role enters by its own door', async ({ house, asJudge, asSecretary, asMc, asContestant, asScreen }) => {
	await house.contest({ template: 'kien-thuc-thuyet-trinh' }).sample().lots().round({ count: 3 }).inLobby();
	const contestant = await asContestant('TS01');
	await expect(contestant.getByText('Đỗ Thị Ngọc Ánh').first()).toBeVisible();
	await expect((await asJudge('GK01')).getByText(m.home_door_judge()).first()).toBeVisible();
	await expect((await asSecretary()).getByText(m.home_door_secretary()).first()).toBeVisible();
	await expect((await asMc()).getByText(m.home_door_mc()).first()).toBeVisible();
	await asScreen();
});

test('a contest stands at its second question', async ({ house, asContestant }) => {
	const contest = await house.contest().sample().round({ count: 3 }).atQuestion(2);
	const phone = await asContestant('TS02');
	await expect(
		phone
			.getByRole('radio')
			.or(phone.getByRole('checkbox'))
			.or(phone.getByRole('textbox'))
			.or(phone.getByRole('button'))
			.first()
	).toBeVisible();
	expect(contest.slips.size).toBeGreaterThan(50);
});
