// What a contestant has handed in, for the judge who marks it; under a number, to be shown beside the sheet.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { deskDocument } from '#lib/server/views/entry-files.ts';

export const GET = async ({ locals, params }) => {
	const asked = { turnId: params.turn, versionId: params.version };
	const file = await deskDocument(locals.app, locals.seat, params.contest, asked);
	if (isRefusal(file)) stopWith(file, locals.language);
	return new Response(file.body, { headers: file.headers });
};
