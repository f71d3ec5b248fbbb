// Reads a backup file piece by piece and checks all of it; it must not know databases.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { countLines } from './count-lines.ts';
import { formatVersion, readFoot, readFormat, readHead, type Foot, type Head, type TableContents } from './manifest.ts';
import { isSealed } from './seal.ts';

export type Piece =
	| { kind: 'line'; text: string }
	| { kind: 'table'; copy: string; table: string }
	/** Whole rows of the table named last, each with its line end. */
	| { kind: 'rows'; bytes: Buffer };

const newLine = 10;
const copyStart = /^(COPY ("?.+?) \(.*\) FROM stdin);$/;
const endOfRows = Buffer.from('\\.\n');

/** Throws zlib's error on a file that is not gzip or breaks off. */
export async function* readPieces(file: string): AsyncGenerator<Piece> {
	let left: Buffer = Buffer.alloc(0);
	let inRows = false;
	for await (const chunk of unpack(file)) {
		let bytes: Buffer = left.length > 0 ? Buffer.concat([left, chunk]) : chunk;
		for (;;) {
			if (inRows) {
				const end = findEndOfRows(bytes);
				const whole = end ?? bytes.lastIndexOf(newLine) + 1;
				if (whole > 0) yield { kind: 'rows', bytes: bytes.subarray(0, whole) };
				bytes = bytes.subarray(whole);
				if (end === null) break;
				bytes = bytes.subarray(endOfRows.length);
				inRows = false;
			}
			const lineEnd = bytes.indexOf(newLine);
			if (lineEnd < 0) break;
			const text = bytes.toString('utf8', 0, lineEnd);
			bytes = bytes.subarray(lineEnd + 1);
			const [, copy, table] = copyStart.exec(text) ?? [];
			inRows = copy !== undefined;
			yield copy !== undefined && table !== undefined ? { kind: 'table', copy, table } : { kind: 'line', text };
		}
		left = bytes;
	}
	if (left.length > 0 || inRows) throw new Error('the backup breaks off');
}

function unpack(file: string): AsyncIterable<Buffer> {
	const unpacked = createGunzip();
	pipeline(createReadStream(file), unpacked, () => {});
	return unpacked;
}

/** Where the line `\.` begins; no row can look like it, because COPY doubles every backslash. `bytes` starts at a line's start. */
function findEndOfRows(bytes: Buffer): number | null {
	for (let at = bytes.indexOf(endOfRows); at >= 0; at = bytes.indexOf(endOfRows, at + 1)) {
		if (at === 0 || bytes[at - 1] === newLine) return at;
	}
	return null;
}

export interface Checked {
	head: Head;
	foot: Foot;
}

/** Reads the file to its end before anybody uses any of it. `known` are the `madeAt` of the program's own migrations. */
export async function checkBackup(file: string, known: number[]): Promise<Checked | Refusal> {
	if (!(await isSealed(file))) return refuse((await isOurs(file)) ? 'backup/damaged' : 'backup/not-ours', { file });
	let head: Head | null = null;
	let foot: Foot | null = null;
	const counted: { table: string; rows: number; hash: ReturnType<typeof createHash> }[] = [];
	for await (const piece of readPieces(file)) {
		if (piece.kind === 'table') counted.push({ table: piece.table, rows: 0, hash: createHash('sha256') });
		else if (piece.kind === 'rows') {
			const last = counted.at(-1);
			last?.hash.update(piece.bytes);
			if (last) last.rows += countLines(piece.bytes);
		} else if (head === null) {
			const format = readFormat(piece.text);
			if (format === null) return refuse('backup/not-ours', { file });
			if (format > formatVersion) return refuse('backup/newer', { file });
			head = readHead(piece.text);
			if (!head) return refuse('backup/damaged', { file });
		} else foot = readFoot(piece.text) ?? foot;
	}
	if (!head || !foot) return refuse('backup/damaged', { file });
	if (head.migrations.some((migration) => !known.includes(migration.madeAt))) return refuse('backup/newer', { file });
	const found = counted.map(({ table, rows, hash }) => ({ table, rows, sha256: hash.digest('hex') }));
	return sameContents(found, foot.tables) ? { head, foot } : refuse('backup/damaged', { file });
}

export function sameContents(one: TableContents[], other: TableContents[]): boolean {
	const texts = [one, other].map((list) => list.map((each) => `${each.table} ${each.rows} ${each.sha256}`).join('\n'));
	return texts[0] === texts[1];
}

/** Whether a broken file was a backup of ours once: it still begins like one. */
async function isOurs(file: string): Promise<boolean> {
	try {
		for await (const piece of readPieces(file)) return piece.kind === 'line' && readFormat(piece.text) !== null;
	} catch {
		return false;
	}
	return false;
}
