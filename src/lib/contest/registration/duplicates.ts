// Who seems to be entered twice, whatever the unit (R265); it must not know how names are folded.

export interface KnownPerson {
	/** Folded: without marks and case. */
	nameKey: string;
	/** yyyy-mm-dd; null when it is not known. */
	birthDate: string | null;
	unit: string;
}

/** R265: the same name and birthday anywhere, or the same name in one unit where one of the birthdays is not known. */
export function sameAs<Person extends KnownPerson>(one: KnownPerson, others: readonly Person[]): Person[] {
	return others.filter((other) => {
		if (other.nameKey !== one.nameKey) return false;
		if (one.birthDate !== null && other.birthDate !== null) return one.birthDate === other.birthDate;
		return one.unit === other.unit;
	});
}
