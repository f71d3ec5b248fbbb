// The letterhead of a contest: who writes it, what is kept of it, and that a contest without one has papers all the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLetterhead, type Letterhead } from '../../src/lib/contest/paper/letterhead.ts';
import { verifyChain } from '../../src/lib/contest/event-chain.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { writeLetterhead } from '../../src/lib/server/usecases/write-letterhead.ts';
import { contestLetterhead } from '../../src/lib/server/views/contest-letterhead.ts';
import { ok, outsiders, setupWorld, withRoles, type World } from './setup-world.ts';

let world: World;
let contestId: string;
let organiser: StaffSeat;
beforeAll(async () => {
	world = await setupWorld();
	({ contestId, organiser } = await world.contest());
});
afterAll(() => world.close());

const own: Letterhead = {
	...firstLetterhead({ organiser: 'Đảng ủy Khối' }, 'vi'),
	form: 'nha-nuoc',
	place: 'Quảng Ninh',
	numbers: { QĐ: { number: '12', day: '2026-12-02' } }
};
const write = (seat: Parameters<typeof writeLetterhead>[1], letterhead: object = own) =>
	writeLetterhead(world.app, seat, { contestId, letterhead });
const read = async (seat: StaffSeat) => ok(await contestLetterhead(world.app, seat, contestId, 'vi'));

test('R302: until one is written, the committee of the organiser issues the papers of the Party', async () => {
	expect(await read(organiser)).toEqual({
		letterhead: firstLetterhead({ organiser: 'Đảng ủy Khối' }, 'vi'),
		mayEdit: true
	});
});

test('organisers and secretaries write it, and the log tells of it; a head judge only reads it', async () => {
	const secretary = withRoles(world.founder, contestId, ['secretary']);
	const head = withRoles(world.founder, contestId, ['head_judge']);
	ok(await write(organiser));
	ok(await write(secretary, { ...own, place: '  Hạ   Long\u202e ', recipients: ['Như trên', ' ', 'Lưu: VT'] }));
	expect(await read(head)).toMatchObject({
		letterhead: { form: 'nha-nuoc', place: 'Hạ Long', recipients: ['Như trên', 'Lưu: VT'] },
		mayEdit: false
	});
	const lines = await readEvents(world.app.database.drizzle, contestId);
	expect(lines.filter(({ kind }) => kind === 'letterhead-written')).toHaveLength(2);
	expect(verifyChain(lines)).toMatchObject({ ok: true });
});

test('nobody else writes or reads it', async () => {
	for (const [who, seat] of Object.entries(outsiders(world.founder, contestId))) {
		expect([who, await write(seat)]).toMatchObject([who, { refused: expect.stringMatching(/^access\//) }]);
		const seen = await contestLetterhead(world.app, seat, contestId, 'vi');
		expect([who, 'refused' in seen]).toEqual([who, who !== 'headJudge']);
	}
});

test('what does not fit is refused by its field', async () => {
	const wrong = [
		['form', { ...own, form: 'khac' }],
		['title', { ...own, committee: { ...own.committee, title: ' ' } }],
		['day', { ...own, numbers: { QĐ: { number: '1', day: '02/12/2026' } } }],
		['place', { ...own, place: 'x'.repeat(81) }]
	] as const;
	for (const [field, letterhead] of wrong)
		expect(await write(organiser, letterhead)).toMatchObject({ refused: 'input/not-valid', field });
});
