// Reads the places kept for special cases as people type them: "TS05 54", one a line; it must not know who may have which.

/** A line that cannot be read keeps place 0, which is refused with a sentence. */
export function readSlots(text: string): { number: string; place: number }[] {
	return text
		.split(/[\n;,]/)
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const [, number = line, place = '0'] = /^(\S+?)\s*[\s=:]\s*(\d{1,5})$/.exec(line) ?? [];
			return { number, place: Number(place) };
		});
}
