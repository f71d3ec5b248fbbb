// What the form of a consultation asks for, from its fields; what is missing or wrong is left for the use case to refuse.
import { parsePoints } from '#lib/contest/points.ts';

export function consultationForm(form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const seen = text('seen');
	return {
		place: { part: text('part'), panel: text('panel'), contestant: text('contestant') },
		present: form.getAll('present').map(String),
		note: text('note'),
		cameTo: cameToFrom(form, text('cameTo')),
		/** Null before the change was shown. */
		seen: seen === '' ? null : seen
	};
}

function cameToFrom(form: FormData, kind: string) {
	switch (kind) {
		case 'head':
			return { kind, value: parsePoints(String(form.get('value') ?? '')) };
		case 'extra':
			return { kind, judge: String(form.get('judge') ?? '') };
		case 'revise':
			return { kind, judges: form.getAll('judges').map(String) };
		default:
			return { kind };
	}
}
