// Sends one message through Redis and back, as nodes do with their news.
import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { withDeadline } from '../with-deadline.ts';
import { found, type Finding } from './finding.ts';

const withinMs = 3_000;

export async function examineRedis(url: string | undefined): Promise<Finding> {
	if (url === undefined) return found('one-node', 'hint');
	const publisher = createClient({ url, socket: { connectTimeout: withinMs, reconnectStrategy: false } });
	const subscriber = publisher.duplicate();
	const clients = [publisher, subscriber];
	// What is wrong shows in the finding.
	for (const client of clients) client.on('error', () => {});
	const roundTrip = async () => {
		await Promise.all(clients.map((client) => client.connect()));
		const channel = `hoithi:doctor:${randomUUID()}`;
		const arrived = Promise.withResolvers<void>();
		await subscriber.subscribe(channel, () => arrived.resolve());
		const before = performance.now();
		await publisher.publish(channel, 'x');
		await arrived.promise;
		return performance.now() - before;
	};
	try {
		return found('redis', 'good', { ms: Math.ceil(await withDeadline(roundTrip(), withinMs)) });
	} catch {
		return found('redis', 'bad');
	} finally {
		for (const client of clients) if (client.isOpen) client.destroy();
	}
}
