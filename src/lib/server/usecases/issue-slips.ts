// Makes printed slips for contestants and screens; their secrets are returned once and kept only as hashes.
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { hashSecret, makeSecret } from '../secrets.ts';
import type { Seat } from '../seat.ts';
import { readContestants, type ContestantRow } from '../stores/people.ts';
import { insertSlips, readGoodSlips, revokeScreenSlips, revokeSlipsOf } from '../stores/slips.ts';
import type { Queryable } from '../stores/queryable.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { normaliseSlipCode } from './use-slip.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	/** `screen` makes one more slip for a projector, `screens-anew` one that ends all others. */
	who: z.union([z.enum(['all', 'missing', 'screen', 'screens-anew']), z.array(z.uuid()).min(1).max(5_000)])
});

export interface PrintedSlip {
	/** Null for a screen. */
	contestant: { id: string; number: string; name: string; unit: string } | null;
	/** Behind the QR: 256 random bits. */
	ticket: string;
	/** 50 random bits in Crockford's base 32, written XXXXX-XXXXX. */
	code: string;
}

/** A new slip ends the old one of the same contestant and every session opened with it, in the same transaction. */
export async function issueSlips(app: App, seat: Seat, given: unknown): Promise<Changed<PrintedSlip[]> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const { contestId, who } = read.data;
	return changeContest(
		app,
		seat,
		{ contestId, permission: 'slips:issue', staysPossible: true },
		async ({ db, now, record }) => {
			const at = new Date(now);
			if (who === 'screen' || who === 'screens-anew') {
				const revoked = who === 'screen' ? 0 : await revokeScreenSlips(db, contestId, at);
				const slip = makeSlip(null);
				await insertSlips(db, [rowOf(contestId, slip)]);
				record('screen-slip-issued', { revoked });
				return [slip];
			}
			const holders = await holdersOf(db, contestId, who);
			if (holders === null) return refuse('input/not-found');
			const revoked = await revokeSlipsOf(
				db,
				holders.map(({ id }) => id),
				at
			);
			const slips = holders.map(makeSlip);
			await insertSlips(
				db,
				slips.map((slip) => rowOf(contestId, slip))
			);
			record('slips-issued', { numbers: holders.map(({ number }) => number), revoked });
			return slips;
		}
	);
}

async function holdersOf(
	db: Queryable,
	contestId: string,
	who: 'all' | 'missing' | string[]
): Promise<ContestantRow[] | null> {
	const contestants = await readContestants(db, contestId);
	if (Array.isArray(who)) {
		const wanted = new Set(who);
		const holders = contestants.filter(({ id }) => wanted.has(id));
		return holders.length === wanted.size ? holders : null;
	}
	const inside = contestants.filter(({ status }) => status === 'competing' || status === 'absent');
	if (who === 'all') return inside;
	const have = new Set((await readGoodSlips(db, contestId)).map(({ contestantId }) => contestantId));
	return inside.filter(({ id }) => !have.has(id));
}

function makeSlip(holder: ContestantRow | null): PrintedSlip {
	const contestant = holder && { id: holder.id, number: holder.number, name: holder.fullName, unit: holder.unitName };
	return { contestant, ticket: makeSecret(), code: makeSlipCode() };
}

function rowOf(contestId: string, { contestant, ticket, code }: PrintedSlip) {
	return {
		contestId,
		contestantId: contestant?.id ?? null,
		ticketHash: hashSecret(ticket),
		codeHash: hashSecret(normaliseSlipCode(code))
	};
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function makeSlipCode(): string {
	const signs = Array.from({ length: 10 }, () => crockford[randomInt(32)]).join('');
	return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}
