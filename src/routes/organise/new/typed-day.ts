// A day as people in Vietnam type it; it must not know what happens on it.

/** dd/mm/yyyy, also with dots, dashes or blanks, or as eight figures → yyyy-mm-dd; null for everything that is no day of this century. */
export function readTypedDay(text: string): string | null {
	const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](20\d\d)$|^(\d\d)(\d\d)(20\d\d)$/.exec(text.trim());
	if (!match) return null;
	const [day = '', month = '', year = ''] = match.slice(1).filter((each) => each !== undefined);
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const at = new Date(`${iso}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** yyyy-mm-dd → dd/mm/yyyy. */
export function writeDay(iso: string): string {
	return iso.split('-').reverse().join('/');
}
