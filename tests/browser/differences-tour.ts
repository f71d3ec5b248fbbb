// The moments of two differences between judges: found, talked over, sheets looked at again, another judge marking, settled, on paper.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readJudges } from '../../src/lib/server/stores/people.ts';
import { beginConsultation } from '../../src/lib/server/usecases/begin-consultation.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { endConsultation } from '../../src/lib/server/usecases/end-consultation.ts';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import { reopenSigned } from '../server/lock-signed.ts';
import { panelOf } from './panel.ts';
import type { Moment, Stop, Tour } from './tour.ts';

const note = 'Hai giám khảo hiểu khác nhau về tiêu chí liên hệ thực tiễn, nên cùng xem lại dàn ý của thí sinh';
const screen: Stop = { as: 'head', route: '/judge/[contest]/differences' };
const minutes: Stop = {
	as: 'organiser',
	route: '/organise/[contest]/papers/[paper]',
	at: { paper: 'consultation' },
	printed: true
};

/** Chooses a way out in the first form, whatever the language. */
const choosing = (way: string): Stop['act'] => ({
	name: `the way out is ${way}`,
	do: (page) => page.locator(`input[name=cameTo][value=${way}]`).first().check()
});

const previewStands: Stop['act'] = {
	name: 'what would be decided',
	do: async (page) => {
		await page.locator('input[name=present]').nth(0).check();
		await page.locator('input[name=present]').nth(1).check();
		await page.locator('textarea[name=note]').first().fill(note);
		await page.locator('input[name=cameTo][value=head]').first().check();
		await page.locator('input[name=value]').first().fill('45,5');
		const names = (['vi', 'en'] as const).map((locale) => m.consult_preview({}, { locale }));
		await page.getByRole('button', { name: new RegExp(names.join('|')) }).click();
		await page.locator('input[name=seen]').waitFor({ state: 'attached' });
	}
};

/** The people, the two contestants, and one step of the consultation about either. */
async function judging({ house: { app }, contest }: Tour) {
	const contestId = contest.id;
	const judges = await readJudges(app.database.drizzle, contestId);
	const head = judges.find(({ role }) => role === 'head');
	const seat: StaffSeat = {
		kind: 'staff',
		accountId: head?.accountId ?? '',
		name: head?.fullName ?? '',
		isFounder: false,
		roles: { [contestId]: ['head_judge'] }
	};
	const panel = await panelOf(app, contest);
	const [one, two] = await panel.turns();
	if (!one || !two) throw new Error('two in the running order');
	const aboutOf = (nth: 1 | 2) => ({
		part: 'TT',
		panel: 'BGK',
		contestant: (nth === 1 ? one : two).contestant.number
	});
	return {
		app,
		panel,
		judges,
		seat,
		turns: [one.id, two.id],
		begin: async (nth: 1 | 2) =>
			void granted(await beginConsultation(app, seat, { contestId, ...aboutOf(nth) }), 'begin'),
		async end(nth: 1 | 2, cameTo: { kind: string; [field: string]: unknown }) {
			const asked = { content: { kind: 'divergence', ...aboutOf(nth), outcome: cameTo } };
			const seen =
				cameTo.kind === 'extra'
					? granted(await previewDecision(app, seat, { contestId, asked, reason: note }), 'preview').seen
					: null;
			const present = ['GK01', 'GK02', 'GK03'];
			granted(await endConsultation(app, seat, { contestId, ...aboutOf(nth), present, note, cameTo, seen }), 'end');
		}
	};
}

export const differencesTour: Moment[] = [
	{
		name: 'the last sheet is locked',
		reach: async (tour) => {
			const { panel, turns } = await judging(tour);
			for (const [at, turnId] of turns.entries()) {
				await panel.run(turnId, 'call', 'step-on-stage', 'start', 'end');
				for (const code of panel.codes.filter((each) => each !== 'GK07')) {
					await panel.mark(code, turnId, code === 'GK02' ? 1 + 3 * at : 0);
					await panel.lock(code, turnId);
				}
			}
		},
		stops: [
			{ ...screen, dark: true },
			{ as: 'head', route: '/judge/[contest]' },
			{ as: 'organiser', route: '/organise/[contest]' },
			{ as: 'secretary', route: '/secretary/[contest]' },
			{ as: 'organiser', route: '/organise/[contest]/papers' },
			minutes
		]
	},
	{
		name: 'the judges talk both over',
		reach: async (tour) => {
			const { begin } = await judging(tour);
			await begin(1);
			await begin(2);
		},
		stops: [
			...['stands', 'revise', 'head', 'extra'].map((way): Stop => ({ ...screen, act: choosing(way) })),
			{ ...screen, act: previewStands }
		]
	},
	{
		name: 'a sheet is looked at again, a decision waits for its second person',
		reach: async (tour) => {
			const { app, end, judges, seat, turns } = await judging(tour);
			await end(1, { kind: 'revise', judges: ['GK02', 'GK03'] });
			const judgeId = judges.find(({ code }) => code === 'GK02')?.id;
			const asked = { contestId: tour.contest.id, turnId: turns[0], judgeId, reason: note };
			granted(await reopenSigned(app, seat, asked), 'reopen');
			await end(2, { kind: 'extra', judge: 'GK07' });
		},
		stops: [{ ...screen, dark: true }, { ...screen, as: 'organiser' }, minutes]
	},
	{
		name: 'another judge marks',
		reach: async (tour) => {
			const { app } = await judging(tour);
			const { id: contestId, organiser } = tour.contest;
			const [open] = granted(await decisionsDesk(app, organiser, contestId), 'desk').open;
			granted(await confirmDecision(app, organiser, { contestId, proposalId: open?.id, seen: open?.seen }), 'confirm');
		},
		stops: [screen, { ...screen, as: 'secretary' }, { as: 'judge', route: '/judge/[contest]' }]
	},
	{
		name: 'both are settled',
		reach: async (tour) => {
			const { app, panel, judges, seat, turns } = await judging(tour);
			const [first = '', second = ''] = turns;
			await panel.mark('GK02', first, 0);
			await panel.lock('GK02', first);
			const judgeId = judges.find(({ code }) => code === 'GK03')?.id;
			const asked = { contestId: tour.contest.id, turnId: first, judgeId, reason: note };
			granted(await reopenSigned(app, seat, asked), 'reopen');
			await panel.lock('GK03', first);
			await panel.mark('GK07', second, 2);
			await panel.lock('GK07', second);
		},
		stops: [screen, minutes, { as: 'organiser', route: '/organise/[contest]/log' }]
	}
];
