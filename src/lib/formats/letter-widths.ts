// How wide text is in Times New Roman, for files whose lines another program lays out; it must not know what the text says.

/** In thousandths of their size, as the font has them. */
const upright: Record<number, string> = {
	250: ' \u00a0,.',
	278: ':;/ijlt',
	333: '-()frI',
	389: 'sJ',
	444: 'acez',
	500: 'bdghknopquvxy–',
	556: 'FPS',
	611: 'ELTZ',
	667: 'BCR',
	722: 'ADGHKNOQUVXYw',
	778: 'm',
	889: 'M',
	944: 'W',
	1000: '…'
};
const bold: Record<number, string> = {
	250: ' \u00a0,.',
	278: '/il',
	333: '-():;tfj',
	389: 'Is',
	444: 'acerz',
	500: 'Jgvxyo–',
	556: 'Sbdhknpqu',
	611: 'FP',
	667: 'BELTZ',
	722: 'ACDNRUVXYw',
	778: 'GHKOQ',
	833: 'm',
	944: 'M',
	1000: 'W…'
};
const ofLetter = [upright, bold].map(
	(table) =>
		new Map(
			Object.entries(table).flatMap(([width, letters]) =>
				[...letters].map((letter): [string, number] => [letter, Number(width) / 1000])
			)
		)
);
/** Digits, and signs that are not in the table. */
const other = 0.5;

/** Of its size: 12 points high letters that are 3 wide take 36 points. Marks over letters take no room. */
export function textWidth(text: string, isBold = false): number {
	const table = ofLetter[isBold ? 1 : 0];
	const letters = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
	return [...letters].reduce((sum, letter) => sum + (table?.get(letter) ?? other), 0);
}

/** In lines no wider than `width`, filled one after the other; a no-break space holds its words together. */
export function filledLines(text: string, width: number, isBold = false): string[] {
	return text.split('\n').flatMap((given) => {
		const lines = [''];
		for (const word of given.split(' ')) {
			const last = lines.at(-1) ?? '';
			const longer = last === '' ? word : `${last} ${word}`;
			if (last === '' || textWidth(longer, isBold) <= width) lines[lines.length - 1] = longer;
			else lines.push(word);
		}
		return lines;
	});
}

/** As few lines as `width` allows, as even as they can be: no word is left alone where two lines can share. */
export function evenLines(text: string, width: number, isBold = false): string[] {
	return text.split('\n').flatMap((line) => {
		const { length } = filledLines(line, width, isBold);
		const words = line.split(' ');
		// The narrowest room in which the text takes no more lines.
		const rooms = words.flatMap((_, from) =>
			words.slice(from).map((__, count) => textWidth(words.slice(from, from + count + 1).join(' '), isBold))
		);
		const fitting = rooms.filter((room) => room <= width && filledLines(line, room, isBold).length <= length);
		return filledLines(line, Math.min(width, ...fitting), isBold);
	});
}

/** Of the widest word, or words held together by no-break spaces. */
export function widestWord(text: string, isBold = false): number {
	return Math.max(...text.split(/[ \n]/).map((word) => textWidth(word, isBold)));
}
