// R260–R269 on a real database: a unit's contact registers by link, is returned, corrects and is approved; what organisers see of it.
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isRefusal, type Refusal } from '../../src/lib/contest/refusal.ts';
import type { Seat, StaffSeat } from '../../src/lib/server/seat.ts';
import { seatOf } from '../../src/lib/server/sessions.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { approveRegistration } from '../../src/lib/server/usecases/approve-registration.ts';
import { attachToRegistration } from '../../src/lib/server/usecases/attach-to-registration.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { issueContactLinks, voidContactLink } from '../../src/lib/server/usecases/issue-contact-links.ts';
import { letReserveStepIn } from '../../src/lib/server/usecases/let-reserve-step-in.ts';
import { returnRegistration } from '../../src/lib/server/usecases/return-registration.ts';
import { saveRegistration } from '../../src/lib/server/usecases/save-registration.ts';
import { sendRegistration } from '../../src/lib/server/usecases/send-registration.ts';
import { setUnitTerms } from '../../src/lib/server/usecases/set-unit-terms.ts';
import { setRegistrationTerms } from '../../src/lib/server/usecases/set-registration-terms.ts';
import { useContactLink } from '../../src/lib/server/usecases/use-contact-link.ts';
import { withdrawRegistration } from '../../src/lib/server/usecases/withdraw-registration.ts';
import { ownUnit } from '../../src/lib/server/views/own-unit.ts';
import { registrationDesk } from '../../src/lib/server/views/registration-desk.ts';
import { registrationFile } from '../../src/lib/server/views/registration-file.ts';
import { setupPeople } from '../../src/lib/server/views/setup-people.ts';
import { registering, type Registering } from './registering-world.ts';
import { ok, outsiders, setupWorld, type World } from './setup-world.ts';

let world: World;
let contestId: string;
let organiser: StaffSeat;
let contact: Seat;
let other: Seat;
let typed: Registering['typed'];
let sent: Registering['sent'];

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
	({ contestId, organiser, contact, other, typed, sent } = await registering(world));
});

const page = async (seat = contact) => ok(await ownUnit(world.app, seat));
const desk = async () => ok(await registrationDesk(world.app, organiser, contestId));
const code = (result: unknown) => (isRefusal(result) ? result.refused : 'done');

const approve = async (seen: { id: string; version: number }, as: unknown = 'new') =>
	approveRegistration(world.app, organiser, { contestId, ...seen, as });

test('R262 a contact registers, is returned, corrects and is approved; every act is in the log', async () => {
	const { id, version } = await sent();
	const reason = 'Thiếu tên chi bộ trong chức vụ';
	ok(await returnRegistration(world.app, organiser, { contestId, id, version, reason }));
	const [returned] = (await page()).registrations;
	expect(returned).toMatchObject({ state: 'returned', returnedReason: reason, can: { change: true } });
	const seen = { id, version: returned?.version ?? 0 };
	const again = ok(await saveRegistration(world.app, contact, await typed({ seen, position: 'Bí thư Chi bộ Một' })));
	ok(await sendRegistration(world.app, contact, again.result));
	const [queued] = (await desk()).queue;
	expect(queued).toMatchObject({ position: 'Bí thư Chi bộ Một', wasReturned: true, unit: 'Chi bộ Một' });
	expect(ok(await approve({ id, version: queued?.version ?? 0 })).result.number).toBe('TS01');
	const [row] = await world.fresh
		.sql`select number, family_name, given_name, birth_date::text from contestant where contest_id = ${contestId}`;
	expect(row).toMatchObject({ number: 'TS01', family_name: 'Nguyễn', given_name: 'An', birth_date: '1990-02-03' });
	const { registrations, taken } = await page();
	expect(registrations[0]).toMatchObject({ number: 'TS01', can: { change: false, withdraw: false } });
	expect(taken).toEqual({ waiting: 0, expected: 1, reserves: 0 });
	const kinds = (await readEvents(world.app.database.drizzle, contestId)).map(({ kind }) => kind);
	expect(kinds.slice(-6)).toEqual(
		['begun', 'sent', 'returned', 'changed', 'sent', 'approved'].map((act) => `registration-${act}`)
	);
});

test('R260 R261 R263 R264 what is missing, has no place or no time is kept and not sent', async () => {
	const bare = await typed({ birthDate: '', answers: {} });
	const { id, version } = ok(await saveRegistration(world.app, contact, bare)).result;
	const send = async () => code(await sendRegistration(world.app, contact, { id, version }));
	expect(await send()).toBe('registration/incomplete');
	await sent(contact, { fullName: 'Trần Thị Bình' });
	const second = ok(await saveRegistration(world.app, contact, await typed())).result;
	expect(await sendRegistration(world.app, contact, second)).toMatchObject({ refused: 'registration/no-place' });
	const wrong = await typed({ birthDate: '31/02/1990' });
	expect(await saveRegistration(world.app, contact, wrong)).toMatchObject({
		refused: 'input/not-valid',
		field: 'birthDate'
	});
	world.setNow(Date.UTC(2026, 10, 25, 10));
	expect(await send()).toBe('registration/not-open');
	expect(code(await saveRegistration(world.app, contact, await typed()))).toBe('registration/not-open');
	expect((await page()).window).toBe('closed');
	world.setNow(Date.UTC(2026, 10, 25, 9, 59, 59));
	const gone = {
		contestId,
		unit: 'DV01',
		quota: '5',
		validFrom: '',
		validUntil: '30/11/2026'
	};
	ok(await setUnitTerms(world.app, organiser, gone));
	expect(code(await saveRegistration(world.app, contact, await typed()))).toBe('registration/not-open');
	expect((await desk()).units[0]).toMatchObject({ exists: false, isMissing: false, validUntil: '30/11/2026' });
});

test('R268 a device that has not seen the newest version writes nothing over it', async () => {
	const { id, version } = ok(await saveRegistration(world.app, contact, await typed())).result;
	const seen = { id, version };
	ok(await saveRegistration(world.app, contact, await typed({ seen, position: 'Phó Bí thư' })));
	const late = await saveRegistration(world.app, contact, await typed({ seen }));
	expect([code(late), code(await sendRegistration(world.app, contact, seen))]).toEqual(
		Array(2).fill('registration/changed-elsewhere')
	);
	expect((await page()).registrations[0]?.position).toBe('Phó Bí thư');
	expect(code(await withdrawRegistration(world.app, contact, { id, version: 2 }))).toBe('done');
});

test('R265 who is entered already is merged, or approved as somebody else', async () => {
	expect(ok(await approve(await sent())).result.number).toBe('TS01');
	const twin = await sent(other, { fullName: 'NGUYỄN VĂN  ÁN', email: 'an@chibo.vn' });
	expect((await desk()).queue[0]?.same).toEqual([{ number: 'TS01', name: 'Nguyễn Văn An', unit: 'Chi bộ Một' }]);
	expect(await approve(twin)).toMatchObject({ refused: 'registration/known-already' });
	ok(await approve(twin, { number: 'TS01' }));
	const rows = await world.fresh.sql`select number, email from contestant where contest_id = ${contestId}`;
	expect([...rows]).toEqual([{ number: 'TS01', email: 'an@chibo.vn' }]);
	expect(ok(await approve(await sent(other), 'somebody-else')).result.number).toBe('TS02');
});

test('R267 a reserve member steps in for one of the unit who has withdrawn, once', async () => {
	ok(await approve(await sent()));
	const reserve = await sent(contact, { fullName: 'Lê Văn Dự', isReserve: true });
	expect(ok(await approve(reserve)).result.number).toBeNull();
	const seen = { id: reserve.id, version: reserve.version + 1 };
	const stepIn = () => letReserveStepIn(world.app, organiser, { contestId, ...seen, inPlaceOf: 'TS01' });
	expect(code(await stepIn())).toBe('registration/place-taken');
	const [row] = await world.fresh.sql`select id from contestant where contest_id = ${contestId}`;
	const gone = { contestId, contestantIds: [row?.id], as: 'withdrawn', reason: 'Bị ốm' };
	ok(await checkInContestant(world.app, organiser, gone));
	expect((await desk()).reserves[0]?.places).toEqual([{ number: 'TS01', name: 'Nguyễn Văn An' }]);
	expect(ok(await stepIn()).result).toEqual({ name: 'Lê Văn Dự', number: 'TS02' });
	expect(code(await stepIn())).toBe('registration/changed-elsewhere');
	expect((await desk()).reserves).toEqual([]);
});

test('R269 a unit is covered once it has sent somebody', async () => {
	const covered = async () => ok(await setupPeople(world.app, organiser, contestId)).coverage.covered;
	const { id, version } = ok(await saveRegistration(world.app, contact, await typed())).result;
	expect([await covered(), (await desk()).coverage]).toEqual([0, { covered: 0, missing: 2 }]);
	ok(await sendRegistration(world.app, contact, { id, version }));
	expect([await covered(), (await desk()).coverage]).toEqual([1, { covered: 1, missing: 1 }]);
});

test('T-21 a contact sees the own unit alone, and nobody else acts as one; a link that is renewed or void lets nobody stay', async () => {
	const mine = await sent();
	expect((await page(other)).registrations).toEqual([]);
	const acts = async (seat: Seat): Promise<(unknown | Refusal)[]> => [
		await saveRegistration(world.app, seat, { ...(await typed()), seen: mine }),
		await sendRegistration(world.app, seat, mine),
		await withdrawRegistration(world.app, seat, mine)
	];
	expect((await acts(other)).map(code)).toEqual(Array(3).fill('input/not-found'));
	for (const seat of [organiser, ...Object.values(outsiders(world.founder, contestId))])
		expect([...(await acts(seat)), await ownUnit(world.app, seat)].every(isRefusal)).toBe(true);
	for (const seat of [contact, ...Object.values(outsiders(world.founder, contestId))]) {
		const wish = { contestId, ...mine };
		const settling = [
			await approveRegistration(world.app, seat, { ...wish, as: 'new' }),
			await returnRegistration(world.app, seat, { ...wish, reason: 'vì thiếu' }),
			await issueContactLinks(world.app, seat, { contestId, units: 'missing' }),
			await registrationDesk(world.app, seat, contestId)
		];
		expect(settling.every(isRefusal)).toBe(true);
	}
	const [made] = ok(await issueContactLinks(world.app, organiser, { contestId, units: ['DV01'] })).result;
	const secret = ok(await useContactLink(world.app, { link: made?.link, address: '10.0.0.1' })).secret;
	expect(await seatOf(world.app, secret)).toMatchObject({ kind: 'contact', contestId, name: 'Chi bộ Một' });
	const [own] = (await desk()).units[0]!.contacts;
	ok(await voidContactLink(world.app, organiser, { contestId, contact: own?.id }));
	expect(await seatOf(world.app, secret)).toEqual({ kind: 'anonymous' });
	expect(code(await useContactLink(world.app, { link: made?.link, address: '10.0.0.1' }))).toBe(
		'access/link-not-valid'
	);
	const stored = await world.fresh
		.sql`select to_jsonb(c)::text as row from contact c union all select payload::text from contest_event`;
	expect(stored.some(({ row }) => String(row).includes(made?.link ?? '?'))).toBe(false);
});

test('R263 a photo that is asked for is drawn anew, missing until it is there, and seen by the own unit and the organisers alone', async () => {
	const asked = { contestId, opensAt: '', closesAt: '', reserves: 0, questions: [], wantsPhoto: true, seen: 1 };
	ok(await setRegistrationTerms(world.app, organiser, asked));
	const { id } = ok(await saveRegistration(world.app, contact, await typed())).result;
	expect(code(await sendRegistration(world.app, contact, { id, version: 1 }))).toBe('registration/incomplete');
	const picture = await sharp({ create: { width: 1_600, height: 2_000, channels: 3, background: '#a51c22' } })
		.withExif({ IFD0: { Copyright: 'nobody shall read this' } })
		.jpeg()
		.toBuffer();
	const attach = (bytes: Uint8Array<ArrayBuffer>, seat = contact) =>
		attachToRegistration(
			world.app,
			seat,
			{ id, version: 1, what: 'photo' },
			{ name: 'ảnh.jpg', size: bytes.length, stream: new Blob([bytes]).stream() }
		);
	expect(code(await attach(new TextEncoder().encode('<svg onload="x()"/>')))).toMatch(/^file\//);
	expect(code(await attach(new Uint8Array(picture), other))).toBe('input/not-found');
	expect(code(await attach(new Uint8Array(picture), organiser))).toBe('access/not-allowed');
	ok(await attach(new Uint8Array(picture)));
	expect((await page()).registrations[0]).toMatchObject({ version: 2, missing: [], has: { photo: true } });
	ok(await sendRegistration(world.app, contact, { id, version: 2 }));
	const see = (seat: Seat) => registrationFile(world.app, seat, { contestId, id, what: 'photo' });
	for (const seat of [contact, organiser]) {
		const { body, headers } = ok(await see(seat));
		const kept = Buffer.from(await new Response(body).arrayBuffer());
		expect(headers['content-type']).toBe('image/jpeg');
		expect([(await sharp(kept).metadata()).height, kept.includes('nobody shall read this')]).toEqual([1_200, false]);
	}
	for (const seat of [other, ...Object.values(outsiders(world.founder, contestId))])
		expect(isRefusal(await see(seat))).toBe(true);
});
