// How a picture that is kept already is named where a file would bring its bytes: by what it is, so that two are the same when their marks are. It must
// not know where pictures are kept.
import type { QuestionPicture } from '../../contest/question.ts';

export type KeptPicture = Pick<QuestionPicture, 'sha256' | 'width' | 'height'>;

/** No base64 has a colon. */
export function keptMark({ sha256, width, height }: KeptPicture): string {
	return `kept:${sha256}:${width}x${height}`;
}

/** Null for a picture that comes with its bytes. */
export function readKeptMark(file: string): KeptPicture | null {
	const [, sha256, width, height] = /^kept:([0-9a-f]{64}):(\d+)x(\d+)$/.exec(file) ?? [];
	return sha256 === undefined ? null : { sha256, width: Number(width), height: Number(height) };
}

/** As files carry pictures: whole groups of four, ends padded. */
export const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Longer descriptions are read out to nobody's use. */
export const longestAlt = 300;
