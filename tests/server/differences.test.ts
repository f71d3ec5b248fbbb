// Differences between judges, seen and settled: when they are shown and to whom, every way out, and the second count in SQL agreeing each time (R142–R145).
import { afterEach, describe, expect, test } from 'vitest';
import type { DivergenceAction } from '../../src/lib/contest/rules/panels.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { auditContest } from '../../src/lib/server/views/audit.ts';
import { consultationMinutes } from '../../src/lib/server/views/consultation-minutes.ts';
import { contestLog } from '../../src/lib/server/views/contest-log.ts';
import { differencesDesk, openDifferences } from '../../src/lib/server/views/differences-desk.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import {
	begin,
	cardOf,
	confirmOpen,
	differ,
	differingContest,
	end,
	granted,
	note,
	submit,
	type DifferingContest
} from './differing-contest.ts';
import { reopenSigned } from './lock-signed.ts';
import { storeDecision } from './store-decision.ts';

let world: DifferingContest;
const open = async (action: DivergenceAction) => (world = await differingContest(action));
afterEach(() => world.app.close());

const waiting = (seat = world.head) => openDifferences(world.app, seat, world.contestId);

/** The panel's value is what the card says, and the second count in SQL agrees with the whole result. */
async function counted(): Promise<number | null> {
	expect((await auditContest(world.app, world.contestId, [], [])).differing).toEqual([]);
	return (await cardOf(world))?.after ?? null;
}

/** The most a presentation can have; GK03 gave 6,00 less: the mean of three is 2,00 below it. */
const most = async () => (await cardOf(world))!.most;

describe('R142 a difference is shown', () => {
	test('exactly when the last sheet is locked, and not while one is open again', async () => {
		await open('consult');
		const { app, contestId, turnId } = world;
		await submit(world, world.member);
		await submit(world, world.other, 600);
		expect([await waiting(), await waiting(world.organiser)]).toEqual([0, 0]);
		await submit(world, world.head);
		expect([await waiting(), await waiting(world.organiser), await waiting(world.secretary)]).toEqual([1, 1, 1]);
		expect(await cardOf(world)).toMatchObject({
			state: 'open',
			measured: 400,
			before: (await most()) - 200,
			ifStands: (await most()) - 200
		});
		expect((await cardOf(world))?.sheets.map(({ code, apart, isFar }) => [code, apart, isFar])).toEqual([
			['GK01', 200, false],
			['GK02', 200, false],
			['GK03', -400, true]
		]);
		const [, , third] = (await cardOf(world))!.sheets;
		const reason = 'Giám khảo xin xem lại';
		granted(await reopenSigned(app, world.head, { contestId, turnId, judgeId: third!.judgeId, reason }));
		expect(await waiting()).toBe(0);
		expect(await begin(world)).toMatchObject({ refused: 'decision/no-difference' });
		await submit(world, world.other);
		expect(await waiting()).toBe(0);
		expect(await cardOf(world)).toBeNull();
	});

	test('T-23 to nobody who still has to mark the contestant, and to no judge without the right', async () => {
		await open('consult');
		await differ(world);
		for (const seat of [world.member, world.spare]) {
			expect(await differencesDesk(world.app, seat, world.contestId)).toMatchObject({ refused: 'access/not-allowed' });
			expect(await waiting(seat)).toBe(0);
			expect(await begin(world, seat)).toMatchObject({ refused: 'access/not-allowed' });
			const minutes = await consultationMinutes(world.app, seat, world.contestId, null);
			expect(minutes).toMatchObject({ refused: 'access/not-allowed' });
		}
		expect(await begin(world, world.organiser)).toMatchObject({ refused: 'access/not-allowed' });
		// A head judge whose own sheet is open again is blind once more.
		const own = (await cardOf(world))!.sheets[0]!;
		const { app, contestId, turnId } = world;
		const asked = { contestId, turnId, judgeId: own.judgeId, reason: 'Trưởng ban xin xem lại' };
		granted(await begin(world));
		granted(await reopenSigned(app, world.organiser, asked));
		expect(await cardOf(world)).toBeNull();
		expect(await waiting()).toBe(0);
		expect(await end(world, { kind: 'adjourned' })).toMatchObject({ refused: 'decision/still-blind' });
	});
});

describe('R144 a consultation', () => {
	test('begins once, is led by the head judge, and ends with two judges, what was said and a way out of the rules', async () => {
		await open('consult');
		await differ(world);
		expect(await end(world, { kind: 'adjourned' })).toMatchObject({ refused: 'consultation/not-begun' });
		granted(await begin(world));
		expect(await begin(world)).toMatchObject({ refused: 'consultation/already-begun' });
		expect(await cardOf(world)).toMatchObject({ state: 'consulting' });
		const present = ['GK01'];
		expect(await end(world, { kind: 'adjourned' }, { present })).toMatchObject({
			refused: 'consultation/two-needed',
			field: 'present'
		});
		expect(await end(world, { kind: 'adjourned' }, { present: ['GK01', 'GK09'] })).toMatchObject({
			refused: 'decision/not-there'
		});
		expect(await end(world, { kind: 'revise', judges: [] })).toMatchObject({ refused: 'consultation/no-sheet-chosen' });
		expect(await end(world, { kind: 'extra', judge: 'GK09' })).toMatchObject({ refused: 'decision/no-other-judge' });
		expect(await end(world, { kind: 'head', value: 1_000_000 })).toMatchObject({ refused: 'input/not-valid' });
		granted(await end(world, { kind: 'adjourned' }));
		expect(await cardOf(world)).toMatchObject({ state: 'open' });
		// Its words and values are for the minutes; whoever reads the log learns neither.
		const log = granted(await contestLog(world.app, world.head, world.contestId, null));
		const lines = log.entries.filter(({ kind }) => kind.startsWith('consultation-'));
		expect(lines.map(({ kind, about }) => [kind, about.person?.slice(0, 4)])).toEqual([
			['consultation-ended', 'TS01'],
			['consultation-begun', 'TS01']
		]);
		expect(lines.map(({ details }) => details).join()).not.toMatch(/hiểu khác nhau|"before"|"measured"|"total"/);
		expect(granted(await verifyLog(world.app, world.contestId))).toMatchObject({ ok: true });
	});

	test('the sheets stand: a second person confirms, and the value is what it was', async () => {
		await open('consult');
		await differ(world);
		granted(await begin(world));
		granted(await end(world, { kind: 'stands' }));
		expect(await cardOf(world)).toMatchObject({ state: 'proposed', proposal: { proposedBy: world.head.name } });
		expect(await begin(world)).toMatchObject({ refused: 'consultation/decision-waits' });
		await confirmOpen(world);
		expect(await waiting()).toBe(0);
		expect(await cardOf(world)).toMatchObject({ state: 'settled', outcome: { kind: 'stands' } });
		expect(await counted()).toBe((await most()) - 200);
	});

	test('the head judge decides on a value, which counts only once it is confirmed', async () => {
		await open('head-decides');
		await differ(world);
		granted(await begin(world));
		granted(await end(world, { kind: 'head', value: 4000 }));
		expect(await counted()).toBe((await most()) - 200);
		await confirmOpen(world);
		expect(await counted()).toBe(4000);
		expect(await waiting()).toBe(0);
	});

	test('judges revise: the sheet is opened, signed again, and the difference is found anew at the last lock', async () => {
		await open('consult');
		await differ(world);
		granted(await begin(world));
		granted(await end(world, { kind: 'revise', judges: ['GK02', 'GK03'] }));
		const { app, contestId, turnId } = world;
		const reopen = async (code: string) => {
			const sheet = (await cardOf(world))!.sheets.find((each) => each.code === code)!;
			expect(sheet).toMatchObject({ isRevised: true, canReopen: true });
			granted(await reopenSigned(app, world.head, { contestId, turnId, judgeId: sheet.judgeId, reason: note }));
		};
		expect(await cardOf(world)).toMatchObject({ state: 'revising' });
		await reopen('GK03');
		expect(await begin(world)).toMatchObject({ refused: 'consultation/sheets-open' });
		await submit(world, world.other, 100);
		expect((await cardOf(world))?.sheets.map(({ isRevised }) => isRevised)).toEqual([false, true, false]);
		await reopen('GK02');
		expect(await waiting()).toBe(1);
		await submit(world, world.member);
		// 1,00 less from one of three: 0,67 from the mean, which the rules allow.
		expect(await waiting()).toBe(0);
		expect(await cardOf(world)).toMatchObject({ state: 'settled', before: (await most()) - 200 });
		expect(await counted()).toBe((await most()) - 33);
	});

	test('a revision that leaves the judges apart leaves the difference open', async () => {
		await open('consult');
		await differ(world);
		granted(await begin(world));
		granted(await end(world, { kind: 'revise', judges: ['GK03'] }));
		const { app, contestId, turnId } = world;
		const { judgeId } = (await cardOf(world))!.sheets[2]!;
		granted(await reopenSigned(app, world.head, { contestId, turnId, judgeId, reason: note }));
		await submit(world, world.other, 450);
		expect(await cardOf(world)).toMatchObject({ state: 'open', measured: 300 });
	});

	test('a judge who is recused meanwhile is waited for no more', async () => {
		await open('consult');
		await differ(world);
		granted(await begin(world));
		granted(await end(world, { kind: 'revise', judges: ['GK03'] }));
		const recusal = { kind: 'recusal', judge: 'GK03', contestant: 'TS01', part: 'TT', how: 'abstained' } as const;
		await storeDecision(world.fresh.sql, world.contestId, recusal);
		expect(await cardOf(world)).toMatchObject({ state: 'settled', after: await most() });
		expect(await waiting()).toBe(0);
	});

	test('a sheet the rules leave out by themselves is told, and may be consulted about', async () => {
		await open('exclude');
		await differ(world);
		expect(await waiting()).toBe(0);
		expect(await cardOf(world)).toMatchObject({ state: 'settled', before: (await most()) - 200, after: await most() });
		expect(await counted()).toBe(await most());
		granted(await begin(world));
		expect(await waiting()).toBe(1);
		granted(await end(world, { kind: 'stands' }));
		await confirmOpen(world);
		expect(await counted()).toBe((await most()) - 200);
	});
});

test('T-23 who does not see single marks sees what the panel came to, and no sheet', async () => {
	await open('consult');
	await differ(world);
	granted(await begin(world));
	const card = await cardOf(world, world.organiser);
	expect(card).toMatchObject({ before: (await most()) - 200, sheets: [{ isFar: false }, {}, { isFar: true }] });
	const shown = card!.sheets.map(({ then, total, apart, isSigned }) => [then, total, apart, isSigned]);
	expect(shown).toEqual(Array(3).fill([null, null, null, true]));
	expect((await cardOf(world, world.secretary))?.sheets[2]).toMatchObject({ then: (await most()) - 600 });
});

describe('R143 another judge', () => {
	test.each(['extra-replaces', 'extra-joins'] as const)('marks besides, and the sheet counts: %s', async (action) => {
		await open(action);
		await differ(world);
		const { app, contestId, turnId, spare } = world;
		expect((await cardOf(world))?.others.map(({ code }) => code)).toEqual(['GK09']);
		granted(await begin(world));
		expect(await end(world, { kind: 'extra', judge: 'GK02' })).toMatchObject({ refused: 'decision/judge-in-panel' });
		granted(await end(world, { kind: 'extra', judge: 'GK09' }));
		expect(granted(await judgeDesk(app, spare, contestId, null)).marksNothing).toBe(true);
		await confirmOpen(world);
		expect(await cardOf(world)).toMatchObject({ state: 'marking', other: { code: 'GK09' } });
		const desk = granted(await judgeDesk(app, spare, contestId, null));
		expect(desk.sheet).toMatchObject({ isMine: true, turn: { turnId }, marks: {} });
		await submit(world, spare, 100);
		expect(await waiting()).toBe(0);
		const whole = await most();
		// The mark itself, or the mean of 0, 0, −6,00 and −1,00 below the most.
		expect(await counted()).toBe(action === 'extra-replaces' ? whole - 100 : whole - 175);
		await expectMinutes('GK09');
	});

	async function expectMinutes(judge: string): Promise<void> {
		const paper = granted(await consultationMinutes(world.app, world.secretary, world.contestId, null));
		expect(paper.minutes).toHaveLength(1);
		expect(paper.minutes[0]).toMatchObject({
			number: 'TS01',
			note,
			cameTo: { kind: 'extra', judge },
			sheets: [{ code: 'GK01' }, { code: 'GK02' }, { code: 'GK03' }, { code: judge, before: null }],
			decision: { state: 'confirmed', by: world.head.name, settledBy: world.organiser.name, sequence: 1 }
		});
	}
});

test('R145 the minutes of two consultations about one difference: each with what came after it', async () => {
	await open('consult');
	await differ(world);
	granted(await begin(world));
	granted(await end(world, { kind: 'revise', judges: ['GK03'] }));
	const { app, contestId, turnId } = world;
	const { judgeId } = (await cardOf(world))!.sheets[2]!;
	granted(await reopenSigned(app, world.head, { contestId, turnId, judgeId, reason: note }));
	await submit(world, world.other, 450);
	granted(await begin(world));
	granted(await end(world, { kind: 'head', value: 4100 }));
	const minutes = async () => granted(await consultationMinutes(app, world.secretary, contestId, null));
	const whole = await most();
	expect((await minutes()).minutes.map(({ before, after }) => [before, after])).toEqual([
		[whole - 200, whole - 150],
		[whole - 150, null]
	]);
	await confirmOpen(world);
	const { minutes: both, log } = await minutes();
	expect(both.map(({ after }) => after)).toEqual([whole - 150, 4100]);
	expect(both[0]?.sheets.map(({ code, before, after }) => [code, before, after])).toEqual([
		['GK01', whole, whole],
		['GK02', whole, whole],
		['GK03', whole - 600, whole - 450]
	]);
	expect(both[0]?.present.map(({ code }) => code)).toEqual(['GK01', 'GK02', 'GK03']);
	expect(log.count).toBeGreaterThan(both[1]!.endedLine);
	const only = granted(await consultationMinutes(app, world.secretary, contestId, both[1]!.begunLine));
	expect(only.minutes).toEqual([both[1]]);
});
