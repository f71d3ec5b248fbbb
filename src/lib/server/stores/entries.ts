// Entries: what is asked for, every version handed in, and choices between them. The only SQL about them; it must not know who asks.
import { and, asc, count, eq } from 'drizzle-orm';
import { countingVersion, type LatePenalty } from '../../contest/entries/entry.ts';
import type { FileKind } from '../../contest/entries/file-kind.ts';
import type { ContestantId, ContestId, FileId } from '../../contest/ids.ts';
import type { RecordedLateEntry } from '../../contest/record/record.ts';
import { contestant, entryChoice, entryRequest, entryVersion, storedFile, unit } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type RequestRow = typeof entryRequest.$inferSelect;

/** Instants are ms since the epoch. */
export interface VersionRecord {
	id: string;
	requestId: string;
	contestantId: ContestantId;
	number: number;
	at: number;
	by: string;
	isLate: boolean;
	/** What being late costs, and the deadline it missed. */
	penalty: (LatePenalty & { dueAt: number }) | null;
	file: { id: FileId; name: string; kind: FileKind; size: number; sha256: string };
}

export interface ChoiceRecord {
	versionId: string;
	at: number;
	by: string;
	reason: string;
}

/** In the order of their deadlines. */
export async function readRequests(db: Queryable, contestId: ContestId): Promise<RequestRow[]> {
	return db
		.select()
		.from(entryRequest)
		.where(eq(entryRequest.contestId, contestId))
		.orderBy(asc(entryRequest.dueAt), asc(entryRequest.id));
}

/** Of one contestant where one is named; in the order in which they came. */
export async function readVersions(
	db: Queryable,
	contestId: ContestId,
	only: { contestantId?: ContestantId; id?: string } = {}
): Promise<VersionRecord[]> {
	const rows = await db
		.select({ version: entryVersion, file: storedFile })
		.from(entryVersion)
		.innerJoin(storedFile, eq(storedFile.id, entryVersion.fileId))
		.where(
			and(
				eq(entryVersion.contestId, contestId),
				only.contestantId === undefined ? undefined : eq(entryVersion.contestantId, only.contestantId),
				only.id === undefined ? undefined : eq(entryVersion.id, only.id)
			)
		)
		.orderBy(asc(entryVersion.handedInAt), asc(entryVersion.number));
	return rows.map(({ version, file }) => ({
		id: version.id,
		requestId: version.requestId,
		contestantId: version.contestantId,
		number: version.number,
		at: version.handedInAt.getTime(),
		by: version.handedInBy,
		isLate: version.isLate,
		penalty: penaltyOf(version),
		file: { id: file.id, name: file.name, kind: file.kind, size: file.size, sha256: file.sha256 }
	}));
}

function penaltyOf({
	latePoints: points,
	latePart: part,
	lateDueAt: dueAt
}: typeof entryVersion.$inferSelect): VersionRecord['penalty'] {
	return points === null || part === null || dueAt === null ? null : { points, part, dueAt: dueAt.getTime() };
}

export async function readChoices(db: Queryable, contestId: ContestId): Promise<ChoiceRecord[]> {
	const rows = await db
		.select({ choice: entryChoice })
		.from(entryChoice)
		.innerJoin(entryVersion, eq(entryVersion.id, entryChoice.versionId))
		.where(eq(entryVersion.contestId, contestId))
		.orderBy(asc(entryChoice.chosenAt));
	return rows.map(({ choice }) => ({
		versionId: choice.versionId,
		at: choice.chosenAt.getTime(),
		by: choice.chosenBy,
		reason: choice.reason
	}));
}

/** What counts (R275), by request and contestant as `placeKey` names them. */
export function countingVersions(versions: VersionRecord[], choices: ChoiceRecord[]): Map<string, VersionRecord> {
	const byPlace = Map.groupBy(versions, placeKey);
	const counting = new Map<string, VersionRecord>();
	for (const [place, own] of byPlace) {
		const ids = new Set(own.map(({ id }) => id));
		const version = countingVersion(
			own,
			choices.filter(({ versionId }) => ids.has(versionId))
		);
		if (version) counting.set(place, version);
	}
	return counting;
}

/** R341: what counts, came late and has a price. */
export async function readLateEntries(db: Queryable, contestId: ContestId): Promise<RecordedLateEntry[]> {
	const titles = new Map((await readRequests(db, contestId)).map(({ id, title }) => [id, title]));
	const numbers = new Map((await readEntrants(db, contestId)).map(({ id, number }) => [id, number]));
	const counting = countingVersions(await readVersions(db, contestId), await readChoices(db, contestId));
	return [...counting.values()].flatMap(({ requestId, contestantId, at, penalty }) =>
		penalty === null
			? []
			: [
					{
						entry: requestId,
						title: titles.get(requestId) ?? '',
						contestant: numbers.get(contestantId) ?? '',
						part: penalty.part,
						points: penalty.points,
						dueAt: new Date(penalty.dueAt).toISOString(),
						handedInAt: new Date(at).toISOString()
					}
				]
	);
}

export const placeKey = ({ requestId, contestantId }: Pick<VersionRecord, 'requestId' | 'contestantId'>) =>
	`${requestId} ${contestantId}`;

export async function countVersions(db: Queryable, requestId: string, contestantId?: ContestantId): Promise<number> {
	const [row] = await db
		.select({ count: count() })
		.from(entryVersion)
		.where(
			and(
				eq(entryVersion.requestId, requestId),
				contestantId === undefined ? undefined : eq(entryVersion.contestantId, contestantId)
			)
		);
	return row?.count ?? 0;
}

export async function insertRequest(db: Queryable, values: typeof entryRequest.$inferInsert): Promise<string> {
	const [row] = await db.insert(entryRequest).values(values).returning({ id: entryRequest.id });
	if (!row) throw new Error('a request was not stored');
	return row.id;
}

export async function updateRequest(
	db: Queryable,
	id: string,
	values: Omit<RequestRow, 'id' | 'contestId'>
): Promise<void> {
	await db.update(entryRequest).set(values).where(eq(entryRequest.id, id));
}

export async function insertVersion(db: Queryable, values: typeof entryVersion.$inferInsert): Promise<string> {
	const [row] = await db.insert(entryVersion).values(values).returning({ id: entryVersion.id });
	if (!row) throw new Error('a version was not stored');
	return row.id;
}

export async function insertChoice(db: Queryable, values: typeof entryChoice.$inferInsert): Promise<void> {
	await db.insert(entryChoice).values(values);
}

/** Whom entries are asked of, with the unit they stand for, by number. */
export async function readEntrants(db: Queryable, contestId: ContestId) {
	return db
		.select({
			id: contestant.id,
			number: contestant.number,
			name: contestant.fullName,
			status: contestant.status,
			unitCode: unit.code,
			unit: unit.name
		})
		.from(contestant)
		.innerJoin(unit, eq(unit.id, contestant.unitId))
		.where(eq(contestant.contestId, contestId))
		.orderBy(asc(contestant.number));
}
