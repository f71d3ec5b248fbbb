// Whether what came out of a drawing of lots was in it; it must not draw.
import type { Draw } from '../../contest/record/draw.ts';
import type { FileProblem } from '../json-document/file-problem.ts';
import { directory, reference, type Directories } from './directory.ts';
import { repetitions } from '../json-document/repetition.ts';

export function checkDraws(draws: Draw[], { sessions }: Directories): FileProblem[] {
	return draws.flatMap(({ session, items, tickets, result }, at) => {
		const path = `draws[${at}]`;
		const drawn = directory('mục', 'thing drawn', `${path}.items`, items, ({ id }) => id);
		const pile = directory('phiếu thăm', 'ticket', `${path}.tickets`, tickets, (ticket) => ticket);
		return [
			...reference(sessions, session, `${path}.session`),
			...repetitions(
				items,
				({ id }) => [id],
				(index) => `${path}.items[${index}].id`
			),
			...result.flatMap(({ id, ticket }, index) => [
				...reference(drawn, id, `${path}.result[${index}].id`),
				...reference(pile, ticket, `${path}.result[${index}].ticket`)
			])
		];
	});
}
