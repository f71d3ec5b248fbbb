// Draws somebody else's picture anew: upright, no larger than wished, and without what was hidden in the file; it must not know whose it is.
import sharp from 'sharp';

/** Only these may be read, however a file begins. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/** Phones take 50 million; a bomb claims more. */
const mostPixels = 64_000_000;

/**
 * In the same format, the longer side of at most `longestSide` pixels. What a camera wrote beside the picture (place, time, device) is gone, and so is
 * whatever was appended. Null when it cannot be read whole.
 */
export async function redrawPicture(
	bytes: Uint8Array,
	kind: 'jpeg' | 'png' | 'webp',
	longestSide: number
): Promise<Buffer | null> {
	try {
		return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
			.autoOrient()
			.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
			.toFormat(kind)
			.toBuffer();
	} catch {
		return null;
	}
}

export interface PictureForScreens {
	/** WebP. */
	bytes: Buffer;
	width: number;
	height: number;
}

/** What hundreds of phones fetch at the same moment over one weak network. */
const mostBytes = 150 * 1024;
const longestOnScreen = 1_280;
/** Nobody needs more for that; a file with many pictures is drawn within its time. */
const mostPixelsForScreens = 24_000_000;
/** From the best; the last one is taken whatever it weighs, which no picture of that size exceeds. */
const tries = [
	{ quality: 82, longest: longestOnScreen },
	{ quality: 70, longest: longestOnScreen },
	{ quality: 55, longest: longestOnScreen },
	{ quality: 55, longest: 960 },
	{ quality: 40, longest: 640 }
] as const;

/** A WebP of our own making: nothing but picture in it, from the first byte to the last. What left in a file comes back as it was. */
function isBare(bytes: Uint8Array): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
	if (bytes.length < 20 || name(0) !== 'RIFF' || name(8) !== 'WEBP' || view.getUint32(4, true) + 8 !== bytes.length)
		return false;
	let at = 12;
	while (at + 8 <= bytes.length && ['VP8 ', 'VP8L', 'VP8X', 'ALPH'].includes(name(at)))
		at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) % 2);
	return at === bytes.length;
}

/** R330: at most 1,280 pixels and 150 KB, whatever was given; null when it cannot be read whole. The same bytes always give the same picture. */
export async function drawForScreens(bytes: Uint8Array): Promise<PictureForScreens | null> {
	try {
		if (bytes.length <= mostBytes && isBare(bytes)) {
			const { info } = await sharp(bytes, { limitInputPixels: mostPixelsForScreens, failOn: 'error' })
				.raw()
				.toBuffer({ resolveWithObject: true });
			const { width, height } = info;
			if (Math.max(width, height) <= longestOnScreen) return { bytes: Buffer.from(bytes), width, height };
		}
		for (const { quality, longest } of tries) {
			const { data, info } = await sharp(bytes, { limitInputPixels: mostPixelsForScreens, failOn: 'error' })
				.autoOrient()
				.resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
				.webp({ quality })
				.toBuffer({ resolveWithObject: true });
			if (data.length <= mostBytes || longest === 640) return { bytes: data, width: info.width, height: info.height };
		}
	} catch {
		// Not a picture, or not a whole one.
	}
	return null;
}
