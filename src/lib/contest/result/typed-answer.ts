// When two typed texts are the same answer (R100); it must not know which of them is right.

/** Grave, acute, hook, tilde and dot below: the tones. Circumflex, breve and horn belong to the letter and stay. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const invisible = /[\u200b-\u200d\u2060\ufeff]/g;
/** Full stops, quotes, brackets and dashes of every kind. */
const edge = String.raw`[\s.,;:!?…"'“”‘’„‚«»‹›()[\]{}–—‐‑-]+`;
const edges = new RegExp(`^${edge}|${edge}$`, 'g');

/**
 * R100: case, spaces, punctuation at the edges, and how accents are stored (NFC, NFD) or placed (hoà, hòa) do not matter;
 * the accents themselves do. A syllable has one tone wherever it is written, so each tone moves to the end of its word:
 *
 * | typed        | folded    |
 * | ------------ | --------- |
 * | `Hoà  bình.` | `hoa◌̀ binh◌̀` |
 * | `hòa bình`   | the same  |
 * | `hoa bình`   | another   |
 */
export function foldTyped(text: string): string {
	return text
		.normalize('NFD')
		.replace(invisible, '')
		.replace(edges, '')
		.toLowerCase()
		.replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(tones, '') + (word.match(tones) ?? []).sort().join(''))
		.replace(/\s+/g, ' ');
}
