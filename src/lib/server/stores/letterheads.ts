// What a contest's papers have in common and what its certificates say: the only SQL about them.
import { eq } from 'drizzle-orm';
import type { ContestId, FileId } from '../../contest/ids.ts';
import type { CertificateDesign } from '../../contest/paper/certificate.ts';
import type { Letterhead } from '../../contest/paper/letterhead.ts';
import { certificate, letterhead } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** Null until somebody has written one. */
export async function readLetterhead(db: Queryable, contestId: ContestId): Promise<Letterhead | null> {
	const [row] = await db.select().from(letterhead).where(eq(letterhead.contestId, contestId));
	return row?.content ?? null;
}

export async function writeLetterhead(
	db: Queryable,
	contestId: ContestId,
	content: Letterhead,
	changedAt: Date
): Promise<void> {
	await db
		.insert(letterhead)
		.values({ contestId, content, changedAt })
		.onConflictDoUpdate({ target: letterhead.contestId, set: { content, changedAt } });
}

export type CertificateRow = typeof certificate.$inferSelect;

/** Null until somebody has written one. */
export async function readCertificate(db: Queryable, contestId: ContestId): Promise<CertificateRow | null> {
	const [row] = await db.select().from(certificate).where(eq(certificate.contestId, contestId));
	return row ?? null;
}

export async function writeCertificate(
	db: Queryable,
	contestId: ContestId,
	values: { content: CertificateDesign; background: FileId | null; changedAt: Date }
): Promise<void> {
	await db
		.insert(certificate)
		.values({ contestId, ...values })
		.onConflictDoUpdate({ target: certificate.contestId, set: values });
}
