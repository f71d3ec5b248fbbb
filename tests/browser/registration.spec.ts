// A unit's contact registers somebody by link on a small telephone, is returned, corrects and is approved; the organiser sees coverage.
import sharp from 'sharp';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';

test('R262 from the terms to the contestant number, in Vietnamese', async ({ house, noise, people }) => {
	noise.expect(/status of 409/);
	const contest = await house.contest().sample();
	const organiser = await people.asOrganiser();
	const desk = `/organise/${contest.id}/registration`;
	await organiser.goto(desk);
	await expect(
		organiser.getByText('49/62 đơn vị thuộc diện cử thí sinh đã có thí sinh hoặc có người chờ duyệt')
	).toBeVisible();
	await organiser.getByLabel(m.reg_terms_closes()).fill('31/12/2099 17:00');
	await organiser.getByLabel(m.reg_terms_wants_photo()).check();
	await organiser.getByRole('button', { name: m.reg_terms_add() }).click();
	await organiser.getByLabel(m.reg_terms_text()).fill('Đã từng dự thi cấp tỉnh?');
	await organiser.getByLabel(m.reg_terms_kind()).selectOption('yes-no');
	expect(await inspectPage(organiser, 'vi', true), 'terms').toEqual([]);
	await organiser.getByRole('button', { name: m.reg_save_changes() }).click();
	await expect(organiser.getByText(m.reg_terms_saved())).toBeVisible();

	await organiser.goto(`${desk}?tab=units`);
	const unit = organiser.getByRole('row').filter({ hasText: m.reg_unit_none() }).first();
	const name = await unit.getByRole('rowheader').innerText();
	await unit.locator('summary').click();
	await unit.getByRole('button', { name: m.reg_link_make() }).click();
	const letter = organiser.getByLabel(m.reg_letter());
	await expect(letter).toHaveValue(/trước 31\/12\/2099 17:00/);
	expect(await inspectPage(organiser, 'vi', true), 'units').toEqual([]);
	const link = /\/u\/\S+/.exec(await letter.inputValue())?.[0] ?? '';

	const contact = await people.asNobody();
	await contact.setViewportSize({ width: 360, height: 640 });
	await contact.goto(link);
	await expect(contact.getByRole('heading', { level: 1 })).toHaveText(name.split('\n')[0] ?? '');
	await contact.getByRole('button', { name: m.reg_link_open() }).click();
	await contact.getByRole('link', { name: m.reg_add() }).click();
	await contact.getByLabel(m.reg_full_name()).fill('Phạm Thị Hồng Ngát');
	await contact.getByLabel(m.reg_birth_date()).fill('3/2/1990');
	await contact.getByRole('button', { name: m.reg_send() }).click();
	await expect(
		contact.getByText(/^Còn thiếu: .*Số điện thoại; Đã từng dự thi cấp tỉnh\?; Ảnh chân dung$/)
	).toBeVisible();
	const picture = await sharp({ create: { width: 90, height: 120, channels: 3, background: '#fff' } })
		.png()
		.toBuffer();
	const file = { name: 'ảnh.png', mimeType: 'image/png', buffer: picture };
	await contact.getByLabel(m.reg_photo()).setInputFiles(file);
	await contact.getByRole('button', { name: m.reg_attach({ file: m.reg_photo() }) }).click();
	await expect(contact.getByText(m.reg_done_attached())).toBeVisible();
	await contact.getByLabel(m.reg_position()).fill('Bí thư chi bộ');
	await contact.getByLabel(m.reg_phone()).fill('0912345678');
	await contact.getByLabel('Đã từng dự thi cấp tỉnh?').selectOption('no');
	expect(await inspectPage(contact, 'vi', true), 'form').toEqual([]);
	await contact.getByRole('button', { name: m.reg_send() }).click();
	await expect(contact.getByText(m.reg_done_sent())).toBeVisible();

	await organiser.goto(desk);
	await expect(
		organiser.getByText('50/62 đơn vị thuộc diện cử thí sinh đã có thí sinh hoặc có người chờ duyệt')
	).toBeVisible();
	await expect(organiser.getByRole('link', { name: m.reg_see_file({ file: m.reg_photo() }) })).toBeVisible();
	await organiser.getByRole('button', { name: /^Trả lại/ }).click();
	const dialog = organiser.getByRole('dialog');
	await dialog.getByRole('textbox').fill('Ghi rõ tên chi bộ trong chức vụ');
	await dialog.getByRole('button', { name: m.reg_return() }).click();
	await expect(organiser.getByText(m.reg_returned({ name: 'Phạm Thị Hồng Ngát' }))).toBeVisible();

	await contact.goto('/');
	await expect(contact.getByText('Ban Tổ chức ghi: Ghi rõ tên chi bộ trong chức vụ')).toBeVisible();
	await contact.getByRole('link', { name: /^Sửa/ }).click();
	await contact.getByLabel(m.reg_position()).fill('Bí thư Chi bộ Văn phòng');
	await contact.getByRole('button', { name: m.reg_send() }).click();
	await expect(contact.getByText(m.reg_state_sent())).toBeVisible();

	await organiser.goto(desk);
	await expect(organiser.getByText('Bí thư Chi bộ Văn phòng')).toBeVisible();
	await organiser.getByRole('button', { name: /^Duyệt/ }).click();
	const approved = organiser.getByText(/^Đã duyệt Phạm Thị Hồng Ngát: số báo danh TS\d+\.$/);
	await expect(approved).toBeVisible();
	const number = /TS\d+/.exec(await approved.innerText())?.[0] ?? '';
	await contact.goto('/register');
	await expect(contact.getByText(m.reg_number({ number }))).toBeVisible();
});
