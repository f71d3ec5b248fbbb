// The versions of the bank's questions as a sheet, without a word of what they ask; it must not know who may have it.
import type { WorkbookSheet } from '../../formats/write-workbook.ts';
import { m } from '../../paraglide/messages.js';

export interface TabledVersion {
	code: string;
	version: number;
	/** Of the round it was asked in; null where it stands in none, or in one that nobody is told of. */
	round: string | null;
	acts: Record<'write' | 'review' | 'approve' | 'retire', { name: string | null; at: Date | null }>;
	retiredReason: string | null;
}

export function versionSheet(versions: readonly TabledVersion[], language: 'vi' | 'en'): WorkbookSheet {
	const said = { locale: language };
	const acts = [
		{ act: 'write', name: m.archive_made_by({}, said), day: m.archive_made_on({}, said) },
		{ act: 'review', name: m.archive_reviewed_by({}, said), day: m.archive_reviewed_on({}, said) },
		{ act: 'approve', name: m.archive_approved_by({}, said), day: m.archive_approved_on({}, said) },
		{ act: 'retire', name: m.archive_retired_by({}, said), day: m.archive_retired_on({}, said) }
	] as const;
	return {
		name: m.archive_versions({}, said),
		columns: [
			{ title: m.bank_code({}, said), kind: 'text', width: 16 },
			{ title: m.archive_version({}, said), kind: 'count' },
			{ title: m.archive_round({}, said), kind: 'text', width: 24 },
			...acts.flatMap(({ name, day }) => [
				{ title: name, kind: 'text' as const, width: 24 },
				{ title: day, kind: 'date' as const, width: 13 }
			]),
			{ title: m.archive_retired_why({}, said), kind: 'text', width: 40 }
		],
		rows: versions.map(({ code, version, round, acts: did, retiredReason }) => [
			code,
			version,
			round,
			...acts.flatMap(({ act }) => [did[act].name, dayOf(did[act].at)]),
			retiredReason
		])
	};
}

/** The day there, as yyyy-MM-dd. */
function dayOf(at: Date | null): string | null {
	return at && new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
