// Judges file → preview of the panel; it must not know accounts or the database.
import type { Columns } from './columns.ts';
import type { ImportChoices } from './reading/choices.ts';
import { readCode } from './code-cell.ts';
import { blockDuplicateCodes, linesOf, warnDuplicateNames } from './duplicates.ts';
import type { JudgeValue } from './import-values.ts';
import { type Draft, previewTable } from './preview-table.ts';
import { found, type Preview } from './problem.ts';
import type { RowDraft } from './row-draft.ts';
import { codeKey, foldVietnamese } from './vietnamese-text.ts';

export interface JudgesContext {
	/** Codes of the panels of the rules; with only one, every judge sits in it. */
	panelCodes?: readonly string[];
	/** Panels of judges the contest has already, by `codeKey`: they hold when the file has no such column. */
	seated?: ReadonlyMap<string, string[]>;
	/** Codes of the units of the contest. */
	unitCodes?: readonly string[];
	/** Units of judges the contest has already, by `codeKey`: they hold when the file has no such column. */
	known?: ReadonlyMap<string, string | null>;
}

type Name = 'code' | 'full_name' | 'role' | 'position' | 'unit_code' | 'panels';

export const judgeColumns: Columns<Name> = {
	code: { title: 'Mã giám khảo', aliases: ['Mã', 'Mã số'], required: true, filled: true, noFormula: true, longest: 40 },
	full_name: {
		title: 'Họ và tên',
		aliases: ['Họ tên', 'Giám khảo', 'Tên giám khảo', 'name'],
		required: true,
		filled: true,
		longest: 120
	},
	role: {
		title: 'Nhiệm vụ',
		aliases: ['Vai trò', 'Chức trách', 'Nhiệm vụ trong Ban Giám khảo'],
		required: true,
		filled: true
	},
	position: { title: 'Chức vụ', aliases: ['Chức danh', 'Chức vụ, đơn vị', 'Đơn vị công tác'], longest: 300 },
	unit_code: { title: 'Mã đơn vị', aliases: ['Đơn vị', 'unit'], noFormula: true },
	panels: { title: 'Hội đồng', aliases: ['Hội đồng chấm', 'Mã hội đồng', 'panel'], noFormula: true }
};

const roles: Readonly<Record<string, JudgeValue['role']>> = {
	'truong ban': 'head',
	'truong ban giam khao': 'head',
	head: 'head',
	'head judge': 'head',
	'pho truong ban': 'deputy',
	'pho truong ban giam khao': 'deputy',
	'pho ban': 'deputy',
	deputy: 'deputy',
	'uy vien': 'member',
	'thanh vien': 'member',
	'giam khao': 'member',
	member: 'member',
	judge: 'member',
	'thu ky': 'secretary',
	'uy vien thu ky': 'secretary',
	secretary: 'secretary',
	'tap su': 'shadow',
	'giam khao tap su': 'shadow',
	'shadow judge': 'shadow',
	shadow: 'shadow'
};

export function parseJudges(
	bytes: Uint8Array,
	_fileName: string,
	context: JudgesContext = {},
	choices: ImportChoices = {}
): Promise<Preview<JudgeValue>> {
	return previewTable(
		bytes,
		{
			columns: judgeColumns,
			readRow: (row) => readRow(row, context),
			checkRows: (drafts) => {
				blockDuplicateCodes(drafts, 'code');
				warnDuplicateNames(drafts, 'full_name');
				allowOneHead(drafts);
			}
		},
		choices
	);
}

function readRow(row: RowDraft<Name>, context: JudgesContext): JudgeValue | null {
	const code = readCode(row, 'code');
	const text = row.text('role');
	const role = roles[foldVietnamese(text)];
	if (!role && text !== '') row.block('role', 'import/role-not-known', { found: found(text) });
	const panels = readPanels(row, context);
	const unitCode = readUnit(row, context);
	return code === null || !role
		? null
		: { code, fullName: row.text('full_name'), role, position: row.text('position'), unitCode, panels };
}

/** Of a unit that sends contestants, so that an interest is found; empty for who comes from none of them. */
function readUnit(row: RowDraft<Name>, { unitCodes = [], known }: JudgesContext): string | null {
	if (!row.has('unit_code')) return known?.get(codeKey(row.text('code'))) ?? null;
	const text = row.text('unit_code');
	if (text === '') return null;
	const unit = unitCodes.find((code) => codeKey(code) === codeKey(text));
	return unit ?? row.block('unit_code', 'import/unknown-unit', { found: found(text) });
}

/** Codes separated by semicolons; an empty cell of a contest with several panels seats the judge in none. */
function readPanels(row: RowDraft<Name>, { panelCodes = [], seated }: JudgesContext): string[] {
	const only = panelCodes.length === 1 ? [...panelCodes] : [];
	if (!row.has('panels')) return seated?.get(codeKey(row.text('code'))) ?? only;
	const wanted = row.text('panels').split(/[;,]/).map(codeKey).filter(Boolean);
	const unknown = wanted.find((key) => !panelCodes.some((code) => codeKey(code) === key));
	if (unknown !== undefined)
		row.block('panels', 'import/panel-not-known', { found: found(unknown), codes: panelCodes.join(', ') });
	return wanted.length === 0 ? only : panelCodes.filter((code) => wanted.includes(codeKey(code)));
}

function allowOneHead(drafts: Draft<Name, JudgeValue>[]): void {
	const heads = drafts.filter(({ value }) => value?.role === 'head').map(({ row }) => row);
	if (heads.length < 2) return;
	for (const row of heads) row.block('role', 'import/two-heads', { lines: linesOf(heads) });
}
