// T-01, T-02 in the browser: no body, frame, document or storage of those who look on holds a key before its reveal.
import { randomBytes } from 'node:crypto';
import { eavesdrop } from './eavesdrop.ts';
import { expect, test } from './fixtures.ts';

const inPhase = { lobby: 'open-lobby', shown: 'show-question', running: 'start-timer' } as const;

test('keys carry canaries: nobody sees one before the reveal, everybody who is told the key afterwards', async ({
	house,
	asJudge,
	asMc,
	asContestant,
	asScreen,
	asNobody
}) => {
	const plan = house.contest({ template: 'kien-thuc-thuyet-trinh' });
	const contest = await plan
		.sample()
		.lots()
		.round({ codes: ['LS01', 'LS21', 'LS23'] });
	const { sql } = house.app.database;
	const canaries: string[] = [];
	for (const { id } of await sql`select id from question where contest_id = ${contest.id}`) {
		const canary = randomBytes(12).toString('hex');
		canaries.push(canary);
		await sql`update question_key set key = jsonb_set(key, '{explanation}', to_jsonb(${canary}::text)) where question_id = ${id}`;
	}

	const phone = await asContestant('TS01');
	const people = [
		{ who: 'contestant', page: phone, path: '/play' },
		{ who: 'screen', page: await asScreen(), path: '/screen' },
		{ who: 'mc', page: await asMc(), path: `/mc/${contest.id}` },
		{ who: 'judge', page: await asJudge('GK02'), path: `/judge/${contest.id}` },
		{ who: 'nobody', page: await asNobody(), path: '/results' }
	].map((person) => ({ ...person, ear: eavesdrop(person.page, person.who) }));
	const reload = async () => {
		for (const { page, path } of people) {
			await page.goto(path);
			await page.waitForFunction(() => history.scrollRestoration === 'manual');
		}
	};
	const found = async () => (await Promise.all(people.map(({ ear }) => ear.hits(canaries)))).flat();

	for (const [phase, command] of Object.entries(inPhase)) {
		await contest.run({ do: command });
		await reload();
		expect(await found(), phase).toEqual([]);
	}
	await phone.getByRole('main').getByRole('button').first().click();
	await expect(phone.getByText(/^Đã lưu lúc/)).toBeVisible();
	await contest.closeQuestion();
	await reload();
	expect(await found(), 'closed').toEqual([]);
	for (const { ear, who } of people) expect(ear.count(), `what ${who} received`).toBeGreaterThan(5);

	await contest.run({ do: 'reveal' });
	await expect(phone.getByText(/^[0-9a-f]{24}$/)).toBeVisible();
	await reload();
	const told = await found();
	for (const place of ['contestant frame', 'contestant document', 'screen frame', 'mc frame', 'mc document'])
		expect(told).toContain(place);
	expect(told.filter((place) => place.startsWith('nobody'))).toEqual([]);

	// The next question's key is as secret as the first one's was.
	await contest.run({ do: 'show-question' });
	await reload();
	for (const { ear } of people) ear.forget();
	await reload();
	expect(await found()).toEqual([]);
});
