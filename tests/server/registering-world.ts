// A contest whose two units register by link: their contacts' seats, and what a contact types. It must not know what is tested.
import type { Seat, StaffSeat } from '../../src/lib/server/seat.ts';
import { seatOf } from '../../src/lib/server/sessions.ts';
import { issueContactLinks } from '../../src/lib/server/usecases/issue-contact-links.ts';
import { saveRegistration } from '../../src/lib/server/usecases/save-registration.ts';
import { sendRegistration } from '../../src/lib/server/usecases/send-registration.ts';
import { setRegistrationTerms } from '../../src/lib/server/usecases/set-registration-terms.ts';
import { useContactLink } from '../../src/lib/server/usecases/use-contact-link.ts';
import { ownUnit } from '../../src/lib/server/views/own-unit.ts';
import { ok, type World } from './setup-world.ts';

export interface Registering {
	contestId: string;
	organiser: StaffSeat;
	/** Of DV01, which may enter one. */
	contact: Seat;
	/** Of DV02, which has no quota. */
	other: Seat;
	/** A whole person as the form has it. */
	typed(given?: Record<string, unknown>): Promise<Record<string, unknown>>;
	/** Saves and sends; the registration as it is from then on. */
	sent(seat?: Seat, given?: Record<string, unknown>): Promise<{ id: string; version: number }>;
}

/** 24/11/2026 8:00 in Vietnam; registration closes on the day after at 17:00. */
export async function registering(world: World): Promise<Registering> {
	const { app, fresh } = world;
	world.setNow(Date.UTC(2026, 10, 24, 1));
	const { contestId, organiser } = await world.contest();
	await fresh.sql`insert into unit ${fresh.sql([
		{ contest_id: contestId, code: 'DV01', name: 'Chi bộ Một', quota: 1 },
		{ contest_id: contestId, code: 'DV02', name: 'Chi bộ Hai', quota: null }
	])}`;
	const question = { id: '', kind: 'yes-no', text: 'Đã từng dự thi?', choices: [], isRequired: true };
	const asked = { contestId, opensAt: '', closesAt: '25/11/2026 17:00', reserves: 1, questions: [question], seen: 0 };
	ok(await setRegistrationTerms(app, organiser, asked));
	const links = ok(await issueContactLinks(app, organiser, { contestId, units: 'missing' })).result;
	const enter = async (code: string) => {
		const link = links.find(({ unit }) => unit.code === code)?.link;
		return seatOf(app, ok(await useContactLink(app, { link, address: '10.0.0.1' })).secret);
	};
	const [contact, other] = [await enter('DV01'), await enter('DV02')];
	const typed = async (given: Record<string, unknown> = {}) => {
		const [first] = ok(await ownUnit(app, contact)).questions;
		return {
			fullName: 'Nguyễn Văn An',
			gender: 'Nam',
			birthDate: '3/2/1990',
			position: 'Bí thư chi bộ',
			phone: '0912345678',
			email: '',
			category: '',
			route: 'direct',
			isReserve: false,
			answers: { [first?.id ?? '']: 'no' },
			...given
		};
	};
	return {
		contestId,
		organiser,
		contact,
		other,
		typed,
		async sent(seat = contact, given = {}) {
			const { id, version } = ok(await saveRegistration(app, seat, await typed(given))).result;
			ok(await sendRegistration(app, seat, { id, version }));
			return { id, version: version + 1 };
		}
	};
}
