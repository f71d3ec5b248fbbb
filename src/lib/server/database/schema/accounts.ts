// Who signs in with a password, and the one-time links that let them; it must not know contests.
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
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

/** The number with which somebody signs what they submit; only its argon2id hash is kept. */
export const signingPin = pgTable('signing_pin', {
	accountId: uuid('account_id')
		.primaryKey()
		.references(() => account.id),
	pinHash: text('pin_hash').notNull(),
	/** Tries since the last right one; at the limit only the password helps. */
	tries: integer().notNull().default(0),
	setAt: at('set_at').notNull(),
	/** When the right one was last given, by the database's clock: what is signed refers to it. */
	provedAt: at('proved_at')
});

/** One-time links: the first organiser, and new passwords. Only the SHA-256 of the secret is kept. */
export const invitation = pgTable('invitation', {
	secretHash: text('secret_hash').primaryKey(),
	accountId: uuid('account_id').references(() => account.id),
	madeAt: madeAt(),
	expiresAt: at('expires_at').notNull(),
	usedAt: at('used_at')
});
