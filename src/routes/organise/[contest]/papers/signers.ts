// Who signs the papers of a contest, in the words of its letterhead; it must not know any paper.
import { signingLines, type Letterhead } from '#lib/contest/paper/letterhead.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export interface Signer {
	lines: string[];
	name: string;
}

export const secretarySigner = ({ secretary }: Letterhead): Signer => ({
	lines: [m.paper_sign_secretary()],
	name: secretary
});

export const headJudgeSigner = ({ headJudge }: Letterhead): Signer => ({
	lines: [m.paper_sign_head_judge()],
	name: headJudge
});

export const issuerSigner = (
	letterhead: Letterhead,
	by: 'committee' | 'authority' = 'committee',
	language = getLocale()
): Signer => ({
	lines: signingLines(letterhead, letterhead[by], language),
	name: letterhead[by].name
});

/** Under every list of results, left to right. */
export function resultSigners(letterhead: Letterhead): Signer[] {
	return [secretarySigner(letterhead), headJudgeSigner(letterhead), issuerSigner(letterhead)];
}
