// Contestants file → preview of contestants; it must not know the database, only which units exist there.
import type { Columns } from './columns.ts';
import type { ImportChoices } from './reading/choices.ts';
import { readCode } from './code-cell.ts';
import { blockDuplicateCodes, warnDuplicateNames } from './duplicates.ts';
import {
	readSession,
	sessionColumns,
	type DrawnSession,
	type KnownSession,
	type SessionColumn
} from './contestant-session.ts';
import { groupColumns, noGroups, readGroups, type GroupColumn, type GroupsContext } from './contestant-groups.ts';
import type { ContestantGroups, ContestantValue } from './import-values.ts';
import { previewTable } from './preview-table.ts';
import { found, type Preview } from './problem.ts';
import type { RowDraft } from './row-draft.ts';
import { parseVietnameseDate, writtenDate } from './vietnamese-date.ts';
import { codeKey, foldVietnamese } from './vietnamese-text.ts';

export interface ContestantsContext extends GroupsContext {
	/** Codes of the units of the contest. */
	unitCodes: readonly string[];
	/** Their names, by code: a cell may write a unit's name where no two have the same. */
	unitNames?: ReadonlyMap<string, string>;
	/** Code names of the contest, by `codeKey` of the contestant's number; they hold when the file has no such column. */
	codeNames?: ReadonlyMap<string, string>;
	/** Groups of contestants the contest has already, by `codeKey` of their number. */
	known?: ReadonlyMap<string, ContestantGroups & { session: string | null }>;
	/** Sessions of the rules, in their order. */
	sessions?: readonly KnownSession[];
	/** Into which sessions contestants were drawn, by `codeKey` of their number. */
	drawn?: ReadonlyMap<string, DrawnSession[]>;
	/** yyyy-MM-dd; a birthday may not lie after it. */
	today?: string;
}

type Name =
	| 'code'
	| 'full_name'
	| 'gender'
	| 'birth_date'
	| 'unit_code'
	| 'position'
	| 'phone'
	| 'email'
	| 'code_name'
	| GroupColumn
	| SessionColumn;

export const contestantColumns: Columns<Name> = {
	code: {
		title: 'Số báo danh',
		aliases: ['SBD', 'Mã', 'Mã thí sinh', 'number'],
		required: true,
		filled: true,
		noFormula: true,
		longest: 40
	},
	full_name: {
		title: 'Họ và tên',
		aliases: ['Họ tên', 'Thí sinh', 'Tên thí sinh', 'name'],
		required: true,
		filled: true,
		longest: 120
	},
	gender: { title: 'Giới tính', aliases: ['Giới', 'Nam/Nữ', 'sex'] },
	birth_date: { title: 'Ngày sinh', aliases: ['Ngày tháng năm sinh', 'Sinh ngày', 'birthday', 'date_of_birth'] },
	unit_code: {
		title: 'Mã đơn vị',
		aliases: ['Đơn vị', 'Đơn vị dự thi', 'unit'],
		required: true,
		filled: true,
		noFormula: true
	},
	position: { title: 'Chức vụ', aliases: ['Chức danh', 'Vị trí công tác'] },
	phone: { title: 'Điện thoại', aliases: ['Số điện thoại', 'SĐT', 'Di động', 'mobile'] },
	email: { title: 'Thư điện tử', aliases: ['Email', 'E-mail', 'Hộp thư'] },
	code_name: { title: 'Mật danh', aliases: ['Bí danh', 'Bí số', 'Mã danh'], noFormula: true, longest: 20 },
	...groupColumns,
	...sessionColumns
};

export function parseContestants(
	bytes: Uint8Array,
	_fileName: string,
	context: ContestantsContext,
	choices: ImportChoices = {}
): Promise<Preview<ContestantValue>> {
	const units = knownUnits(context);
	return previewTable(
		bytes,
		{
			columns: contestantColumns,
			readRow: (row) => readRow(row, units, context),
			checkRows: (drafts) => {
				blockDuplicateCodes(drafts, 'code');
				blockDuplicateCodes(drafts, 'code_name');
				warnDuplicateNames(drafts, 'full_name');
			}
		},
		choices
	);
}

function readRow(row: RowDraft<Name>, units: KnownUnits, context: ContestantsContext): ContestantValue | null {
	const code = readCode(row, 'code');
	const unitCode = readUnit(row, units);
	const gender = readGender(row);
	const birthDate = readBirthDate(row, context.today);
	const email = readEmail(row);
	const phone = readPhone(row);
	const codeName = readCodeName(row, context.codeNames ?? new Map());
	const number = codeKey(row.text('code'));
	const known = context.known?.get(number);
	const groups = readGroups(row, context, known ?? noGroups);
	const session = readSession(row, {
		sessions: context.sessions ?? [],
		drawn: context.drawn?.get(number) ?? [],
		before: known?.session ?? null
	});
	if (code === null || unitCode === null) return null;
	return {
		code,
		fullName: row.text('full_name'),
		gender,
		birthDate,
		unitCode,
		position: row.text('position'),
		phone,
		email,
		codeName,
		...groups,
		...(session !== null && { session })
	};
}

interface KnownUnits {
	byCode: ReadonlyMap<string, string>;
	/** By folded name; null where several have it. */
	byName: ReadonlyMap<string, string | null>;
}

function knownUnits({ unitCodes, unitNames }: ContestantsContext): KnownUnits {
	const byName = new Map<string, string | null>();
	for (const [code, name] of unitNames ?? []) {
		const key = foldVietnamese(name);
		byName.set(key, byName.has(key) ? null : code);
	}
	return { byCode: new Map(unitCodes.map((code) => [codeKey(code), code])), byName };
}

function readUnit(row: RowDraft<Name>, { byCode, byName }: KnownUnits): string | null {
	const text = row.text('unit_code');
	if (text === '') return null;
	const code = byCode.get(codeKey(text));
	if (code !== undefined) return code;
	const named = byName.get(foldVietnamese(text));
	if (!named) return row.block('unit_code', 'import/unknown-unit', { found: found(text) });
	row.repaired('unit_code', 'import/repaired-unit', { found: found(text), unit: named });
	return named;
}

/** R322: nobody else of the contest has it. */
function readCodeName(row: RowDraft<Name>, known: ReadonlyMap<string, string>): string | null {
	const own = codeKey(row.text('code'));
	if (!row.has('code_name')) return known.get(own) ?? null;
	const codeName = readCode(row, 'code_name');
	if (codeName === null) return null;
	const isTaken = [...known].some(([number, other]) => number !== own && codeKey(other) === codeKey(codeName));
	return isTaken ? row.block('code_name', 'import/code-name-taken', { found: found(codeName) }) : codeName;
}

const genders: Readonly<Record<string, 'Nam' | 'Nữ'>> = {
	nam: 'Nam',
	male: 'Nam',
	m: 'Nam',
	nu: 'Nữ',
	female: 'Nữ',
	f: 'Nữ'
};

function readGender(row: RowDraft<Name>): 'Nam' | 'Nữ' | null {
	const text = row.text('gender');
	if (text === '') return null;
	return genders[foldVietnamese(text)] ?? row.block('gender', 'import/gender-not-known', { found: found(text) });
}

function readBirthDate(row: RowDraft<Name>, today?: string): string | null {
	const text = row.text('birth_date');
	if (text === '') return null;
	const written = writtenDate(text);
	const isoDate = written && parseVietnameseDate(written);
	if (!isoDate)
		return row.block('birth_date', written ? 'import/date-not-real' : 'import/date-not-valid', { found: found(text) });
	if (written !== text) row.repaired('birth_date', 'import/repaired-date', { found: found(text), date: written });
	const isPlausible = isoDate >= '1900-01-01' && (today === undefined || isoDate <= today);
	return isPlausible ? isoDate : row.block('birth_date', 'import/date-out-of-range', { found: text });
}

function readEmail(row: RowDraft<Name>): string {
	const text = row.text('email');
	if (text !== '' && !/^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/.test(text)) {
		row.block('email', 'import/email-not-valid', { found: found(text) });
	}
	return text;
}

/** Excel drops the leading zero of numbers: nine digits that begin as mobile numbers do get it back. */
function readPhone(row: RowDraft<Name>): string {
	const text = row.text('phone');
	const digits = text.replace(/[\s.-]/g, '');
	if (text === '' || /^(0\d{9,10}|\+?84\d{9,10})$/.test(digits)) return text;
	if (/^[35789]\d{8}$/.test(digits)) {
		row.repaired('phone', 'import/repaired-phone', { found: found(text), phone: `0${digits}` });
		return `0${digits}`;
	}
	row.warn('phone', 'import/phone-unusual', { found: found(text) });
	return text;
}
