// Posts a form of the judge's desk and reads the answer; it must not know what a draft is.
import { deserialize } from '$app/forms';

export interface SheetRefusal {
	code: string;
	message: string;
	field?: string;
}

export type Posted =
	| { kind: 'done'; version: number | null; savedAt: number | null }
	| { kind: 'refused'; refusal: SheetRefusal }
	/** No answer: whether it arrived is not known, so it is sent again. */
	| { kind: 'lost' };

/** `keepalive` lets the request end after the page has gone. */
export async function postSheet(address: string, form: FormData, keepalive = false): Promise<Posted> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			body: form,
			keepalive,
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			signal: AbortSignal.timeout?.(10_000)
		});
		const result = deserialize(await response.text());
		if (result.type === 'success') {
			const saved = (result.data as { saved?: { version: number; savedAt: number } } | undefined)?.saved;
			return { kind: 'done', version: saved?.version ?? null, savedAt: saved?.savedAt ?? null };
		}
		const refusal = result.type === 'failure' ? (result.data?.refusal as SheetRefusal | undefined) : undefined;
		return refusal && refusal.code !== 'server/busy' ? { kind: 'refused', refusal } : { kind: 'lost' };
	} catch {
		return { kind: 'lost' };
	}
}
