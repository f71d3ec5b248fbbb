// A judge's private remarks: the only SQL on their table. It asks for one judge alone; there is no reading of everybody's.
import { and, eq } from 'drizzle-orm';
import type { ContestId, TurnId } from '../../contest/ids.ts';
import { privateRemark, turn } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** Whose, and about which turn. */
interface Place {
	turnId: TurnId;
	accountId: string;
}

/** Of one judge, by turn; turns without a remark are not in it. */
export async function readRemarksOf(
	db: Queryable,
	contestId: ContestId,
	accountId: string
): Promise<Map<TurnId, string>> {
	const rows = await db
		.select({ turnId: privateRemark.turnId, text: privateRemark.text })
		.from(privateRemark)
		.innerJoin(turn, eq(turn.id, privateRemark.turnId))
		.where(and(eq(turn.contestId, contestId), eq(privateRemark.accountId, accountId)));
	return new Map(rows.map(({ turnId, text }) => [turnId, text]));
}

/** Empty where there is none. */
export async function readRemark(db: Queryable, { turnId, accountId }: Place): Promise<string> {
	const [row] = await db
		.select({ text: privateRemark.text })
		.from(privateRemark)
		.where(and(eq(privateRemark.turnId, turnId), eq(privateRemark.accountId, accountId)));
	return row?.text ?? '';
}

/** An empty text takes it back. */
export async function keepRemark(db: Queryable, { turnId, accountId, text }: Place & { text: string }): Promise<void> {
	if (text === '') {
		await db.delete(privateRemark).where(and(eq(privateRemark.turnId, turnId), eq(privateRemark.accountId, accountId)));
		return;
	}
	await db
		.insert(privateRemark)
		.values({ turnId, accountId, text })
		.onConflictDoUpdate({ target: [privateRemark.turnId, privateRemark.accountId], set: { text } });
}
