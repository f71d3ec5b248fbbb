// What of the judge's desk keeps and sends marks, as the page itself imports it, for tabs that tests open without a browser.
import { unflatten } from 'devalue';
import { placeOf, readLocalDrafts } from '../../src/routes/judge/local-draft.ts';
import { SheetDraft } from '../../src/routes/judge/sheet-draft.svelte.ts';
import { WaitingDrafts } from '../../src/routes/judge/waiting-drafts.svelte.ts';
import type { DeskSheet } from '../../src/routes/judge/desk-sheet.ts';

/** The sheet in the data of a page, as Kit hands it to its own client. */
function sheetIn(answer: string): DeskSheet | null {
	const [first = ''] = answer.split('\n');
	const { nodes } = JSON.parse(first) as { nodes: ({ data: unknown[] } | null)[] };
	const page = nodes.at(-1);
	if (!page) throw new Error('the page has no data');
	const data = unflatten(page.data, { Promise: () => null }) as { desk: { sheet: DeskSheet | null } };
	return data.desk.sheet;
}

export const store = { SheetDraft, WaitingDrafts, placeOf, readLocalDrafts, sheetIn };
export type Store = typeof store;
