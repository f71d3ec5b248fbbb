// The same acts as the forms of the page, answered in lines while they go on, so that the page can tell how far they are.
import { isActionFailure } from '@sveltejs/kit';
import { commitForm, previewForm } from '../import-steps.server.ts';

export const POST = async ({ request, locals, params, url }) => {
	const form = await request.formData();
	const encoder = new TextEncoder();
	const lines = new ReadableStream<Uint8Array>({
		async start(controller) {
			const say = (line: unknown) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
			say({ stage: 'reading' });
			const done =
				url.searchParams.get('act') === 'commit'
					? await commitForm(form, locals, params, (stored, of) => say({ stage: 'storing', stored, of }))
					: await previewForm(form, locals, params);
			say(
				isActionFailure(done)
					? { result: { type: 'failure', status: done.status, data: done.data } }
					: { result: { type: 'success', status: 200, data: done } }
			);
			controller.close();
		}
	});
	return new Response(lines, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } });
};
