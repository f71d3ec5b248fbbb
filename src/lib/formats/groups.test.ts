// Groups of contestants, panels of judges and quotas of units from files: optional columns, held to the rules of the contest.
import { describe, expect, it } from 'vitest';
import { parseContestants, type ContestantsContext } from './import-contestants.ts';
import { parseJudges, type JudgesContext } from './import-judges.ts';
import { parseUnits } from './import-units.ts';
import type { Preview } from './problem.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const problemsOf = ({ problems }: Preview<unknown>) =>
	problems.map(({ line, column, code, params }) => [`${line} ${column} ${code.slice(7)}`, params]);

describe('contestants', () => {
	const rules: Pick<ContestantsContext, 'categories' | 'clusters'> = {
		categories: [
			{ code: 'T', title: { vi: 'Cấp tỉnh', en: 'Provincial' } },
			{ code: 'H', title: { vi: 'Cấp huyện', en: 'District' } }
		],
		clusters: [{ code: 'C1', title: { vi: 'Cụm miền Đông', en: 'East' } }]
	};
	const read = (head: string, cells: string, context: Partial<ContestantsContext> = rules) =>
		parseContestants(utf8(`SBD;Họ tên;Đơn vị;${head}\n1;Lê An;DV01;${cells}`), 'a.csv', {
			unitCodes: ['DV01'],
			...context
		});

	it('columns in Vietnamese or English; groups by code or title', async () => {
		const vi = await read('Bảng;Cụm thi;Đội;Không xét giải;Diện dự thi', 'cấp tỉnh;c1;Đội 1;x;Qua tuyển chọn');
		const value = { category: 'T', cluster: 'C1', team: 'Đội 1', mayWin: false, route: 'promoted' };
		expect(vi.rows[0]?.value).toMatchObject(value);
		const en = await read('category;cluster;team;no_award;route', 'Provincial;East;Đội 1;yes;promoted');
		expect(en.rows[0]?.value).toMatchObject(value);
		expect(vi.notices).toEqual([]);
	});

	it('empty cells are no group, open to awards, nominated directly', async () => {
		expect((await read('Bảng;Cụm;Đội;Không xét giải;Diện dự thi', ';;;;')).rows[0]?.value).toMatchObject({
			category: null,
			cluster: null,
			team: null,
			mayWin: true,
			route: 'direct'
		});
	});

	it('a column that is not there leaves what the contest has', async () => {
		const groups = { category: 'H', cluster: 'C1', team: 'Đội 2', mayWin: false, route: 'promoted' } as const;
		const context = { ...rules, known: new Map([['1', { ...groups, session: null }]]) };
		expect((await read('Bảng', 'T', context)).rows[0]?.value).toMatchObject({ ...groups, category: 'T' });
	});

	it('what the rules do not name is refused with row, column and remedy', async () => {
		expect(problemsOf(await read('Bảng;Cụm', 'Cấp xã;C9'))).toEqual([
			['2 Bảng group-not-known', { found: 'Cấp xã', codes: 'T, H' }],
			['2 Cụm group-not-known', { found: 'C9', codes: 'C1' }]
		]);
		expect(problemsOf(await read('Bảng', 'T', {}))).toEqual([['2 Bảng groups-not-in-rules', { found: 'T' }]]);
		expect(problemsOf(await read('Không xét giải;Diện dự thi', 'có thể;khác'))).toEqual([
			['2 Không xét giải yes-no-not-known', { found: 'có thể' }],
			['2 Diện dự thi route-not-known', { found: 'khác' }]
		]);
	});
});

describe('R316 sessions', () => {
	const sessions = [
		{ stage: 'CK', code: 'SANG', title: { vi: 'Buổi sáng', en: 'Morning' } },
		{ stage: 'CK', code: 'CHIEU', title: { vi: 'Buổi chiều', en: 'Afternoon' } },
		{ stage: 'SK', code: 'TOI', title: { vi: 'Buổi tối', en: 'Evening' } }
	];
	const number = (text: string) => utf8(`SBD;Họ tên;Đơn vị;${text}`);
	const read = async (head: string, cell: string, context: Partial<ContestantsContext> = {}) =>
		parseContestants(number(`${head}\n1;Lê An;DV01;${cell}`), 'a.csv', { unitCodes: ['DV01'], sessions, ...context });
	const sessionOf = ({ rows }: Preview<{ session?: string }>) => rows[0]?.value.session;
	const drawnInto = (session: string) => ({ drawn: new Map([['1', [{ stage: 'CK', session }]]]) });
	const planned = (session: string | null) => {
		const groups = { category: null, cluster: null, team: null, mayWin: true, route: 'direct' as const };
		return { known: new Map([['1', { ...groups, session }]]) };
	};

	it('are named by code or title; an empty cell leaves it to lots, a column that is not there as it was', async () => {
		expect(sessionOf(await read('Buổi thi', 'buổi chiều'))).toBe('CHIEU');
		expect(sessionOf(await read('session', 'Morning'))).toBe('SANG');
		expect(sessionOf(await read('Buổi', '', planned('SANG')))).toBeUndefined();
		expect(sessionOf(await read('Đội', 'A', planned('SANG')))).toBe('SANG');
	});

	it('that the rules do not have, or lots have decided otherwise, are refused with row, column and remedy', async () => {
		expect(problemsOf(await read('Buổi thi', 'Buổi đêm'))).toEqual([
			['2 Buổi thi group-not-known', { found: 'Buổi đêm', codes: 'SANG, CHIEU, TOI' }]
		]);
		expect(problemsOf(await read('Buổi thi', 'SANG', { sessions: [] }))).toEqual([
			['2 Buổi thi groups-not-in-rules', { found: 'SANG' }]
		]);
		expect(problemsOf(await read('Buổi thi', 'SANG', drawnInto('CHIEU')))).toEqual([
			['2 Buổi thi session-drawn', { found: 'SANG', session: 'CHIEU' }]
		]);
		expect(problemsOf(await read('Buổi thi', 'Buổi tối', drawnInto('CHIEU')))).toEqual([]);
	});

	it('that lots have decided and the list repeats are not put down as the wish of the list', async () => {
		expect(sessionOf(await read('Buổi thi', 'CHIEU', drawnInto('CHIEU')))).toBeUndefined();
		expect(sessionOf(await read('Buổi thi', 'CHIEU', { ...drawnInto('CHIEU'), ...planned('CHIEU') }))).toBe('CHIEU');
	});
});

describe('judges', () => {
	const panelCodes = ['CM', 'KG'];
	const read = (head: string, cells: string, context: JudgesContext) =>
		parseJudges(utf8(`code,name,role${head}\nGK01,Lê An,member${cells}`), 'a.csv', context);

	it('sit in the panels of their cell, in the order and spelling of the rules', async () => {
		expect((await read(',Hội đồng', ',kg; cm', { panelCodes })).rows[0]?.value.panels).toEqual(['CM', 'KG']);
		expect((await read(',panels', ',KG', { panelCodes })).rows[0]?.value.panels).toEqual(['KG']);
	});

	it('an unknown panel is refused with row, column and remedy', async () => {
		expect(problemsOf(await read(',panels', ',CM;XX', { panelCodes }))).toEqual([
			['2 panels panel-not-known', { found: 'XX', codes: 'CM, KG' }]
		]);
	});

	it('without the column they keep their seats; new ones sit in the only panel, or in none of several', async () => {
		expect((await read('', '', { panelCodes, seated: new Map([['GK01', ['KG']]]) })).rows[0]?.value.panels).toEqual([
			'KG'
		]);
		expect((await read('', '', { panelCodes: ['BGK'] })).rows[0]?.value.panels).toEqual(['BGK']);
		expect((await read('', '', { panelCodes })).rows[0]?.value.panels).toEqual([]);
	});
});

describe('units', () => {
	it('have a quota, kept when the file has no such column', async () => {
		const quotas = new Map([['DV01', 3]]);
		const read = (text: string) => parseUnits(utf8(text), 'a.csv', { quotas });
		expect((await read('code,name,Chỉ tiêu\nDV01,A,2')).rows[0]?.value.quota).toBe(2);
		expect((await read('code,name,quota\nDV01,A,')).rows[0]?.value.quota).toBeNull();
		expect((await read('code,name\nDV01,A')).rows[0]?.value.quota).toBe(3);
		expect(problemsOf(await read('code,name,quota\nDV01,A,hai'))).toEqual([
			['2 quota count-not-valid', { found: 'hai' }]
		]);
	});
});
