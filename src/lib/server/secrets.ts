// Making and hashing the secrets people carry: session cookies, tickets, invitation links; it must not know what they open.
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in a URL and a cookie. */
export function makeSecret(): string {
	return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex: what is stored instead of a secret of 128 bits or more. */
export function hashSecret(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}
