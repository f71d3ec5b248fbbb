// Proposals of decisions: the only SQL about them; it must not know who may propose or confirm.
import { and, asc, eq } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import { proposal } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type ProposalRow = typeof proposal.$inferSelect;

export interface Settling {
	state: 'confirmed' | 'rejected' | 'withdrawn';
	settledBy: string;
	settledByAccount: string;
	settledAt: Date;
	settledReason: string | null;
}

export async function insertProposal(db: Queryable, values: typeof proposal.$inferInsert): Promise<string> {
	const [row] = await db.insert(proposal).values(values).returning({ id: proposal.id });
	if (!row) throw new Error('the proposal was not stored');
	return row.id;
}

/** All proposals in the order they were made. */
export async function readProposals(db: Queryable, contestId: ContestId): Promise<ProposalRow[]> {
	return db.select().from(proposal).where(eq(proposal.contestId, contestId)).orderBy(asc(proposal.id));
}

export async function readProposal(db: Queryable, contestId: ContestId, id: string): Promise<ProposalRow | null> {
	const [row] = await db
		.select()
		.from(proposal)
		.where(and(eq(proposal.contestId, contestId), eq(proposal.id, id)));
	return row ?? null;
}

/** False when it has been settled already. */
export async function settleProposal(db: Queryable, id: string, settling: Settling): Promise<boolean> {
	const rows = await db
		.update(proposal)
		.set(settling)
		.where(and(eq(proposal.id, id), eq(proposal.state, 'open')))
		.returning({ id: proposal.id });
	return rows.length === 1;
}
