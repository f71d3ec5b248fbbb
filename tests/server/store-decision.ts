// Stores what two people have decided, as confirming a proposal does, for tests of what decisions change.
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import type { Database } from '../../src/lib/server/database/open-database.ts';

/** The people are made for it. `at` is an instant in ISO 8601. */
export async function storeDecision(
	sql: Database['sql'],
	contestId: string,
	content: DecisionContent,
	{ sequence = 1, reason = 'Quyết định để thử', at = '2026-07-20T01:00:00.123Z' } = {}
): Promise<void> {
	const people = await Promise.all(
		['A', 'B'].map(async (name) => {
			const login = `${name}-${contestId}-${sequence}`;
			const [row] = await sql<{ id: string }[]>`
				insert into account (login, display_name, password_hash) values (${login}, ${name}, '') returning id`;
			return { name, id: row?.id ?? '' };
		})
	);
	const [first, second] = people;
	if (!first || !second) throw new Error('no accounts');
	const [proposal] = await sql<{ id: string }[]>`
		insert into proposal (contest_id, content, reason, proposed_by, proposed_by_account, proposed_as, proposed_at, contest_version,
			preview_hash, state, settled_by, settled_by_account, settled_at)
		values (${contestId}, ${sql.json(content as never)}, ${reason}, ${first.name}, ${first.id}, '{organiser}', ${at}, 1, '',
			'confirmed', ${second.name}, ${second.id}, ${at}) returning id`;
	await sql`
		insert into decision (contest_id, sequence, content, reason, by, by_account, confirmed_by, confirmed_by_account, made_at, proposal_id)
		values (${contestId}, ${sequence}, ${sql.json(content as never)}, ${reason}, ${first.name}, ${first.id}, ${second.name}, ${second.id},
			${at}, ${proposal?.id ?? ''})`;
}
