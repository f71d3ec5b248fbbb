// What Prometheus reads of this node; null for whoever has not the operators' token, and where none is set.
import type { App } from '../app.ts';
import type { Presence } from '../presence.ts';
import { hashSecret } from '../secrets.ts';
import { heardWithinMs, readNodes } from '../stores/nodes.ts';
import { measureRoundTrip, readConnectionStates } from '../stores/database-health.ts';

export async function readMetrics(
	app: App,
	presence: Presence,
	authorization: string | null
): Promise<{ text: string; contentType: string } | null> {
	const { meters, config, database } = app;
	const { metricsToken } = config;
	// Equal hashes: how long the comparison takes tells nothing about the token.
	if (!metricsToken || hashSecret(authorization ?? '') !== hashSecret(`Bearer ${metricsToken}`)) return null;
	meters.setGauge(
		'hoithi_connections',
		Object.entries(presence.connections).map(([label, value]) => ({ label, value }))
	);
	meters.setGauge(
		'hoithi_redis_connected',
		presence.redis === 'none' ? [] : [{ label: 'this', value: presence.redis === 'connected' ? 1 : 0 }]
	);
	const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
	meters.setGauge('hoithi_listeners', [{ label: 'process', value: listeners }]);
	await measureDatabase(app, database).catch(() => {
		// A database that does not answer shows as gauges that are gone.
		meters.setGauge('hoithi_database_round_trip_seconds', []);
		meters.setGauge('hoithi_database_connections', []);
		meters.setGauge('hoithi_nodes', []);
	});
	return { text: await meters.text(), contentType: meters.contentType };
}

async function measureDatabase({ meters }: App, { drizzle, answers }: App['database']): Promise<void> {
	const [use, answering] = await Promise.all([measureRoundTrip(drizzle), measureRoundTrip(answers)]);
	meters.setGauge('hoithi_database_round_trip_seconds', [
		{ label: 'use', value: use / 1_000 },
		{ label: 'answers', value: answering / 1_000 }
	]);
	const heard = (await readNodes(drizzle)).filter(({ silentMs }) => silentMs < heardWithinMs);
	const versions = [...new Set(heard.map(({ version }) => version))];
	meters.setGauge(
		'hoithi_nodes',
		versions.map((label) => ({ label, value: heard.filter(({ version }) => version === label).length }))
	);
	const states = await readConnectionStates(drizzle);
	meters.setGauge(
		'hoithi_database_connections',
		states.map(({ state, count }) => ({ label: state, value: count }))
	);
}
