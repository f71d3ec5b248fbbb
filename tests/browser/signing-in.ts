// Brings people in through the real pages: invitation link, sign-in page, slip; it must not know how a contest is built.
import { expect, type Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import type { Person } from './contest-plan.ts';

export interface FounderWish {
	login: string;
	displayName: string;
	password: string;
}

/** The page of the one-time link of the first organiser, filled in and sent. */
export async function foundThrough(page: Page, link: string, founder: FounderWish): Promise<void> {
	await page.goto(link);
	await page.getByLabel(m.account_name()).fill(founder.displayName);
	await page.getByLabel(m.account_login()).fill(founder.login);
	await page.getByLabel(m.account_new_password()).fill(founder.password);
	await page.getByRole('button', { name: m.welcome_go() }).click();
}

export async function signInWith(page: Page, login: string, password: string): Promise<void> {
	await page.goto('/sign-in');
	await page.getByLabel(m.account_login()).fill(login);
	await page.getByLabel(m.account_password()).fill(password);
	await page.getByRole('button', { name: m.account_sign_in() }).click();
}

/** By the invitation the first time, by login and password afterwards. */
export async function enterAs(page: Page, person: Person): Promise<void> {
	if (person.invitation === null) await signInWith(page, person.login, person.password);
	else {
		await page.goto(`/welcome/${person.invitation}`);
		await page.getByLabel(m.account_new_password()).fill(person.password);
		await page.getByRole('button', { name: m.welcome_go() }).click();
		person.invitation = null;
	}
	await expect(page).toHaveURL('/');
}

export async function enterWithSlip(page: Page, ticket: string, target: '/play' | '/screen'): Promise<void> {
	await page.goto(`/t/${ticket}`);
	await page.getByRole('button', { name: target === '/play' ? m.join_this_is_me() : m.join_open_screen() }).click();
	await expect(page).toHaveURL(new RegExp(`${target}(/|$)`));
}

/** By the link of a unit. */
export async function enterByLink(page: Page, link: string): Promise<void> {
	await page.goto(`/u/${link}`);
	await page.getByRole('button', { name: m.reg_link_open() }).click();
	await expect(page).toHaveURL('/register');
}
