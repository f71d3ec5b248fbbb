// What a form says about a file beside the file; what it says is checked where the file is read.

/** Nothing chosen when the field is absent; what is no JSON is handed on to be refused. */
export function choicesOf(form: FormData): unknown {
	const text = form.get('choices');
	if (typeof text !== 'string' || text === '') return {};
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
