// Units file → preview of units; it must not know the database, only which codes exist there already.
import type { Columns } from './columns.ts';
import { readCode } from './code-cell.ts';
import { blockDuplicateCodes, warnDuplicateNames } from './duplicates.ts';
import type { UnitValue } from './import-values.ts';
import { type Draft, previewTable } from './preview-table.ts';
import { found, type Preview } from './problem.ts';
import type { RowDraft } from './row-draft.ts';
import { parseCount } from './vietnamese-number.ts';
import { codeKey } from './vietnamese-text.ts';

export interface UnitsContext {
	/** Codes of units the contest has already; a unit above may be one of them. */
	unitCodes?: readonly string[];
}

type Name = 'code' | 'name' | 'kind' | 'parent' | 'members';

export const unitColumns: Columns<Name> = {
	code: { title: 'Mã đơn vị', aliases: ['Mã', 'unit_code'], required: true, filled: true, noFormula: true, longest: 40 },
	name: { title: 'Tên đơn vị', aliases: ['Đơn vị', 'Tên', 'unit'], required: true, filled: true },
	kind: { title: 'Loại hình', aliases: ['Loại', 'Loại đơn vị', 'Loại tổ chức', 'type'] },
	parent: { title: 'Đơn vị cấp trên', aliases: ['Cấp trên', 'Mã cấp trên', 'Trực thuộc', 'parent_code'], noFormula: true },
	members: { title: 'Số đảng viên', aliases: ['Số thành viên', 'Đảng viên', 'Số lượng'], noFormula: true }
};

export function parseUnits(bytes: Uint8Array, _fileName: string, context: UnitsContext = {}): Promise<Preview<UnitValue>> {
	return previewTable(bytes, {
		columns: unitColumns,
		readRow,
		checkRows: (drafts) => {
			blockDuplicateCodes(drafts, 'code');
			warnDuplicateNames(drafts, 'name');
			linkParents(drafts, context.unitCodes ?? []);
		}
	});
}

function readRow(row: RowDraft<Name>): UnitValue | null {
	const code = readCode(row, 'code');
	const members = readMembers(row);
	if (code === null) return null;
	return { code, name: row.text('name'), kind: row.text('kind'), parent: row.text('parent') || null, members };
}

function readMembers(row: RowDraft<Name>): number | null {
	const text = row.text('members');
	const count = text === '' ? null : parseCount(text);
	if (text !== '' && count === null) row.block('members', 'import/count-not-valid', { found: found(text) });
	return count;
}

/** Parents must exist, here or in the contest, and lead upwards without a circle; a row under a bad row is bad too. */
function linkParents(drafts: Draft<Name, UnitValue>[], known: readonly string[]): void {
	const inFile = new Map(drafts.map((draft) => [codeKey(draft.row.text('code')), draft]));
	const inContest = new Map(known.map((code) => [codeKey(code), code]));
	const parentKey = (draft: Draft<Name, UnitValue>) => codeKey(draft.row.text('parent'));
	for (const draft of drafts) {
		const key = parentKey(draft);
		if (key === '') continue;
		const parent = inFile.get(key)?.row.text('code') ?? inContest.get(key);
		if (parent === undefined) draft.row.block('parent', 'import/unknown-parent', { found: found(draft.row.text('parent')) });
		else if (draft.value) draft.value.parent = parent;
	}
	for (const draft of drafts) {
		const circle = circleThrough(draft, (of) => inFile.get(parentKey(of)));
		if (circle) draft.row.block('parent', 'import/parent-cycle', { codes: circle.map(({ row }) => row.text('code')).join(' → ') });
	}
	passDown(drafts, (draft) => inFile.get(parentKey(draft)), (draft) => inContest.has(parentKey(draft)));
}

/** The way up from a unit back to itself, or null. */
function circleThrough<D>(start: D, above: (of: D) => D | undefined): D[] | null {
	const way = [start];
	const seen = new Set(way);
	for (let next = above(start); next; next = above(next)) {
		if (next === start) return [...way, start];
		if (seen.has(next)) return null;
		seen.add(next);
		way.push(next);
	}
	return null;
}

function passDown(
	drafts: Draft<Name, UnitValue>[],
	above: (draft: Draft<Name, UnitValue>) => Draft<Name, UnitValue> | undefined,
	isElsewhere: (draft: Draft<Name, UnitValue>) => boolean
): void {
	for (let isSettled = false; !isSettled; ) {
		const orphans = drafts.filter((draft) => !draft.row.isBlocked && above(draft)?.row.isBlocked && !isElsewhere(draft));
		for (const { row } of orphans) row.block('parent', 'import/parent-has-problem', { code: row.text('parent') });
		isSettled = orphans.length === 0;
	}
}
