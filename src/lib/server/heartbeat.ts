// Tells the other nodes of this one through the database, every two seconds, with or without Redis; it must not know who reads it.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { App } from './app.ts';
import type { Presence } from './presence.ts';
import { deleteNode, saveNode } from './stores/nodes.ts';
import { appVersion } from './version.ts';

const everyMs = 2_000;

/** Returns the function that stops it and takes the node off the list. */
export function startHeartbeat(app: App, presence: () => Presence): () => Promise<void> {
	const db = app.database.drizzle;
	const node = {
		id: randomUUID(),
		// A port of its own choice is known to nobody.
		name: app.config.port === 0 ? hostname() : `${hostname()}:${app.config.port}`,
		version: appVersion,
		startedAt: new Date(app.clock.now())
	};
	let isBusy = false;
	async function tell(): Promise<void> {
		if (isBusy) return;
		isBusy = true;
		try {
			const { contestants, connections, redis } = presence();
			await saveNode(db, {
				...node,
				redis,
				connections,
				contestants: contestants.map((each) => [each.contestId, each.contestantId, each.delayMs])
			});
		} catch (error) {
			app.log.warn({ err: error }, 'this node could not tell of itself');
		} finally {
			isBusy = false;
		}
	}
	const timer = setInterval(tell, everyMs);
	void tell();
	return async () => {
		clearInterval(timer);
		await deleteNode(db, node.id).catch(() => {});
	};
}
