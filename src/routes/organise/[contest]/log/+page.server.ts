// The contest's log, a page at a time.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { contestLog } from '#lib/server/views/contest-log.ts';
import { kindWords, roleWords, subjectWords } from './log-words.ts';

export const load = async ({ locals, params, url, depends }) => {
	depends('hoithi:contest');
	const asked = Number(url.searchParams.get('before'));
	const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null;
	const log = await contestLog(locals.app, locals.seat, params.contest, before);
	if (isRefusal(log)) stopWith(log, locals.language);
	const entries = log.entries.map(({ about, ...entry }) => ({
		...entry,
		what: kindWords(entry.kind),
		about: subjectWords(about, locals.language),
		who: roleWords(entry.role)
	}));
	return { log: { ...log, entries }, isNewest: before === null };
};
