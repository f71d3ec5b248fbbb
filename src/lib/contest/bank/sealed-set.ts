// A sealed set: which questions a round will ask, known to nobody until it begins (R286); it must not know the questions.
import { sha256 } from '../sha256.ts';

/**
 * R286: SHA-256 of the salt and the codes in their order, each ended by a line feed. The log has it when the set is sealed, and salt and codes
 * when it is opened, so that anybody can see that nothing was exchanged: `printf '%s\n' "$salt" LS01 LS02 | sha256sum`.
 */
export function sealCommitment(salt: string, codes: readonly string[]): string {
	return sha256([salt, ...codes].map((line) => `${line}\n`).join(''));
}

/** R286: with the salt, which nobody knows before, the outcome cannot be computed from the published seed. */
export function sealedSeed(seed: string, salt: string): string {
	return `${seed}/${salt}`;
}

export function isSetClosed({ setSalt, setOpenedAt }: { setSalt: string | null; setOpenedAt: Date | null }): boolean {
	return setSalt !== null && setOpenedAt === null;
}
