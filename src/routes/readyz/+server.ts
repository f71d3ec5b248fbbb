// Ready: the house is open, the database answers and its migrations are done; 503 while shutting down.
import { text } from '@sveltejs/kit';
import { house, isHouseReady } from '#lib/server/house.ts';
import { isDatabaseReady } from '#lib/server/views/readiness.ts';

export const GET = async () => {
	const isReady = isHouseReady() && (await isDatabaseReady(house().app));
	return text(isReady ? 'ready' : 'not ready', { status: isReady ? 200 : 503 });
};
