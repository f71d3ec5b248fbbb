// A page that is broken off while it comes, whole or piece by piece, harms nobody: the house goes on and says nothing of it.
import { once } from 'node:events';
import { get } from 'node:http';
import { expect, test } from './fixtures.ts';

test('two hundred pages broken off at any point', async ({ house, people }) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(20).lots();
	const judge = await people.asJudge('GK02');
	await judge.goto(`/judge/${contest.id}`);
	const address = judge.url();
	const cookie = (await judge.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip' };

	const whole = get(address, { headers });
	const [response] = await once(whole, 'response');
	expect([response.statusCode, response.headers['content-encoding']]).toEqual([200, 'gzip']);
	let length = 0;
	for await (const piece of response) length += piece.length;

	for (let at = 0; at < 200; at++) {
		const asked = get(address, { headers });
		asked.on('error', () => {});
		const [begun] = await once(asked, 'response');
		let read = 0;
		begun.on('error', () => {});
		begun.on('data', (piece: Buffer) => {
			read += piece.length;
			if (read >= (length * at) / 200) asked.destroy();
		});
		await once(asked, 'close');
	}
	await judge.goto(address);
	await expect(judge.getByRole('heading', { level: 1 })).toBeVisible();
});
