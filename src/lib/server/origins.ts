// Which origins may post and connect: the configured ones, localhost, and this machine's own addresses; nothing else.
import { networkInterfaces } from 'node:os';

/** Asking the machine costs a tenth of a millisecond, and thousands of phones come back at once. */
const hostsLastMs = 2_000;
let hosts: { at: number; known: Set<string> } | null = null;

function isMachineHost(name: string): boolean {
	const now = performance.now();
	if (!hosts || now - hosts.at > hostsLastMs) hosts = { at: now, known: new Set(machineHosts()) };
	return hosts.known.has(name);
}

/** IPv4 and IPv6 addresses of this machine, loopback included, as they stand in a URL's host. */
export function machineHosts(): string[] {
	const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
	return ['localhost', ...addresses.map((a) => (a.family === 'IPv6' ? `[${a.address.split('%')[0]}]` : a.address))];
}

/** The addresses to print on slips and in the console: IPv4 addresses of the LAN. */
export function lanAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter((address) => address.family === 'IPv4' && !address.internal)
		.map((address) => address.address);
}

/**
 * True when the Origin header names one of ours. `host` is the request's Host header: an origin on this machine
 * must also be the very host and port that was asked, so that another server on the same machine is foreign.
 */
export function isKnownOrigin(origin: string | null | undefined, host: string | null, configured: string[]): boolean {
	if (!origin || !URL.canParse(origin)) return false;
	const url = new URL(origin);
	if (url.origin !== origin) return false;
	if (configured.includes(origin)) return true;
	return url.host === host && isMachineHost(url.hostname);
}
