// A preview as it travels between two processes, one JSON line a piece; it must not know the processes.
import type { Preview } from '../problem.ts';
import type { AnyRow } from './answer-request.ts';

type AnyPreview = Preview<AnyRow>;

/** Any number of pieces with rows, then the rest, which also says that nothing is missing. */
export type PreviewPiece = { rows: AnyPreview['rows'] } | { rest: Omit<AnyPreview, 'rows'> };

export function joinPieces(pieces: readonly PreviewPiece[]): AnyPreview | null {
	const last = pieces.at(-1);
	if (!last || !('rest' in last)) return null;
	return { ...last.rest, rows: pieces.flatMap((piece) => ('rows' in piece ? piece.rows : [])) };
}
