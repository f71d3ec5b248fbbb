// A line of the server's log for a file that was refused: of which contest, by whom, for what, what kind and why. Never what is in it, nor its name, which often names a person.
import type { ContestId } from '../../contest/ids.ts';
import type { App } from '../app.ts';
import { rolesOf } from '../permissions.ts';
import type { Seat } from '../seat.ts';

export interface RefusedFile {
	contestId: ContestId;
	/** What it was handed in for, such as `entry`. */
	for: string;
	name: string;
	/** As announced. */
	size: number;
	/** Code of the refusal or of the problem. */
	why: string;
}

export function noteRefusedFile(app: App, seat: Seat, { contestId, name, ...file }: RefusedFile): void {
	const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	const by = { role: rolesOf(seat, contestId)[0] ?? 'none', id: idOf(seat) };
	app.log.warn(
		{ contest: contestId, by, file: { for: file.for, ending, bytes: file.size }, why: file.why },
		'a file was refused'
	);
}

function idOf(seat: Seat): string {
	switch (seat.kind) {
		case 'staff':
			return seat.accountId;
		case 'contact':
			return seat.contactId;
		default:
			return seat.kind;
	}
}
