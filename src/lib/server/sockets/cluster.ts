// Joins this node to the others through Redis, when there is one: news of versions only, never truth.
import { createAdapter } from '@socket.io/redis-adapter';
import { createClient } from 'redis';
import type { App } from '../app.ts';
import type { RedisState } from '../presence.ts';
import type { HoithiServer } from './socket-types.ts';

export interface Cluster {
	/** Whether this node hears the others through Redis now. */
	state(): RedisState;
	close(): Promise<void>;
}

/** How long a starting node waits for Redis before it serves its own screens alone. */
const patienceMs = 3_000;

/** Without `REDIS_URL` the node is alone. A lost Redis delays news by the version poll and harms nothing else. */
export async function joinCluster(app: App, io: HoithiServer): Promise<Cluster> {
	const url = app.config.redisUrl;
	if (!url) return { state: () => 'none', close: async () => {} };
	const publisher = createClient({
		url,
		disableOfflineQueue: true,
		commandsQueueMaxLength: 1_000,
		commandOptions: { timeout: 2_000 },
		socket: { connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(1_000, 50 * 2 ** tries) }
	});
	const subscriber = publisher.duplicate();
	const clients = [publisher, subscriber];
	for (const client of clients)
		client.on('error', (error: Error) => app.log.warn({ reason: error.message }, 'redis is away'));

	let unsubscribe = () => {};
	const joined = Promise.all(clients.map((client) => client.connect())).then(() => {
		// The adapter subscribes as it is made, so it is made only now; a screen that came before has to come again.
		io.adapter(createAdapter(publisher, subscriber, { requestsTimeout: 1_000 }));
		unsubscribe = shareNews(app, io, () => publisher.isReady);
		for (const socket of io.of('/').sockets.values()) socket.conn.close();
	});
	joined.catch((error: Error) => app.log.warn({ reason: error.message }, 'redis was never reached'));
	await Promise.race([joined, new Promise((resolve) => setTimeout(resolve, patienceMs))]).catch(() => {});
	return {
		state: () => (publisher.isReady && subscriber.isReady ? 'connected' : 'away'),
		async close() {
			unsubscribe();
			for (const client of clients) client.destroy();
		}
	};
}

/** Tells the other nodes what is announced here, and announces here what they tell, without sending it on. */
function shareNews(app: App, io: HoithiServer, isReady: () => boolean): () => void {
	let isFromAfar = false;
	io.on('news', (news) => {
		isFromAfar = true;
		app.news.announce(news);
		isFromAfar = false;
	});
	return app.news.subscribe((news) => {
		if (!isFromAfar && isReady()) io.serverSideEmit('news', news);
	});
}
