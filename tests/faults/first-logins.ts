// Printed slips that nobody has used yet and the people who use them; beside them people who sign in with passwords.
import type { App } from '../../src/lib/server/app.ts';
import { hashSecret } from '../../src/lib/server/secrets.ts';
import { makeVisitor } from '../../src/cli/rehearsal/visitor.ts';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { seed } from './fault-world.ts';

const atOnce = 8;

/** Contestants of their own with a slip each; gives the short codes. They are not checked in: nobody waits for their answers. */
export async function makeSlips(app: App, contestId: string, count: number): Promise<string[]> {
	const slips = Array.from({ length: count }, (_, at) => {
		const number = `S${String(at + 1).padStart(5, '0')}`;
		return { number, code: number.slice(1), ticket: hashSecret(`ticket ${number}`), hash: hashSecret(number.slice(1)) };
	});
	await app.database.sql`
		with made as (
			select * from jsonb_to_recordset(${JSON.stringify(slips)}::text::jsonb) as m(number text, ticket text, hash text)
		),
		people as (
			insert into contestant (contest_id, number, full_name, family_name, middle_name, given_name, unit_id, status)
			select ${contestId}, number, 'Trần Văn ' || number, 'Trần', 'Văn', number,
				(select id from unit where contest_id = ${contestId} order by code limit 1), 'absent' from made
			returning id, number
		)
		insert into slip (contest_id, contestant_id, ticket_hash, code_hash)
		select ${contestId}, people.id, ticket, hash from made join people using (number)`;
	return slips.map(({ code }) => code);
}

/** Everybody looks the slip up and says "it is me", at a moment of their own; gives how long each took, ms, and the server's words for who was turned away. */
export async function redeemSlips(
	origin: string,
	codes: string[],
	withinMs: number
): Promise<{ tookMs: number[]; refused: string[] }> {
	const random = repeatableRandom(seed);
	const tookMs: number[] = [];
	const refused: string[] = [];
	await Promise.all(
		codes.map(async (slip) => {
			await new Promise((resolve) => setTimeout(resolve, withinMs * random()));
			const visitor = makeVisitor(origin);
			const from = performance.now();
			await visitor.post('/join', { slip }).then(
				() => tookMs.push(performance.now() - from),
				(error: Error) => refused.push(error.message)
			);
			if (visitor.cookie === '') refused.push(`${slip} has no session`);
		})
	);
	return { tookMs, refused };
}

/** Logins nobody has cost the server as much hashing as any other. Gives how long each took to be refused for that, ms. */
export async function signInStrangers(origin: string, count: number): Promise<number[]> {
	const tookMs: number[] = [];
	let begun = 0;
	const person = async () => {
		while (begun < count) {
			const login = `nguoi-la-${begun++}`;
			const from = performance.now();
			await makeVisitor(origin)
				.post('/sign-in', { login, password: 'mat-khau-nao-do' })
				.catch((error: Error) => {
					if (error.message.includes('access/unknown-login')) tookMs.push(performance.now() - from);
				});
		}
	};
	await Promise.all(Array.from({ length: atOnce }, person));
	return tookMs;
}
