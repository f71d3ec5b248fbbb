// The tour through the organiser's console where the other tours do not come: nothing prepared yet, forms in the middle of their act, refusals, decisions.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { proposeDecision } from '../../src/lib/server/usecases/propose-decision.ts';
import { expect } from './fixtures.ts';
import type { Moment, Stop, Tour } from './tour.ts';
import type { Page } from '@playwright/test';

const organise = '/organise/[contest]';
const stop = (page: string, search?: string): Stop => ({
	as: 'organiser',
	route: organise + page,
	...(search && { search })
});

const contestants = [
	'Số báo danh,Họ và tên,Ngày sinh,Mã đơn vị',
	'TS01,Đỗ Thị Ngọc Ánh,01/02/1985,KHONG-CO',
	'TS01,Phạm Quang Huy,31/02/1990,DV01',
	',Nguyễn Thị Hương,12/03/1988,DV01'
].join('\n');

/** In either language: the page says which it speaks. */
async function press(page: Page, name: (inputs: object, options: { locale: 'vi' | 'en' }) => string): Promise<void> {
	await page
		.getByRole('button', { name: name({}, { locale: await spoken(page) }), exact: true })
		.first()
		.click();
}

async function spoken(page: Page): Promise<'vi' | 'en'> {
	return (await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'vi';
}

const previewList: Stop['act'] = {
	name: 'a file with errors is previewed',
	do: async (page) => {
		const file = { name: 'thi-sinh.csv', mimeType: 'text/csv', buffer: Buffer.from(contestants) };
		await page.locator('input[type=file]').setInputFiles(file);
		await press(page, m.console_import_preview);
		await expect(page.getByText('KHONG-CO').first()).toBeVisible();
	}
};

/** Typed in TCVN3. */
const oldQuestions = 'C©u 1: Thñ ®« cña n­íc ta lµ thµnh phè nµo?\nA. HuÕ\n*B. Hµ Néi\n';

const previewOldText: Stop['act'] = {
	name: 'questions in an old font are shown before and after',
	do: async (page) => {
		const file = { name: 'cau-hoi.txt', mimeType: 'text/plain', buffer: Buffer.from(oldQuestions) };
		await page.locator('input[type=file]').setInputFiles(file);
		await press(page, m.console_import_preview);
		await expect(page.getByText('Thủ đô của nước ta').first()).toBeVisible();
	}
};

/** One of its columns is known, and a name is typed in VNI. */
const strangeUnits = 'Danh sách,,\nMã,Gọi là,Bí danh\nDV01,Ñaûng uûy Vaên phoøng,x\nDV02,Ñaûng uûy Khoái,y\n';

const previewStrangeTable: Stop['act'] = {
	name: 'a table of another shape is previewed',
	do: async (page) => {
		const file = { name: 'don-vi.csv', mimeType: 'text/csv', buffer: Buffer.from(strangeUnits) };
		await page.locator('input[type=file]').setInputFiles(file);
		await press(page, m.console_import_preview);
		const locale = await spoken(page);
		await page.getByText(m.files_shape_says({}, { locale })).click();
		await expect(page.getByLabel(m.files_header_line({}, { locale }))).toBeVisible();
	}
};

const changeRules: Stop['act'] = {
	name: 'something is not saved',
	do: async (page) => {
		await page.locator('#piece input').first().fill('Thể lệ hội thi năm 2026');
		await expect(page.getByText(m.rules_unsaved({}, { locale: await spoken(page) }))).toBeVisible();
	}
};

const signInWrongly: Stop['act'] = {
	name: 'the password is wrong',
	do: async (page) => {
		await page.locator('input[name=login]').fill('to-chuc');
		await page.locator('input[name=password]').fill('không phải');
		await page.locator('main form button').click();
		await expect(page.getByRole('alert')).toBeVisible();
	}
};

const openMenu: Stop['act'] = {
	name: 'the menu is open',
	do: async (page) => {
		await page.setViewportSize({ width: 360, height: 640 });
		await page.locator('summary.toggle').click();
	}
};

const openPalette: Stop['act'] = {
	name: 'quick search',
	do: async (page) => {
		await page.keyboard.press('Control+k');
		await expect(page.getByRole('dialog')).toBeVisible();
	}
};

const openShortcuts: Stop['act'] = {
	name: 'shortcuts',
	do: async (page) => {
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog')).toBeVisible();
	}
};

const openMore: Stop['act'] = {
	name: 'more about a contestant',
	do: (page) => page.locator('td details summary').first().click()
};

const remindUnits: Stop['act'] = {
	name: 'a reminder is written',
	do: async (page) => {
		await press(page, m.coverage_remind);
		await expect(page.locator('textarea[lang=vi]')).toBeVisible();
	}
};

const placeSomebody: Stop['act'] = {
	name: 'a contestant is placed',
	do: async (page) => {
		await page.locator('td details summary').first().click();
		await page.locator('td details button').first().click();
		await expect(page.getByRole('dialog')).toBeVisible();
	}
};

const previewPoints: Stop['act'] = {
	name: 'what it would change',
	do: async (page) => {
		await page.locator('select[name=contestant]').selectOption({ index: 1 });
		await page.locator('input[name=points]').fill('0,5');
		await page.locator('[name=reason]').first().fill('Quá giờ theo biên bản của tổ thư ký');
		const form = page.locator('form').filter({ has: page.locator('input[name=points]') });
		await form.locator('button[type=submit]').click();
		const locale = await spoken(page);
		await expect(page.getByRole('heading', { name: m.decide_preview_title({}, { locale }) })).toBeVisible();
	}
};

/** One person wants points taken from TS01; another has to agree. */
async function propose({ house, contest }: Tour): Promise<void> {
	const content = { kind: 'points', stage: 'HT', part: null, contestant: 'TS01', points: -50 };
	const asked = { contestId: contest.id, asked: { content }, reason: 'Theo biên bản của tổ thư ký' };
	const preview = granted(await previewDecision(house.app, contest.organiser, asked), 'preview');
	granted(await proposeDecision(house.app, contest.organiser, { ...asked, seen: preview.seen }), 'propose');
}

export const consoleTour: Moment[] = [
	{
		name: 'nothing is prepared',
		reach: async () => {},
		stops: [
			stop(''),
			{ ...stop(''), act: openMenu },
			{ ...stop(''), act: openPalette },
			{ ...stop(''), act: openShortcuts },
			{ ...stop('/rules'), act: changeRules },
			stop('/people'),
			stop('/people', '?tab=judges'),
			stop('/people', '?tab=staff'),
			stop('/bank'),
			stop('/bank', '?tab=rubrics'),
			stop('/lots'),
			stop('/slips'),
			stop('/preflight'),
			stop('/rounds/new'),
			stop('/stage'),
			stop('/results'),
			stop('/decisions'),
			stop('/log'),
			{ as: 'organiser', route: `${organise}/import/[kind]`, at: { kind: 'contestants' }, act: previewList },
			{ as: 'organiser', route: `${organise}/import/[kind]`, at: { kind: 'questions' }, act: previewOldText },
			{ as: 'organiser', route: `${organise}/import/[kind]`, at: { kind: 'units' }, act: previewStrangeTable },
			{ as: 'nobody', route: '/sign-in' },
			{ as: 'nobody', route: '/sign-in', act: signInWrongly }
		]
	},
	{
		name: 'people and questions are loaded',
		reach: async ({ house, contest }) => {
			granted(await loadSample(house.app, contest.organiser, { contestId: contest.id }), 'sample');
		},
		stops: [
			stop('/people', '?tab=units'),
			{ ...stop('/people', '?tab=units&missing'), act: remindUnits },
			stop('/people', '?tab=staff'),
			{ ...stop('/people', '?q=TS01'), act: openMore },
			{ ...stop('/people', '?q=TS01'), act: placeSomebody },
			stop('/people', '?q=khong+ai'),
			stop('/bank', '?tab=topics'),
			stop('/bank', '?tab=rubrics'),
			stop('/slips'),
			{ ...stop('/decisions', '?do=points'), act: previewPoints }
		]
	},
	{ name: 'a decision waits for a second person', reach: propose, stops: [stop('/decisions')] }
];
