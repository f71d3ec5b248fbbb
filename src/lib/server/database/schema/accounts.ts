// Who signs in with a password, and the one-time links that let them; it must not know contests.
import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, at, madeAt } from './columns.ts';

/** Who signs in with a password: organisers, judges, secretaries, MC. */
export const account = pgTable('account', {
	id: id(),
	login: text().notNull().unique(),
	displayName: text('display_name').notNull(),
	passwordHash: text('password_hash').notNull(),
	/** May create contests. */
	isFounder: boolean('is_founder').notNull().default(false),
	disabledAt: at('disabled_at'),
	madeAt: madeAt()
});

/** One-time links: the first organiser, and new passwords. Only the SHA-256 of the secret is kept. */
export const invitation = pgTable('invitation', {
	secretHash: text('secret_hash').primaryKey(),
	accountId: uuid('account_id').references(() => account.id),
	madeAt: madeAt(),
	expiresAt: at('expires_at').notNull(),
	usedAt: at('used_at')
});
