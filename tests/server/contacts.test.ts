// Several contacts of one unit on a real database (R324).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seatOf } from '../../src/lib/server/sessions.ts';
import {
	issueContactLinks,
	removeContact,
	voidContactLink
} from '../../src/lib/server/usecases/issue-contact-links.ts';
import { saveRegistration } from '../../src/lib/server/usecases/save-registration.ts';
import { saveUnitContact } from '../../src/lib/server/usecases/save-unit-contact.ts';
import { useContactLink } from '../../src/lib/server/usecases/use-contact-link.ts';
import { ownUnit } from '../../src/lib/server/views/own-unit.ts';
import { registrationDesk } from '../../src/lib/server/views/registration-desk.ts';
import { registering } from './registering-world.ts';
import { ok, setupWorld, type World } from './setup-world.ts';

let world: World;
beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());

test('R324 a unit has several contacts: each comes in by a link of their own, is named by what they do, and goes without the others', async () => {
	const { contestId, organiser, contact, typed } = await registering(world);
	const person = { contestId, unit: 'DV01', contact: '', phone: '0912345678', email: '' };
	for (const name of ['Chị Hoa', 'Anh Minh']) ok(await saveUnitContact(world.app, organiser, { ...person, name }));
	const contacts = async () => ok(await registrationDesk(world.app, organiser, contestId)).units[0]!.contacts;
	const [first, hoa, minh] = await contacts();
	expect([first?.name, hoa?.name, minh?.name]).toEqual(['', 'Chị Hoa', 'Anh Minh']);
	const enter = async (id: string | undefined) => {
		const [made] = ok(await issueContactLinks(world.app, organiser, { contestId, contact: id })).result;
		return ok(await useContactLink(world.app, { link: made?.link, address: '10.0.0.1' })).secret;
	};
	const [asHoa, asMinh] = [await enter(hoa?.id), await enter(minh?.id)];
	const seat = await seatOf(world.app, asHoa);
	ok(await saveRegistration(world.app, seat, await typed()));
	const [line] = await world.fresh.sql`select actor from contest_event where kind = 'registration-begun'
		and contest_id = ${contestId}`;
	expect(line?.actor).toMatchObject({ id: hoa?.id, name: 'Chị Hoa' });
	ok(await removeContact(world.app, organiser, { contestId, contact: hoa?.id }));
	expect((await seatOf(world.app, asHoa)).kind).toBe('anonymous');
	expect(await seatOf(world.app, asMinh)).toMatchObject({ kind: 'contact', name: 'Anh Minh' });
	expect(ok(await ownUnit(world.app, contact)).registrations).toHaveLength(1);
	await enter(minh?.id);
	expect((await seatOf(world.app, asMinh)).kind).toBe('anonymous');
	expect((await contacts()).map(({ name }) => name)).toEqual(['', 'Anh Minh']);
	for (const id of [hoa?.id, contestId]) {
		const asked = { contestId, contact: id };
		expect(await issueContactLinks(world.app, organiser, asked)).toMatchObject({ refused: 'input/not-found' });
		expect(await voidContactLink(world.app, organiser, asked)).toMatchObject({ refused: 'input/not-found' });
	}
	expect(await saveUnitContact(world.app, organiser, { ...person, name: ' ' })).toMatchObject({
		refused: 'input/not-valid'
	});
});
