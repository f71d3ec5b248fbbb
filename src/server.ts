// Starts one hoithi server: makes the HTTP (or HTTPS) server, hands it to the built handler, listens, and shuts down in order.
import { existsSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { readConfig } from './lib/server/config.ts';
import { clientAddress, isHttps } from './lib/server/proxies.ts';

const config = readConfig(process.env);
if (!existsSync('build/handler.js')) throw new Error('There is no build: run `npm ci` or `npm run build` first.');

// The handler reads these at import. Both headers are ours alone: they are set anew on every request below.
process.env.PROTOCOL_HEADER = 'x-hoithi-protocol';
process.env.ADDRESS_HEADER = 'x-hoithi-address';
// Files that are handed in; all else is held to less (src/lib/server/body-limits.ts).
process.env.BODY_SIZE_LIMIT ??= '52M';
const { tls } = config;
const server = tls
	? createHttpsServer({ cert: readFileSync(tls.certificateFile), key: readFileSync(tls.keyFile) })
	: createHttpServer();
globalThis.hoithiHttpServer = server as import('node:http').Server;

// A path in a variable: the build does not exist when types are checked.
const built = '../build/handler.js';
const { handler } = (await import(built)) as { handler: import('node:http').RequestListener };
server.on('request', (request, response) => {
	if (request.url?.startsWith('/socket.io/')) return;
	const { headers, socket } = request;
	headers['x-hoithi-protocol'] = isHttps(headers.host, config) ? 'https' : 'http';
	headers['x-hoithi-address'] = clientAddress(socket.remoteAddress, headers['x-forwarded-for'], config.proxies);
	handler(request, response);
});
server.listen(config.port, config.host, () => globalThis.hoithiListening?.(server.address()));

let isEnding = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
	process.on(signal, () => {
		if (isEnding) return;
		isEnding = true;
		void (globalThis.hoithiShutDown?.() ?? Promise.resolve()).then(
			() => process.exit(0),
			() => process.exit(1)
		);
	});
}
