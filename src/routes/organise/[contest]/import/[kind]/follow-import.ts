// Sends a form of the page and follows what comes back line by line; it must not know what is imported.
import type { ActionResult } from '@sveltejs/kit';

export type ImportStage = { stage: 'sending' | 'reading' } | { stage: 'storing'; stored: number; of: number };

/** Rejects when the line is lost on the way. */
export async function followImport(
	address: string,
	form: FormData,
	tell: (stage: ImportStage) => void
): Promise<ActionResult> {
	tell({ stage: 'sending' });
	const response = await fetch(address, { method: 'POST', body: form });
	if (!response.ok || !response.body)
		return { type: 'error', status: response.status, error: new Error('not answered') };
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let text = '';
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		const lines = (text + next.value).split('\n');
		text = lines.pop() ?? '';
		for (const line of lines) {
			const said = JSON.parse(line) as ImportStage | { result: ActionResult };
			if ('result' in said) return said.result;
			tell(said);
		}
	}
	throw new Error('the answer broke off');
}
