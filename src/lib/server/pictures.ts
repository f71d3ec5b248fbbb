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
