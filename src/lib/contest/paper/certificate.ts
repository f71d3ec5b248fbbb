// What a certificate says and to whom: the organiser's own words with places for name, unit and award (R304). It must not know pictures or printers.

/** Words of the organiser; `{hoten}` and the like are filled in for each winner. */
export interface CertificateDesign {
	/** "GIẤY CHỨNG NHẬN". */
	title: string;
	/** Lines between the title and the place to sign. */
	lines: string[];
	/** Whether the letterhead's bodies and motto stand above; a printed form has its own. */
	hasHead: boolean;
	/** From the upper edge to where the words begin, in millimetres. */
	topMm: number;
}

export interface Winner {
	name: string;
	unit: string;
	award: string;
	contest: string;
	/** As a paper writes it, with dots for what is not known. */
	date: string;
	number: string;
}

/** Each place by its word, in Vietnamese without marks as it is typed, and what fills it. */
export const certificatePlaces: Record<string, keyof Winner> = {
	hoten: 'name',
	donvi: 'unit',
	giai: 'award',
	hoithi: 'contest',
	ngay: 'date',
	sbd: 'number'
};

export const firstCertificate: CertificateDesign = {
	title: 'Giấy chứng nhận',
	lines: ['Chứng nhận', '{hoten}', '{donvi}', 'đạt giải {giai}', '{hoithi}'],
	hasHead: true,
	topMm: 15
};

/** Words in braces that name no place: refused when the design is written, so that nobody prints them a hundred times. */
export function unknownPlaces({ title, lines }: CertificateDesign): string[] {
	const found = [title, ...lines].flatMap((line) => [...line.matchAll(/\{([^{}]*)\}/g)].map(([, word = '']) => word));
	return [...new Set(found.filter((word) => !Object.hasOwn(certificatePlaces, word)))];
}

/** R304: one line for one winner. What fills a place is not looked through for places again; an award that begins with "Giải" is not said twice. */
export function filledLine(line: string, winner: Winner): string {
	const filled = line.replace(/(giải\s+)?\{(\w+)\}/giu, (whole: string, before: string | undefined, word: string) => {
		const place = Object.hasOwn(certificatePlaces, word) ? certificatePlaces[word] : undefined;
		if (place === undefined) return whole;
		const value = winner[place];
		return before === undefined ? value : before + value.replace(/^giải\s+/iu, '');
	});
	return filled.trim();
}

/** The line of the name alone is set large. */
export const isNameLine = (line: string) => line.trim() === '{hoten}';
