// A unit that has begun to register, for whoever wants to look at it; it must not know who looks.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { seatOf } from '../../src/lib/server/sessions.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { issueContactLinks } from '../../src/lib/server/usecases/issue-contact-links.ts';
import { returnRegistration } from '../../src/lib/server/usecases/return-registration.ts';
import { saveRegistration } from '../../src/lib/server/usecases/save-registration.ts';
import { sendRegistration } from '../../src/lib/server/usecases/send-registration.ts';
import { setRegistrationTerms } from '../../src/lib/server/usecases/set-registration-terms.ts';
import { useContactLink } from '../../src/lib/server/usecases/use-contact-link.ts';
import type { BuiltContest, House } from './fixtures.ts';

const person = {
	fullName: 'Trương Thị Hoài Thương',
	gender: 'Nữ',
	birthDate: '03/02/1990',
	position: 'Phó Bí thư Chi bộ, Trưởng phòng Tổ chức – Hành chính',
	phone: '0912 345 678',
	email: '',
	category: '',
	route: 'direct',
	isReserve: false,
	answers: {}
};

/** One person was returned, one waits, one is not whole yet. Returns the unit's link. */
export async function beginRegistration(house: House, contest: BuiltContest, unit: string): Promise<string> {
	const { app } = house;
	const [contestId, by] = [contest.id, contest.organiser];
	const [category] = (await readContest(app.database.drizzle, contestId))?.rules.categories ?? [];
	const question = { id: '', kind: 'choice', text: 'Cỡ áo', choices: ['S', 'M', 'L'], isRequired: false };
	const terms = { contestId, opensAt: '', closesAt: '31/12/2099 17:00', reserves: 1, questions: [question], seen: 0 };
	granted(await setRegistrationTerms(app, by, terms), 'terms');
	const [made] = granted(await issueContactLinks(app, by, { contestId, units: [unit] }), 'link').result;
	const link = made?.link ?? '';
	const seat = await seatOf(app, granted(await useContactLink(app, { link, address: '' }), 'enter').secret);
	const whole = { ...person, category: category?.code ?? '' };
	const send = async (given: object) => {
		const { id } = granted(await saveRegistration(app, seat, given), 'save').result;
		granted(await sendRegistration(app, seat, { id, version: 1 }), 'send');
		return { contestId, id, version: 2 };
	};
	const returned = await send(whole);
	const reason = 'Đề nghị ghi rõ tên chi bộ trong phần chức vụ';
	granted(await returnRegistration(app, by, { ...returned, reason }), 'return');
	await send({ ...whole, fullName: 'Nguyễn Văn Hùng', isReserve: true });
	granted(await saveRegistration(app, seat, { ...person, fullName: 'Lê Minh', birthDate: '', phone: '' }), 'draft');
	return link;
}
