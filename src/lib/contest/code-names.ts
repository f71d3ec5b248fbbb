// Code names of contestants (mật danh): how they are drawn, when two are the same, and where they stand for number and place (R322, R323). It must not know files.
import { compareContestantNumbers } from './contestant-number.ts';
import { drawOrder } from './lots.ts';

/**
 * R322: `MS-01`, `MS-02` … in an order drawn with a seed that nobody is told, for those who have none; what is taken is passed over. All are
 * written with as many figures as the last one needs, two at least.
 */
export function drawCodeNames(seed: string, numbers: readonly string[], taken: readonly string[]): Map<string, string> {
	const known = new Set(taken.map(codeNameKey));
	const width = Math.max(2, String(numbers.length + taken.length).length);
	const free: string[] = [];
	for (let at = 1; free.length < numbers.length; at++) {
		const codeName = `MS-${String(at).padStart(width, '0')}`;
		if (!known.has(codeNameKey(codeName))) free.push(codeName);
	}
	const order = drawOrder(
		seed,
		numbers.map((id) => ({ id }))
	);
	return new Map(order.map((number, at) => [number, free[at] ?? '']));
}

/** R322: two code names are the same whatever the case. */
export function codeNameKey(codeName: string): string {
	return codeName.normalize('NFC').toUpperCase();
}

/** R325: of who has none the number is left. */
export function underCodeName<Person extends { number: string; name: string; unit: string }>(
	person: Person,
	codeNames: ReadonlyMap<string, string>
): Person {
	return { ...person, number: codeNames.get(person.number) ?? person.number, name: '', unit: '' };
}

interface Place {
	id: string;
	position: number;
	number: string;
	codeName: string | null;
	isHidden: boolean;
}

/**
 * R323: whoever is hidden and has a code name stands under it. The places of all who are hidden are given out anew in the order of what is shown, since
 * the running order is public and would tell who it is.
 */
export function hiddenPlaces(turns: readonly Place[]): Map<string, { position: number; number: string }> {
	const hidden = turns.filter(({ isHidden, codeName }) => isHidden && codeName !== null);
	const positions = hidden.map(({ position }) => position).sort((a, b) => a - b);
	const named = hidden
		.map(({ id, codeName }) => ({ id, number: codeName ?? '' }))
		.sort((a, b) => compareContestantNumbers(a.number, b.number))
		.map(({ id, number }, at): [string, { position: number; number: string }] => [
			id,
			{ number, position: positions[at] ?? 0 }
		]);
	return new Map(named);
}
