// Bytes of files that people hand in: the only SQL on them. It writes and reads pieces; it must not know who may see a file.
import { and, eq, inArray } from 'drizzle-orm';
import type { ContestId, FileId } from '../../contest/ids.ts';
import { fileAsPdf, storedFile, storedFilePart } from '../database/schema.ts';
import { databaseCode } from './database-errors.ts';
import type { Queryable } from './queryable.ts';

export type FileRow = typeof storedFile.$inferSelect;

export const pieceBytes = 1024 * 1024;

/** Within the caller's transaction: a file is there whole, with what it was handed in for, or not at all. */
export async function insertFile(
	db: Queryable,
	values: Omit<FileRow, 'id' | 'size'>,
	bytes: Uint8Array
): Promise<FileId> {
	const [row] = await db
		.insert(storedFile)
		.values({ ...values, size: bytes.length })
		.returning({ id: storedFile.id });
	if (!row) throw new Error('a file was not stored');
	for (let position = 0; position * pieceBytes < bytes.length; position++) {
		const piece = bytes.subarray(position * pieceBytes, (position + 1) * pieceBytes);
		await db.insert(storedFilePart).values({ fileId: row.id, position, bytes: piece });
	}
	return row.id;
}

export async function readFileRow(db: Queryable, contestId: ContestId, id: FileId): Promise<FileRow | null> {
	const [row] = await db
		.select()
		.from(storedFile)
		.where(and(eq(storedFile.id, id), eq(storedFile.contestId, contestId)));
	return row ?? null;
}

/** Of files with the same bytes any one. */
export async function readFilesByHash(
	db: Queryable,
	contestId: ContestId,
	hashes: readonly string[]
): Promise<Pick<FileRow, 'id' | 'sha256'>[]> {
	return db
		.select({ id: storedFile.id, sha256: storedFile.sha256 })
		.from(storedFile)
		.where(and(eq(storedFile.contestId, contestId), inArray(storedFile.sha256, [...hashes])));
}

/** Piece after piece, each asked for when the one before has been taken. */
export async function* readPieces(
	db: Queryable,
	{ id, size }: Pick<FileRow, 'id' | 'size'>
): AsyncGenerator<Uint8Array> {
	for (let position = 0; position * pieceBytes < size; position++) {
		const [row] = await db
			.select({ bytes: storedFilePart.bytes })
			.from(storedFilePart)
			.where(and(eq(storedFilePart.fileId, id), eq(storedFilePart.position, position)));
		if (!row) throw new Error(`piece ${position} of file ${id} is missing`);
		yield row.bytes;
	}
}

/** What a browser is shown of a file it cannot show; null before that was made. */
export async function readPdfOf(db: Queryable, fileId: FileId): Promise<FileRow | null> {
	const [row] = await db
		.select({ pdf: storedFile })
		.from(fileAsPdf)
		.innerJoin(storedFile, eq(storedFile.id, fileAsPdf.pdfId))
		.where(eq(fileAsPdf.fileId, fileId));
	return row?.pdf ?? null;
}

/** Where another node was first, its PDF stays and nothing of this one. */
export async function insertPdfOf(
	db: Queryable,
	fileId: FileId,
	values: Omit<FileRow, 'id' | 'size'>,
	bytes: Uint8Array
): Promise<void> {
	try {
		await db.transaction(async (inner) => {
			const pdfId = await insertFile(inner, values, bytes);
			await inner.insert(fileAsPdf).values({ fileId, pdfId, madeAt: values.storedAt });
		});
	} catch (error) {
		if (databaseCode(error) !== '23505') throw error;
	}
}

/** All of it, in memory. */
export async function readWholeFile(
	db: Queryable,
	file: Pick<FileRow, 'id' | 'size'>
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(file.size);
	let at = 0;
	for await (const piece of readPieces(db, file)) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}
