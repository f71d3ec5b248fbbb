// The column that puts contestants into sessions; it must not know the other columns.
import type { Columns } from './columns.ts';
import { readGroup, type KnownGroup } from './contestant-groups.ts';
import { found } from './problem.ts';
import type { RowDraft } from './row-draft.ts';

export type SessionColumn = 'session';

export const sessionColumns: Columns<SessionColumn> = {
	session: { title: 'Buổi thi', aliases: ['Buổi', 'Mã buổi', 'Ca thi'], noFormula: true }
};

export interface KnownSession extends KnownGroup {
	stage: string;
}

/** Where somebody performs by lots that were drawn. */
export interface DrawnSession {
	stage: string;
	session: string;
}

/**
 * A file without the column says nothing about it: then `before` holds. An empty cell leaves it to lots. Who was drawn stays where lots put
 * them: the same session says nothing new, another one of that stage keeps the row out.
 */
export function readSession(
	row: Pick<RowDraft<SessionColumn>, 'has' | 'text' | 'block'>,
	{
		sessions,
		drawn,
		before
	}: { sessions: readonly KnownSession[]; drawn: readonly DrawnSession[]; before: string | null }
): string | null {
	if (!row.has('session')) return before;
	const code = readGroup(row, 'session', sessions);
	const stage = sessions.find((each) => each.code === code)?.stage;
	const lot = drawn.find((each) => each.stage === stage);
	if (!lot) return code;
	if (lot.session === code) return before;
	return row.block('session', 'import/session-drawn', { found: found(row.text('session')), session: lot.session });
}
