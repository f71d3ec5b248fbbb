// Units file → preview of units; it must not know the database, only which codes exist there already.
import type { Columns } from './columns.ts';
import type { ImportChoices } from './reading/choices.ts';
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
	/** Their quotas, by `codeKey`: they hold when the file has no such column. */
	quotas?: ReadonlyMap<string, number | null>;
}

type Name = 'code' | 'name' | 'kind' | 'parent' | 'members' | 'quota';

export const unitColumns: Columns<Name> = {
	code: {
		title: 'Mã đơn vị',
		aliases: ['Mã', 'unit_code'],
		required: true,
		filled: true,
		noFormula: true,
		longest: 40
	},
	name: { title: 'Tên đơn vị', aliases: ['Đơn vị', 'Tên', 'unit'], required: true, filled: true },
	kind: { title: 'Loại hình', aliases: ['Loại', 'Loại đơn vị', 'Loại tổ chức', 'type'] },
	parent: {
		title: 'Đơn vị cấp trên',
		aliases: ['Cấp trên', 'Mã cấp trên', 'Trực thuộc', 'parent_code'],
		noFormula: true
	},
	members: { title: 'Số đảng viên', aliases: ['Số thành viên', 'Đảng viên', 'Số lượng'], noFormula: true },
	quota: { title: 'Chỉ tiêu', aliases: ['Chỉ tiêu thí sinh', 'Số thí sinh được cử'], noFormula: true }
};

export function parseUnits(
	bytes: Uint8Array,
	_fileName: string,
	context: UnitsContext = {},
	choices: ImportChoices = {}
): Promise<Preview<UnitValue>> {
	return previewTable(
		bytes,
		{
			columns: unitColumns,
			readRow: (row) => readRow(row, context),
			checkRows: (drafts) => {
				blockDuplicateCodes(drafts, 'code');
				warnDuplicateNames(drafts, 'name');
				linkParents(drafts, context.unitCodes ?? []);
			}
		},
		choices
	);
}

function readRow(row: RowDraft<Name>, { quotas }: UnitsContext): UnitValue | null {
	const code = readCode(row, 'code');
	const members = readNumber(row, 'members');
	const quota = row.has('quota') ? readNumber(row, 'quota') : (quotas?.get(codeKey(row.text('code'))) ?? null);
	if (code === null) return null;
	return { code, name: row.text('name'), kind: row.text('kind'), parent: row.text('parent') || null, members, quota };
}

function readNumber(row: RowDraft<Name>, column: 'members' | 'quota'): number | null {
	const text = row.text(column);
	const count = text === '' ? null : parseCount(text);
	if (text !== '' && count === null) row.block(column, 'import/count-not-valid', { found: found(text) });
	return count;
}

type UnitDraft = Draft<Name, UnitValue>;

/** Parents must exist, here or in the contest, and lead upwards without a circle; a row under a bad row is bad too. */
function linkParents(drafts: UnitDraft[], known: readonly string[]): void {
	const inFile = new Map(drafts.map((draft) => [codeKey(draft.row.text('code')), draft]));
	const inContest = new Map(known.map((code) => [codeKey(code), code]));
	const parentKey = ({ row }: UnitDraft) => codeKey(row.text('parent'));
	const above = (draft: UnitDraft) => (parentKey(draft) === '' ? undefined : inFile.get(parentKey(draft)));
	for (const draft of drafts.filter((of) => parentKey(of) !== '')) {
		const parent = above(draft)?.row.text('code') ?? inContest.get(parentKey(draft));
		if (parent === undefined)
			draft.row.block('parent', 'import/unknown-parent', { found: found(draft.row.text('parent')) });
		else if (draft.value) draft.value.parent = parent;
	}
	for (const circle of circles(drafts, above)) {
		const codes = found([...circle, ...circle.slice(0, 1)].map(({ row }) => row.text('code')).join(' → '));
		for (const { row } of circle) row.block('parent', 'import/parent-cycle', { codes });
	}
	passDown(drafts, (draft) => (inContest.has(parentKey(draft)) ? undefined : above(draft)));
}

/** Every ring of units that are above each other. Walks up from each unit until known ground: linear, however long the chains. */
function circles(drafts: UnitDraft[], above: (of: UnitDraft) => UnitDraft | undefined): UnitDraft[][] {
	const seen = new Set<UnitDraft>();
	const rings: UnitDraft[][] = [];
	for (const start of drafts) {
		const way: UnitDraft[] = [];
		let next: UnitDraft | undefined = start;
		for (; next && !seen.has(next); next = above(next)) {
			seen.add(next);
			way.push(next);
		}
		const at = next ? way.indexOf(next) : -1;
		if (at >= 0) rings.push(way.slice(at));
	}
	return rings;
}

function passDown(drafts: UnitDraft[], above: (of: UnitDraft) => UnitDraft | undefined): void {
	const below = Map.groupBy(drafts, above);
	const bad = drafts.filter(({ row }) => row.isBlocked);
	for (let parent = bad.pop(); parent; parent = bad.pop()) {
		for (const child of below.get(parent) ?? []) {
			if (child.row.isBlocked) continue;
			child.row.block('parent', 'import/parent-has-problem', { code: child.row.text('parent') });
			bad.push(child);
		}
	}
}
