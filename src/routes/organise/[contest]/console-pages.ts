// The console's pages in the order of time, each with its words and the letter that leads there after G. It must not know what is on them.
import type { RoundPhase } from '#lib/contest/round.ts';
import { m } from '#lib/paraglide/messages.js';

export interface ConsolePage {
	href: string;
	label: string;
	/** Pressed after G. */
	letter?: string;
}

export interface PageGroup {
	title: string;
	pages: ConsolePage[];
}

interface Facts {
	base: string;
	rounds: { id: string; title: string; phase: RoundPhase }[];
	hasStage: boolean;
	can: Record<
		| 'bank:see'
		| 'calibrations:lead'
		| 'decisions:see'
		| 'entries:see'
		| 'hall:direct'
		| 'log:see'
		| 'machine:see'
		| 'minutes:see'
		| 'registrations:settle',
		boolean
	>;
}

export function consolePages({ base, rounds, hasStage, can }: Facts): PageGroup[] {
	const only = (isShown: boolean, page: ConsolePage) => (isShown ? [page] : []);
	return [
		{
			title: m.nav_prepare(),
			pages: [
				{ href: `${base}/rules`, label: m.nav_rules(), letter: 'L' },
				{ href: `${base}/people`, label: m.nav_people(), letter: 'N' },
				...only(hasStage && can['entries:see'], { href: `${base}/entries`, label: m.entries_page(), letter: 'O' }),
				...only(can['registrations:settle'], {
					href: `${base}/registration`,
					label: m.nav_registration(),
					letter: 'U'
				}),
				...only(can['bank:see'], { href: `${base}/bank`, label: m.nav_bank(), letter: 'C' }),
				...only(hasStage && can['calibrations:lead'], {
					href: `${base}/calibration`,
					label: m.calibration_page(),
					letter: 'J'
				}),
				{ href: `${base}/lots`, label: m.nav_lots(), letter: 'B' },
				{ href: `${base}/slips`, label: m.nav_slips(), letter: 'P' },
				{ href: `${base}/preflight`, label: m.nav_preflight(), letter: 'I' },
				...only(can['machine:see'], { href: `${base}/machine`, label: m.nav_machine(), letter: 'Y' })
			]
		},
		{
			title: m.nav_run(),
			pages: [
				{ href: base, label: m.nav_run_sheet(), letter: 'K' },
				...rounds.map((round, index) => ({
					href: `${base}/rounds/${round.id}`,
					label: round.title,
					...(index < 9 && { letter: String(index + 1) })
				})),
				...only(hasStage, { href: `${base}/stage`, label: m.nav_stage(), letter: 'S' }),
				...only(can['hall:direct'], { href: `${base}/hall`, label: m.nav_hall(), letter: 'M' }),
				...only(can['machine:see'], { href: `${base}/health`, label: m.nav_health(), letter: 'H' })
			]
		},
		{
			title: m.nav_results(),
			pages: [
				{ href: `${base}/results`, label: m.nav_results_page(), letter: 'X' },
				...only(hasStage && can['minutes:see'], { href: `${base}/minutes`, label: m.minutes_title(), letter: 'E' }),
				...only(can['decisions:see'], { href: `${base}/decisions`, label: m.nav_decisions(), letter: 'D' })
			]
		},
		{
			title: m.nav_records(),
			pages: [
				{ href: `${base}/papers`, label: m.nav_papers(), letter: 'V' },
				...only(can['log:see'], { href: `${base}/log`, label: m.nav_log(), letter: 'T' })
			]
		}
	];
}

/** What the palette finds besides the pages of the menu. */
export function furtherPages(
	base: string,
	contestId: string,
	can: Record<'people:edit' | 'contest:edit' | 'stage:mc' | 'stage:screen', boolean>
): PageGroup[] {
	const imports = [
		['units', m.console_import_units()],
		['contestants', m.console_import_contestants()],
		['judges', m.console_import_judges()],
		['questions', m.console_import_questions()],
		['topics', m.console_import_topics()],
		['situations', m.console_import_situations()],
		['rubrics', m.console_import_rubrics()]
	] as const;
	const screens = [
		...(can['stage:screen'] ? [{ href: `/screen/${contestId}`, label: m.palette_screen() }] : []),
		...(can['stage:mc'] ? [{ href: `/mc/${contestId}`, label: m.palette_mc() }] : []),
		...(can['contest:edit'] ? [{ href: `${base}/rounds/new`, label: m.run_new_round() }] : [])
	];
	return [
		{ title: m.nav_run(), pages: screens },
		...(can['people:edit']
			? [
					{
						title: m.nav_prepare(),
						pages: imports.map(([kind, label]) => ({ href: `${base}/import/${kind}`, label }))
					}
				]
			: [])
	];
}
