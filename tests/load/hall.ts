// Prepares a contest with any number of contestants, their sessions made in bulk, and drives its quiz as an organiser does.
import { hashSecret, makeSecret } from '../../src/lib/server/secrets.ts';
import type { App } from '../../src/lib/server/app.ts';
import { sessionCookie } from '../../src/lib/server/sessions.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { prepareContest } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor, type Visitor } from '../../src/cli/rehearsal/visitor.ts';
import type { PhoneSeat } from './load-phone.ts';

export interface Hall {
	contestId: string;
	roundId: string;
	organiser: Visitor;
	seats: PhoneSeat[];
	/** One act on the console, with the version the database has now. */
	act(what: string): Promise<void>;
	version(): Promise<number>;
	phase(): Promise<{ phase: string; index: number }>;
}

/** In every explanation of a key: no phone may see it before the reveal. */
export const keyCanary = 'khoa-bi-mat-9d1f';
const hourMs = 3_600_000;

/** For a database in which nobody is yet. */
export async function prepareHall(app: App, origins: string[], contestants: number, questions = 20): Promise<Hall> {
	const { sql } = app.database;
	const origin = origins[0] ?? '';
	const { name: cookieName } = sessionCookie(origin.startsWith('https:'));
	const organiser = makeVisitor(origin);
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'do-tai',
		displayName: 'Người tổ chức',
		password: 'mat-khau-thu'
	});
	const { contestId, roundId } = await prepareContest(app, organiser, 'chi-trac-nghiem', 'Đo tải', questions);
	await sql`update question_key set key = jsonb_set(key, '{explanation}', to_jsonb(${keyCanary}::text))`;
	const numbers = Array.from({ length: contestants }, (_, index) => `P${String(index + 1).padStart(5, '0')}`);
	// The sample's own people have withdrawn: who is here is counted exactly.
	await sql`update contestant set status = 'withdrawn' where contest_id = ${contestId}`;
	const people = await sql<{ id: string; number: string }[]>`
		insert into contestant (contest_id, number, full_name, family_name, middle_name, given_name, unit_id, status, checked_in_at)
		select ${contestId}, number, 'Nguyễn Thị ' || number, 'Nguyễn', 'Thị', number,
			(select id from unit where contest_id = ${contestId} order by code limit 1), 'competing', now()
		from unnest(${numbers}::text[]) as number
		returning id, number`;
	const seats = people.map(({ id, number }) => ({ id, number, secret: makeSecret() }));
	const made = seats.map(({ id, secret }) => ({
		contestant: id,
		ticket: hashSecret(`ticket ${secret}`),
		code: hashSecret(`code ${secret}`),
		session: hashSecret(secret)
	}));
	const until = new Date(Date.now() + 12 * hourMs).toISOString();
	await sql`
		with made as (select * from jsonb_to_recordset(${JSON.stringify(made)}::text::jsonb) as m(contestant uuid, ticket text, code text, session text)),
		slips as (
			insert into slip (contest_id, contestant_id, ticket_hash, code_hash)
			select ${contestId}, contestant, ticket, code from made returning id, contestant_id
		)
		insert into session (id, slip_id, expires_at, ends_at)
		select made.session, slips.id, ${until}::timestamptz, ${until}::timestamptz from slips join made on made.contestant = slips.contestant_id`;
	const version = async () => {
		const [row] = await sql<{ version: number }[]>`select version from contest where id = ${contestId}`;
		return row?.version ?? 0;
	};
	return {
		contestId,
		roundId: roundId ?? '',
		organiser,
		seats: seats.map(({ number, secret }) => ({ number, cookie: `${cookieName}=${secret}`, origins })),
		version,
		async act(what) {
			await organiser.post(`/organise/${contestId}/rounds/${roundId}`, { do: what, version: String(await version()) });
		},
		async phase() {
			const [row] = await sql<{ phase: string; index: number }[]>`
				select phase, question_index as index from round where id = ${roundId}`;
			return row ?? { phase: 'none', index: -1 };
		}
	};
}
