// Reading and writing what the contest's certificates say.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { writeCertificate } from '#lib/server/usecases/write-certificate.ts';
import { contestCertificate } from '#lib/server/views/certificates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await contestCertificate(locals.app, locals.seat, params.contest);
	if (isRefusal(found)) stopWith(found, locals.language);
	return found;
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const given = {
			contestId: params.contest,
			design: {
				title: form.get('title'),
				lines: String(form.get('lines') ?? '')
					.split('\n')
					.filter((line) => line.trim() !== ''),
				hasHead: form.has('hasHead'),
				topMm: Number(form.get('topMm'))
			},
			withoutBackground: form.has('withoutBackground')
		};
		const picture = form.get('picture');
		const file =
			picture instanceof File && picture.size > 0
				? { name: picture.name, size: picture.size, stream: picture.stream() }
				: null;
		const written = await writeCertificate(locals.app, locals.seat, given, file);
		return isRefusal(written) ? failWith(written, locals.language) : { isWritten: true };
	}
};
