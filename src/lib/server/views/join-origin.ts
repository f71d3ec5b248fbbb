// The origin phones in the hall can reach; it must not know what they will find there.
import type { App } from '../app.ts';
import { lanAddresses } from '../origins.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A screen opened by this machine's own name shows the configured address, else the first address of the LAN. */
export function joinOrigin(app: App, asked: URL): string {
	if (!loopback.has(asked.hostname)) return asked.origin;
	const configured = app.config.origins.find((origin) => !loopback.has(new URL(origin).hostname));
	if (configured) return configured;
	const [lan] = lanAddresses();
	if (!lan) return asked.origin;
	const port = asked.port ? `:${asked.port}` : '';
	return `${asked.protocol}//${lan}${port}`;
}
