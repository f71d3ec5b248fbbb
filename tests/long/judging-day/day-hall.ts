// The people of the day and what they do together: call a turn, mark and sign, decide by two, end a session; it must not know when anything is otherwise.
import type { Page } from '@playwright/test';
import type { Criterion } from '../../../src/lib/contest/rubric.ts';
import { m } from '../../../src/lib/paraglide/messages.js';
import { readRubrics } from '../../../src/lib/server/stores/bank.ts';
import { readJudges } from '../../../src/lib/server/stores/people.ts';
import { readTurns } from '../../../src/lib/server/stores/turns.ts';
import type { BuiltContest } from '../../browser/contest-plan.ts';
import { asSecondOrganiser } from '../../browser/decision-steps.ts';
import { expect, type House, type People } from '../../browser/fixtures.ts';
import { callNext, holdUntil, isSaved, pressNext, submitSheet } from '../../browser/journey-steps.ts';
import { perform } from '../../browser/minutes-steps.ts';
import { anotherSecretary } from '../../browser/paper-steps.ts';
import { enterAs } from '../../browser/signing-in.ts';
import { DayLedger } from './day-ledger.ts';
import { planDay, tablets, type DayPlan, type SheetMarks } from './day-plan.ts';
import { part } from './day-rules.ts';
import { enter, isAtSheet, type Way } from './sheet-entry.ts';

/** The layout of a tablet held upright. */
const upright = { width: 820, height: 1180 };
const ways: Record<string, Way> = { GK01: 'typing', GK03: 'keys', GK05: 'typing', GK07: 'keys' };

export interface Turn {
	id: string;
	number: string;
	name: string;
}

export interface DayHall {
	house: House;
	contest: BuiltContest;
	plan: DayPlan;
	ledger: DayLedger;
	criteria: Criterion[];
	/** In running order. */
	turns: Turn[];
	/** By code: "GK01 Vũ Ngọc Khải", and the id. */
	named: Map<string, { title: string; id: string }>;
	organiser: Page;
	/** Confirms what the first proposes: whoever still marks sees no figures, so the head judge cannot. */
	secondOrganiser: Page;
	head: Page;
	secretaries: [Page, Page];
	/** The tablets that are on, by code of the judge. */
	judges: Map<string, Page>;
	decisions: number;
}

export async function openHall(
	house: House,
	people: People,
	contest: BuiltContest,
	seed: number,
	size: number
): Promise<DayHall> {
	const db = house.app.database.drizzle;
	const criteria = (await readRubrics(db, contest.id)).find(({ code }) => code === part)!.criteria;
	const turns = (await readTurns(db, contest.id)).map(({ id, contestant: { number, fullName } }) => ({
		id,
		number,
		name: `${number} ${fullName}`
	}));
	const named = (await readJudges(db, contest.id)).map(
		({ id, code, fullName }) => [code, { id, title: `${code} ${fullName}` }] as const
	);
	const judges = new Map<string, Page>();
	for (const code of tablets) judges.set(code, await openTablet(people, contest, code));
	const [second, secondOrganiser] = [await people.asNobody(), await people.asNobody()];
	await asSecondOrganiser(house, contest.organiser, contest.id, secondOrganiser);
	await enterAs(second, await anotherSecretary(house, contest));
	return {
		house,
		contest,
		plan: planDay(seed, size, criteria),
		ledger: new DayLedger(),
		criteria,
		turns,
		named: new Map(named),
		organiser: await people.asOrganiser(),
		secondOrganiser,
		head: judges.get('GK01')!,
		secretaries: [await people.asSecretary(), second],
		judges,
		decisions: 0
	};
}

export async function openTablet(people: People, contest: BuiltContest, code: string): Promise<Page> {
	const page = await people.asJudge(code);
	await page.setViewportSize(upright);
	await toDesk(page, contest);
	return page;
}

export async function toDesk(page: Page, { id }: BuiltContest): Promise<void> {
	await page.goto(`/judge/${id}`);
	await expect(page.getByText(m.common_connected())).toBeAttached();
}

export async function perTurn({ organiser }: DayHall, isFirst: boolean, { number }: Turn): Promise<void> {
	await pressNext(organiser, isFirst ? m.turns_call() : callNext(number));
	await pressNext(organiser, m.turns_step_on_stage());
	await pressNext(organiser, m.turns_start());
}

/** Marks on the screen, and sees that the house has them. */
export async function mark(hall: DayHall, code: string, { number }: Turn, marks: SheetMarks): Promise<void> {
	const page = hall.judges.get(code)!;
	await isAtSheet(page, number);
	await enter(page, hall.criteria, marks, ways[code] ?? 'taps');
	await isSaved(page);
}

export async function sign(hall: DayHall, code: string, { number }: Turn, marks: SheetMarks): Promise<void> {
	const page = hall.judges.get(code)!;
	await isAtSheet(page, number);
	await submitSheet(page);
	hall.ledger.sign(number, code, marks);
}

/** A decision that is filled in by label, proposed by one organiser and confirmed by the other. */
export async function decide(
	hall: DayHall,
	form: string,
	fields: Record<string, string>,
	reason: string
): Promise<void> {
	const { organiser, contest } = hall;
	await organiser.goto(`/organise/${contest.id}/decisions?do=${form}`);
	for (const [label, value] of Object.entries(fields))
		await organiser.getByLabel(label, { exact: true }).selectOption(value);
	await organiser.getByRole('textbox', { name: m.turns_reason() }).fill(reason);
	await organiser.getByRole('button', { name: m.decide_preview() }).click();
	await expect(organiser.getByRole('heading', { name: m.decide_preview_title() })).toBeVisible();
	await organiser.getByRole('button', { name: m.decide_propose() }).click();
	await expect(organiser.getByText(m.decide_done_proposed())).toBeVisible();
	await confirm(hall, hall.secondOrganiser);
}

export async function confirm(hall: DayHall, page: Page): Promise<void> {
	await page.goto(`/organise/${hall.contest.id}/decisions`);
	const done = page.getByText(m.decide_done_confirmed({ sequence: ++hall.decisions }));
	await holdUntil(page.getByRole('button', { name: m.decide_confirm() }), done);
}

/** Locked by the head judge, signed by both, sealed. */
export async function endSession(
	{ contest, head, secretaries: [secretary] }: DayHall,
	isFirst: boolean
): Promise<void> {
	const at = `/organise/${contest.id}/minutes`;
	await head.goto(at);
	await perform(head, m.minutes_lock(), m.minutes_done_lock());
	await perform(head, m.minutes_sign(), m.minutes_done_sign());
	await secretary.goto(at);
	const { password } = await contest.secretary();
	await perform(secretary, m.minutes_sign(), m.minutes_done_sign(), isFirst ? { password } : {});
	await head.goto(at);
	await perform(head, m.minutes_seal(), m.minutes_done_seal());
}
