// What a proxy in front of the house may make it believe: the scheme by our own configuration only, the address by named proxies only.

/** Whether the person's browser speaks HTTPS: to us, or to the proxy of a configured https origin. No header but Host is asked. */
export function isHttps(
	host: string | undefined,
	config: { tls: object | undefined; origins: readonly string[] }
): boolean {
	return config.tls !== undefined || (host !== undefined && config.origins.includes(`https://${host}`));
}

/**
 * The address of the person: the connection's own; behind proxies of ours the last one of `X-Forwarded-For` that is no such
 * proxy, because everything further left may have been written by the person.
 */
export function clientAddress(
	connected: string | undefined,
	forwardedFor: string | string[] | undefined,
	proxies: readonly string[]
): string {
	const own = plain(connected ?? '');
	if (!proxies.includes(own)) return own;
	const told = [forwardedFor ?? []].flat().join(',').split(',').map(plain).filter(Boolean);
	return told.findLast((address) => !proxies.includes(address)) ?? own;
}

/** IPv4 inside IPv6, as a socket that listens to both writes it, is IPv4. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
