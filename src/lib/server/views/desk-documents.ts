// What contestants have handed in, as a judge's desk shows it beside the sheet: without names of people, and how far the outlines are marked. It must not know marks.
import { isNameHidden, neutralName } from '../../contest/entries/entry.ts';
import { isPicture, type FileKind } from '../../contest/entries/file-kind.ts';
import type { ContestId, PartCode } from '../../contest/ids.ts';
import type { JudgedPart } from '../../contest/rules/parts.ts';
import type { Stage } from '../../contest/rules/rules.ts';
import {
	countingVersions,
	placeKey,
	readChoices,
	readRequests,
	readVersions,
	type RequestRow,
	type VersionRecord
} from '../stores/entries.ts';
import type { Queryable } from '../stores/queryable.ts';
import type { TurnRecord } from '../stores/turns.ts';

export interface DeskDocument {
	/** Of the version that counts. */
	id: string;
	title: string;
	/** Number and title, never what its owner called it. */
	name: string;
	size: number;
	isLate: boolean;
	/** How a browser can show it; `made-pdf` once a PDF was made of it (`?as=pdf`), `none` is saved and opened by another program. */
	shownAs: 'pdf' | 'made-pdf' | 'picture' | 'none';
}

/** Outlines and written papers of this judge in this stage, of which something is handed in beforehand. */
export interface DeskQueue {
	marked: number;
	of: number;
	/** ms since the epoch; null where the organisers named none. */
	markBy: number | null;
}

export interface EntriesOfStage {
	isNameHidden(turn: TurnRecord): boolean;
	/** Under the number as the judge is shown it. */
	documentsOf(turn: TurnRecord, parts: readonly JudgedPart[], number: string): DeskDocument[];
	/** Codes of the parts that are marked ahead from what was handed in. */
	markedAhead: PartCode[];
	markBy: number | null;
}

export async function readEntriesOfStage(
	db: Queryable,
	contestId: ContestId,
	stage: Stage | null,
	/** Whether the machine can make PDFs of Word files. */
	makesPdf: boolean
): Promise<EntriesOfStage> {
	const ofStage = new Set((stage?.parts ?? []).map(({ code }) => code));
	const requests = (await readRequests(db, contestId)).filter(({ partCode }) => ofStage.has(partCode));
	const counting =
		requests.length > 0
			? countingVersions(await readVersions(db, contestId), await readChoices(db, contestId))
			: new Map<string, VersionRecord>();
	const isAnonymous = requests.some((request) => request.isAnonymous);
	const ahead = new Set(
		(stage?.parts ?? []).flatMap((part) => (part.kind === 'outline' || part.kind === 'written' ? [part.code] : []))
	);
	const due = requests.flatMap(({ partCode, markBy }) => (ahead.has(partCode) && markBy ? [markBy.getTime()] : []));
	return {
		isNameHidden: ({ status }) => isNameHidden(isAnonymous, status),
		documentsOf: ({ contestant }, parts, number) =>
			requests.flatMap((request) => {
				const version = parts.some(({ code }) => code === request.partCode)
					? counting.get(placeKey({ requestId: request.id, contestantId: contestant.id }))
					: undefined;
				return version ? [deskDocument(number, request, version, makesPdf)] : [];
			}),
		markedAhead: [...new Set(requests.map(({ partCode }) => partCode))].filter((code) => ahead.has(code)),
		markBy: due.length > 0 ? Math.min(...due) : null
	};
}

function deskDocument(
	number: string,
	{ title }: RequestRow,
	{ id, isLate, file }: VersionRecord,
	makesPdf: boolean
): DeskDocument {
	return {
		id,
		title,
		name: neutralName(number, title, file.kind),
		size: file.size,
		isLate,
		shownAs: shownAs(file.kind, makesPdf)
	};
}

function shownAs(kind: FileKind, makesPdf: boolean): DeskDocument['shownAs'] {
	if (kind === 'pdf') return 'pdf';
	if (isPicture(kind)) return 'picture';
	return makesPdf ? 'made-pdf' : 'none';
}
