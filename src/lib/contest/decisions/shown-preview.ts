// What of a preview a person may see: judges with open sheets see no points (R249); it must not know people.
import type { DecisionContent } from '../record/decision.ts';
import { hashOfPreview, type DecisionPreview } from './preview-decision.ts';

/** Accepting a problem of the preflight touches no points. */
export function touchesPoints({ kind }: Pick<DecisionContent, 'kind'>): boolean {
	return kind !== 'override';
}

/** R249. */
export function shownPreview(preview: DecisionPreview, isBlind: boolean): DecisionPreview {
	return isBlind && touchesPoints(preview.content) ? { ...preview, diff: null } : preview;
}

/** Whether somebody who saw a preview of this hash, with points or without, saw the same decision with the same effect. */
export function isSamePreview(preview: DecisionPreview, hash: string): boolean {
	return hash === hashOfPreview(preview) || hash === hashOfPreview(shownPreview(preview, true));
}
