// The columns of a contestant's groups: category, cluster, team, no award, route; it must not know the other columns.
import type { Columns } from './columns.ts';
import type { ContestantGroups } from './import-values.ts';
import { found } from './problem.ts';
import type { RowDraft } from './row-draft.ts';
import { foldVietnamese } from './vietnamese-text.ts';

export type GroupColumn = 'category' | 'cluster' | 'team' | 'no_award' | 'route';

export const groupColumns: Columns<GroupColumn> = {
	category: { title: 'Bảng', aliases: ['Đối tượng', 'Bảng thi', 'Mã bảng', 'Đối tượng dự thi'], noFormula: true },
	cluster: { title: 'Cụm', aliases: ['Cụm thi', 'Mã cụm'], noFormula: true },
	team: { title: 'Đội', aliases: ['Đội thi', 'Mã đội', 'Tên đội'], noFormula: true, longest: 80 },
	no_award: { title: 'Không xét giải', aliases: ['Không dự giải', 'not_for_award'], noFormula: true },
	route: { title: 'Diện dự thi', aliases: ['Hình thức cử', 'Nguồn'], noFormula: true }
};

/** One group of the rules: it may be written by its code or by either title. */
export interface KnownGroup {
	code: string;
	title: { vi: string; en: string };
}

/** What reading groups needs of a row, whatever its other columns. */
type GroupRow = Pick<RowDraft<GroupColumn>, 'has' | 'text' | 'block'>;

export interface GroupsContext {
	/** As the rules name them; empty when the rules do not divide contestants so. */
	categories?: readonly KnownGroup[];
	clusters?: readonly KnownGroup[];
}

export const noGroups: ContestantGroups = { category: null, cluster: null, team: null, mayWin: true, route: 'direct' };

/** A file without one of the columns says nothing about it: then `before` holds. Empty cells do: no group, may win, direct. */
export function readGroups(
	row: GroupRow,
	{ categories = [], clusters = [] }: GroupsContext,
	before: ContestantGroups
): ContestantGroups {
	return {
		category: row.has('category') ? readGroup(row, 'category', categories) : before.category,
		cluster: row.has('cluster') ? readGroup(row, 'cluster', clusters) : before.cluster,
		team: row.has('team') ? row.text('team') || null : before.team,
		mayWin: row.has('no_award') ? !readYes(row) : before.mayWin,
		route: row.has('route') ? readRoute(row) : before.route
	};
}

/** Null for an empty cell, and for one that names none of them, which keeps the row out. */
export function readGroup<Name extends string>(
	row: Pick<RowDraft<Name>, 'text' | 'block'>,
	column: Name,
	groups: readonly KnownGroup[]
): string | null {
	const text = row.text(column);
	if (text === '') return null;
	if (groups.length === 0) return row.block(column, 'import/groups-not-in-rules', { found: found(text) });
	const key = foldVietnamese(text);
	const group = groups.find(({ code, title }) =>
		[code, title.vi, title.en].some((name) => foldVietnamese(name) === key)
	);
	const codes = groups.map(({ code }) => code).join(', ');
	return group?.code ?? row.block(column, 'import/group-not-known', { found: found(text), codes });
}

const answers: Readonly<Record<string, boolean>> = {
	'': false,
	khong: false,
	no: false,
	'0': false,
	x: true,
	co: true,
	yes: true,
	'1': true
};

function readYes(row: GroupRow): boolean {
	const text = row.text('no_award');
	const answer = answers[foldVietnamese(text)];
	if (answer === undefined) row.block('no_award', 'import/yes-no-not-known', { found: found(text) });
	return answer ?? false;
}

const routes: Readonly<Record<string, ContestantGroups['route']>> = {
	'': 'direct',
	'cu truc tiep': 'direct',
	'cu thang': 'direct',
	direct: 'direct',
	'qua tuyen chon': 'promoted',
	'qua so tuyen': 'promoted',
	'tuyen chon': 'promoted',
	promoted: 'promoted'
};

function readRoute(row: GroupRow): ContestantGroups['route'] {
	const text = row.text('route');
	const route = routes[foldVietnamese(text)];
	if (!route) row.block('route', 'import/route-not-known', { found: found(text) });
	return route ?? 'direct';
}
