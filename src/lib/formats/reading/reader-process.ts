// The process that reads one file and ends: a request on its input, the preview in pieces on its output. It knows no database, no network and
// no other file; who started it may end it at any moment (ADR 0027).
import { deserialize } from 'node:v8';
import { answerRequest } from './answer-request.ts';
import type { PreviewPiece } from './preview-pieces.ts';
import type { ReadRequest } from './requests.ts';

/** Rows in one piece: small enough for the process that reads them to do other things in between. */
const rowsInPiece = 200;

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { rows, ...rest } = await answerRequest(deserialize(Buffer.concat(chunks)) as ReadRequest);
for (let at = 0; at < rows.length; at += rowsInPiece) write({ rows: rows.slice(at, at + rowsInPiece) });
write({ rest });

function write(piece: PreviewPiece): void {
	process.stdout.write(`${JSON.stringify(piece)}\n`);
}
