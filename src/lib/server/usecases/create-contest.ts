// A founder makes a new contest from a template of rules and becomes its organiser.
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { chainHash, firstHash } from '../../contest/event-chain.ts';
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { emptyRules } from '../../contest/rules/empty-rules.ts';
import { ruleTemplates, templateCodes } from '../../contest/rules/templates.ts';
import { rulesHash } from '../../formats/rules-file/rules-hash.ts';
import type { App } from '../app.ts';
import type { Seat, StaffSeat } from '../seat.ts';
import { grantRole, insertContest, readContestByJoinCode, updateContest } from '../stores/contests.ts';
import { appendEvents } from '../stores/events.ts';
import type { Queryable } from '../stores/queryable.ts';
import { insertRulesVersion } from '../stores/rules-versions.ts';
import { lineText } from './setup-input.ts';

const input = z.strictObject({
	/** One of the templates, or an empty document to be written from nothing. */
	template: z.enum([...templateCodes, 'nothing']),
	name: lineText(200),
	organiser: lineText(200),
	place: lineText(200).or(z.literal('')),
	heldOn: z.iso.date(),
	isRehearsal: z.boolean().default(false)
});

export async function createContest(app: App, seat: Seat, given: unknown): Promise<{ contestId: ContestId } | Refusal> {
	if (seat.kind !== 'staff') return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	if (!seat.isFounder) return refuse('access/not-allowed');
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, String(read.error.issues[0]?.path[0] ?? 'name'));
	const contestId = await app.database.drizzle.transaction((db) => create(app, seat, db, read.data));
	app.news.announce({ contestId, version: 1 });
	return { contestId };
}

async function create(app: App, seat: StaffSeat, db: Queryable, wish: z.output<typeof input>): Promise<ContestId> {
	const { template, ...facts } = wish;
	const rules = template === 'nothing' ? emptyRules : ruleTemplates[template];
	const madeAt = new Date(app.clock.now());
	const contest = await insertContest(db, {
		...facts,
		joinCode: await freeJoinCode(db),
		rules,
		hall: { show: 'live' }
	});
	await grantRole(db, contest.id, seat.accountId, 'organiser');
	await insertRulesVersion(db, {
		contestId: contest.id,
		version: 1,
		rules,
		hash: rulesHash(rules),
		by: seat.name,
		byAccount: seat.accountId,
		madeAt
	});
	const line = {
		sequence: 1,
		at: madeAt.toISOString(),
		actor: { role: 'organiser', id: seat.accountId, name: seat.name },
		kind: 'contest-created',
		payload: { template, ...facts }
	};
	const hash = chainHash(firstHash, line);
	await appendEvents(db, [{ contestId: contest.id, ...line, previousHash: firstHash, hash }]);
	await updateContest(db, contest.id, { logCount: 1, logHash: hash });
	return contest.id;
}

async function freeJoinCode(db: Queryable): Promise<string> {
	for (let attempt = 0; attempt < 50; attempt++) {
		const code = String(randomInt(1_000_000)).padStart(6, '0');
		if (!(await readContestByJoinCode(db, code))) return code;
	}
	throw new Error('no free join code was found');
}
