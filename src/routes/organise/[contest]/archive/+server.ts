// The whole contest as one ZIP.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { archiveContest } from '#lib/server/usecases/archive-contest.ts';
import { contestArchive } from '#lib/server/views/contest-archive.ts';
import { archivedPapers } from './archived-papers.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, fetch }) => {
	const { app, seat, language } = locals;
	const taken = await archiveContest(app, seat, { contestId: params.contest });
	if (isRefusal(taken)) stopWith(taken, language);
	const papers = app.printer && (await archivedPapers({ locals, fetch, contestId: params.contest }));
	const archive = await contestArchive(app, seat, { taken, papers, language });
	if (isRefusal(archive)) stopWith(archive, language);
	return new Response(archive.body, { headers: archive.headers });
};
