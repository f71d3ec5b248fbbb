// The picture in a text of Moodle XML, which is named in the text and lies beside it in base64; it must not know which text it is.
import type { GivenPicture } from '../../import-values.ts';
import { base64, longestAlt } from '../kept-picture.ts';
import { decodeEntities } from '../markup-text.ts';
import { elementOf, elementsOf, escapeXml, textOf, type XmlElement } from '../xml.ts';

const media = /<(?:img|audio|video|object|embed|iframe)\b[^<>]*>/giu;
const fileAddress = /^@@PLUGINFILE@@(\/.*)$/u;

export interface FoundPicture {
	/** The first picture whose bytes are there. */
	picture: GivenPicture | null;
	/** Whether anything else stood in the text that is shown or heard. */
	isMore: boolean;
}

export function pictureOf(element: XmlElement | undefined): FoundPicture {
	const tags = textOf(elementOf(element, 'text')).match(media) ?? [];
	const files = element ? elementsOf(element, 'file') : [];
	for (const tag of tags) {
		const [, path] = fileAddress.exec(attribute(tag, 'src')) ?? [];
		const file = files.find((each) => path !== undefined && pathOf(each) === unescaped(path));
		const bytes = file?.attributes.encoding === 'base64' ? textOf(file).replace(/\s/gu, '') : '';
		if (!/^<img\b/iu.test(tag) || bytes === '' || !base64.test(bytes)) continue;
		const alt = [...attribute(tag, 'alt').replace(/\s+/gu, ' ').trim()].slice(0, longestAlt).join('');
		return { picture: { alt, file: bytes }, isMore: tags.length > 1 || files.length > 1 };
	}
	return { picture: null, isMore: tags.length > 0 || files.length > 0 };
}

function attribute(tag: string, name: string): string {
	const [, , inDouble, inSingle] = new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)')`, 'iu').exec(tag) ?? [];
	return decodeEntities(inDouble ?? inSingle ?? '');
}

function pathOf({ attributes }: XmlElement): string {
	return `${attributes.path ?? '/'}${attributes.name ?? ''}`;
}

function unescaped(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** A question with its picture: as HTML, the only text in which Moodle shows one. */
export function picturedText(text: string, { alt, file }: GivenPicture): string {
	const lines = escapeXml(text).replaceAll('\n', '<br>');
	const html = `<p>${lines}</p><p><img src="@@PLUGINFILE@@/hinh" alt="${escapeXml(alt)}"></p>`;
	return [
		`<questiontext format="html"><text>${escapeXml(html)}</text>`,
		`<file name="hinh" path="/" encoding="base64">${file}</file></questiontext>`
	].join('\n');
}
