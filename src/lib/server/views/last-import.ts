// The last import of a kind that may still be taken back, for the page that imports; it must not know whether that will be possible.
import type { App } from '../app.ts';
import { readLastImportHead } from '../stores/imports.ts';

export interface LastImport {
	id: string;
	fileName: string;
	by: string;
	/** ISO. */
	at: string;
	rows: number;
}

export async function lastImport(app: App, contestId: string, kind: string): Promise<LastImport | null> {
	const row = await readLastImportHead(app.database.drizzle, contestId, kind);
	if (!row) return null;
	const { id, fileName, importedBy, importedAt, rows } = row;
	return { id, fileName, by: importedBy, at: importedAt.toISOString(), rows };
}
