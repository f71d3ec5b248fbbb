// News of the contest that comes while somebody is on the way to another page: it must not keep them.
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';

test('a link is followed although news comes before the server has said which page it leads to', async ({
	house,
	asOrganiser
}) => {
	const contest = await house.contest().sample();
	const [page, other] = [await asOrganiser(), await asOrganiser()];
	let stagesHeard = 0;
	page.on('websocket', (socket) =>
		socket.on('framereceived', ({ payload }) => void (stagesHeard += String(payload).startsWith('42["stage"') ? 1 : 0))
	);
	for (const each of [page, other]) {
		await each.goto(`/organise/${contest.id}/people`);
		await each.waitForFunction(() => history.scrollRestoration === 'manual');
	}
	await expect.poll(() => stagesHeard).toBeGreaterThan(0);

	const [asked, held] = [gate(), gate()];
	await page.route(/lots\/__route\.js/, async (route) => {
		asked.open();
		await held.opened;
		await route.continue();
	});
	await page.getByRole('link', { name: m.nav_lots() }).click();
	await asked.opened;
	const before = stagesHeard;
	await other.getByRole('button', { name: m.console_not_here() }).first().click();
	await expect.poll(() => stagesHeard).toBeGreaterThan(before);
	await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next))));
	held.open();
	await expect(page).toHaveURL(`/organise/${contest.id}/lots`);
});

function gate(): { open: () => void; opened: Promise<void> } {
	let open = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { open, opened };
}
