// One reading for all who ask together; never one that began before the question.
import { expect, test } from 'vitest';
import { readTogether } from './read-together.ts';

function readings() {
	const under: { questions: string[]; end: (error?: Error) => void }[] = [];
	const ask = readTogether<string, string>(
		(questions) =>
			new Promise((settle, fail) => {
				const end = (error?: Error) => (error ? fail(error) : settle(questions.join('+')));
				under.push({ questions, end });
			})
	);
	return { under, ask };
}

test('who asks during a reading waits for the next, together with all others', async () => {
	const { under, ask } = readings();
	const first = ask('a');
	const others = [ask('b'), ask('c')];
	expect(under.map(({ questions }) => questions)).toEqual([['a']]);
	under[0]?.end();
	expect(await first).toBe('a');
	expect(under[1]?.questions).toEqual(['b', 'c']);
	under[1]?.end();
	expect(await Promise.all(others)).toEqual(['b+c', 'b+c']);
	const last = ask('d');
	under[2]?.end();
	expect(await last).toBe('d');
});

test('a failure is told to those who asked, and the next are read again', async () => {
	const { under, ask } = readings();
	const failing = ask('a');
	const next = ask('b');
	under[0]?.end(new Error('away'));
	await expect(failing).rejects.toThrow('away');
	under[1]?.end();
	expect(await next).toBe('b');
});
