// Every published result, for anybody.
import { publishedList } from '#lib/server/views/published-result.ts';

export const load = async ({ locals }) => ({ contests: await publishedList(locals.app) });
