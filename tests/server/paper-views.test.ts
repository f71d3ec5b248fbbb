// What pages about paper sheets are told: never another's marks before the own work is done (T-23), found by canaries.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paperCode } from '../../src/lib/contest/paper-sheet.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { minutesDesk } from '../../src/lib/server/views/minutes-desk.ts';
import { paperDesk } from '../../src/lib/server/views/paper-desk.ts';
import { differencesDesk } from '../../src/lib/server/views/paper-differences.ts';
import { paperEntry } from '../../src/lib/server/views/paper-entry.ts';
import { scoreSheetPapers } from '../../src/lib/server/views/score-sheet-papers.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { reopenSigned } from './lock-signed.ts';
import { paperContest, type PaperContest } from './paper-contest.ts';

let world: PaperContest;
let code: string;
beforeEach(async () => {
	world = await paperContest();
	code = paperCode(world.turnId, world.judgeId);
});
afterEach(() => world.app.close());

const entry = (seat: StaffSeat) => paperEntry(world.app, seat, world.contestId, code);
/** 3,5 of 5 and a sentence: in no other place of a payload but the bands of the criteria, which are the same for all. */
const canary = { TT1: '3,5' };
const sentence = 'Chim hoàng yến';
const carries = (payload: unknown) =>
	/\b350\b|hoàng yến/.test(JSON.stringify(payload, (key, value: unknown) => (key === 'criteria' ? undefined : value)));

test('the second entry is blind: no payload before it holds a mark or a word of the first', async () => {
	expect(granted(await entry(world.two), 'entry')).toMatchObject({ state: 'free', typists: [], mine: null });
	await world.type(world.one, world.full(canary), { comments: { TT1: sentence } });
	for (const seat of [world.two, world.three]) {
		const seen = granted(await entry(seat), 'entry');
		expect(seen).toMatchObject({ state: 'second', typists: [world.one.name], mine: null, differs: [] });
		expect(carries(seen)).toBe(false);
		expect(carries(await paperDesk(world.app, seat, world.contestId))).toBe(false);
		expect(carries(await markingMatrix(world.app, seat, world.contestId))).toBe(false);
	}
	expect(carries(await entry(world.one))).toBe(true);
	// Nor do judges, the head judge or the judge of the sheet meet what is being typed.
	for (const seat of [world.head, world.member, world.other])
		expect(carries(await judgeDesk(world.app, seat, world.contestId, world.turnId))).toBe(false);
	expect(await differencesDesk(world.app, world.head, world.contestId)).toMatchObject({ papers: [] });
});

test('secretaries see where two entries differ, the head judge the values once the own sheet is locked', async () => {
	await world.type(world.one, world.full(canary));
	await world.type(world.two, world.full({ TT1: '4' }));
	const third = granted(await entry(world.three), 'entry');
	expect(third).toMatchObject({ state: 'differs', differs: ['TT1'] });
	expect(carries(third)).toBe(false);
	const before = granted(await differencesDesk(world.app, world.head, world.contestId), 'differences');
	expect(before.papers).toMatchObject([{ code, barred: 'still-blind', differences: [] }]);
	expect(carries(before)).toBe(false);
	await world.headIsDone();
	const after = granted(await differencesDesk(world.app, world.head, world.contestId), 'differences');
	expect(after.papers).toMatchObject([
		{ typists: [world.one.name, world.two.name], differences: [{ code: 'TT1', first: 350, second: 400 }], alike: 16 }
	]);
	const reason = 'Đã đối chiếu với phiếu gốc';
	granted(await world.settle(world.head, { TT1: 2 }, reason), 'settled');
	expect(granted(await entry(world.three), 'entry')).toMatchObject({
		state: 'confirmed',
		settled: { by: world.head.name, criteria: ['TT1'], reason },
		reopened: null
	});
	const listed = granted(await paperDesk(world.app, world.three, world.contestId), 'desk');
	expect(listed.confirmed).toMatchObject([{ code, settledBy: world.head.name }]);
	// Opened again it is told from a first marking.
	const { app, contestId, turnId, head } = world;
	const judgeId = granted(await entry(world.three), 'entry').judgeId;
	granted(await reopenSigned(app, head, { contestId, turnId, judgeId, reason }), 'opened');
	expect(granted(await entry(world.three), 'entry')).toMatchObject({
		state: 'screen',
		settled: null,
		reopened: { by: head.name, reason }
	});
});

test('the judge sees which paper, who typed it, and their own draft as it was; and in the end where the marks come from', async () => {
	await world.save(world.member, 0, { TT2: '7' });
	await world.toPaper(world.member, 1);
	await world.type(world.one, world.full(canary));
	const desk = granted(await judgeDesk(world.app, world.member, world.contestId, world.turnId), 'desk');
	expect(desk.turns[0]).toMatchObject({ sheet: 'paper' });
	expect(desk.sheet).toMatchObject({ marks: { TT2: 700 }, paper: { code, typists: [world.one.name] } });
	await world.type(world.two, world.full(canary));
	const locked = granted(await judgeDesk(world.app, world.member, world.contestId, world.turnId), 'desk');
	expect(locked.turns[0]).toMatchObject({ sheet: 'locked' });
	expect(locked.sheet).toMatchObject({ marks: { TT1: 350 }, paper: { typists: [world.one.name, world.two.name] } });
});

test("a private remark stays the judge's on the way to paper and back, and is nothing that can be typed from paper", async () => {
	const { app, contestId, turnId, member, head, one, two, full } = world;
	const comments = { private: sentence };
	const saved = await saveScoresheet(app, member, { contestId, turnId, version: 0, marks: {}, comments });
	expect(isRefusal(saved)).toBe(false);
	const own = async () => granted(await judgeDesk(app, member, contestId, turnId), 'desk').sheet?.comments;
	await world.toPaper(member, 1);
	expect(await own()).toEqual(comments);
	expect(await world.type(one, full(), { comments })).toMatchObject({ refused: 'input/not-valid' });
	await world.type(one);
	await world.toScreen(member);
	expect(await own()).toEqual(comments);
	await world.toPaper(member, granted(await judgeDesk(app, member, contestId, turnId), 'desk').sheet?.version ?? 0);
	await world.type(one);
	await world.type(two);
	expect(await own()).toEqual(comments);
	await world.headIsDone();
	const others = [
		await entry(one),
		await differencesDesk(app, head, contestId),
		await readEvents(app.database.drizzle, contestId)
	];
	expect(JSON.stringify([...others, await world.sheets(), await world.papers()])).not.toContain(sentence);
});

test('lists and pages of paper are for those who may', async () => {
	for (const seat of [world.organiser, world.member, world.head])
		expect(await paperDesk(world.app, seat, world.contestId)).toMatchObject({ refused: 'access/not-allowed' });
	expect(await entry(world.organiser)).toMatchObject({ refused: 'access/not-allowed' });
	for (const seat of [world.organiser, world.member, world.one])
		expect(await differencesDesk(world.app, seat, world.contestId)).toMatchObject({ refused: 'access/not-allowed' });
	const unknown = await paperEntry(world.app, world.one, world.contestId, '000-000');
	expect(unknown).toMatchObject({ refused: 'paper/code-unknown', details: { code: '000-000' } });
});

test('what waits for this person stands above what waits for others', async () => {
	const [first, , third] = world.judges;
	await world.type(world.one, world.full(), { judgeId: first!.id });
	await world.type(world.two, world.full(), { judgeId: third!.id });
	const desk = granted(await paperDesk(world.app, world.one, world.contestId), 'desk');
	expect(desk.waiting.map(({ judge, isTypedByMe }) => [judge.code, isTypedByMe])).toEqual([
		['GK03', false],
		['GK01', true]
	]);
});

test('a blank sheet is printed under the code its entry is found by; a locked one says that it comes from paper', async () => {
	const wish = { judge: 'GK02', contestant: 'TS01' };
	const printed = async (fill: 'blank' | 'locked') =>
		granted(await scoreSheetPapers(world.app, world.organiser, world.contestId, { ...wish, fill }), 'papers').sheets;
	expect(await printed('blank')).toMatchObject([{ code, origin: null }]);
	await world.type(world.one);
	await world.type(world.two);
	const [locked] = await printed('locked');
	expect(locked).toMatchObject({ code, origin: 'paper', reopened: null });
	expect(isRefusal(await entry(world.three))).toBe(false);
});

test('a sheet on paper is said to be missing on paper, to who waits for sheets and to who locks the session', async () => {
	for (const command of ['step-on-stage', 'start', 'end'])
		granted(
			await runTurn(world.app, world.organiser, {
				...{ contestId: world.contestId, turnId: world.turnId },
				command: { do: command }
			}),
			command
		);
	await world.type(world.one, world.full(canary));
	const onPaper = { judge: 'GK02', numbers: ['TS01'], papers: ['TS01'] };
	const others = ['GK01', 'GK03'].map((judge) => ({ judge, numbers: ['TS01'], papers: [] }));
	const matrix = granted(await markingMatrix(world.app, world.secretary, world.contestId), 'matrix');
	expect(matrix.missing).toMatchObject([others[0], onPaper, others[1]]);
	const { sessions } = granted(await minutesDesk(world.app, world.head, world.contestId), 'minutes');
	expect(sessions[0]!.missing).toEqual([others[0], onPaper, others[1]]);
	await world.type(world.two, world.full(canary));
	const typed = granted(await minutesDesk(world.app, world.head, world.contestId), 'minutes');
	expect(typed.sessions[0]!.missing).toEqual(others);
});
