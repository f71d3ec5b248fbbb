// The fingerprint of rules: that of their file; it must not know where either is kept.
import type { Rules } from '../../contest/rules/rules.ts';
import { sha256 } from '../../contest/sha256.ts';
import { writeRulesFile } from './write-rules-file.ts';

/** Lower-case hexadecimal SHA-256; whoever has downloaded the file gets the same from `sha256sum`. */
export function rulesHash(rules: Rules): string {
	return sha256(writeRulesFile(rules));
}
