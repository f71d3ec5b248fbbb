// Metrics of this node for Prometheus; to whoever has no token it is a page that does not exist.
import { text } from '@sveltejs/kit';
import { house } from '#lib/server/house.ts';
import { readMetrics } from '#lib/server/views/metrics.ts';

export const GET = async ({ request }) => {
	const { app, presence } = house();
	const metrics = await readMetrics(app, presence(), request.headers.get('authorization'));
	return metrics
		? text(metrics.text, { headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' } })
		: text('not found', { status: 404 });
};
