// Makes a registration a contestant with the next number (R266); it must not know why.
import { nextNumber } from '../../../contest/registration/next-number.ts';
import { splitName } from '../../../formats/vietnamese-text.ts';
import { insertContestant, readContestants, type ContestantPlace } from '../../stores/people.ts';
import type { Queryable } from '../../stores/queryable.ts';
import type { RegistrationRow } from '../../stores/registrations.ts';

/** Only under the contest's lock. */
export async function enterContestant(
	db: Queryable,
	row: RegistrationRow,
	place: Partial<ContestantPlace>
): Promise<{ id: string; number: string }> {
	const number = nextNumber((await readContestants(db, row.contestId)).map((each) => each.number));
	const { family, middle, given } = splitName(row.fullName);
	const { contestId, unitId, fullName, gender, birthDate, position, phone, email, category, route } = row;
	const facts = { contestId, unitId, fullName, gender, birthDate, position, phone, email, category, route };
	const names = { familyName: family, middleName: middle, givenName: given };
	return { id: await insertContestant(db, { ...facts, ...names, number, ...place }), number };
}
