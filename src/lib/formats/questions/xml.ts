// XML text → a tree of elements with their places, without document types; it must not know what the elements mean.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Problem, problem } from '../problem.ts';
import { decodeEntities } from './markup-text.ts';

export interface XmlElement {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: (XmlElement | string)[];
	/** Where it begins in the text. */
	at: number;
}

/** 5,000 questions as we write them have about 200,000; very many more would hold up everybody else. */
const mostTags = 400_000;

type Parsed = Record<string, unknown>;
const place = XMLParser.getMetaDataSymbol() as symbol;

/** The outermost element. Entities are decoded, names of HTML included; nothing is ever expanded or fetched. */
export function readXml(text: string): XmlElement | Problem {
	// A document type stands before the first element; in a text it is only a text.
	const prolog = text.slice(0, Math.max(0, text.search(/<[\p{L}_]/u)));
	if (/<!DOCTYPE/i.test(prolog)) return problem('import/xml-not-safe', {});
	if (text.lastIndexOf('<![CDATA[') > text.lastIndexOf(']]>')) return problem('import/xml-not-valid', { line: '1' });
	if (signsOf(text, '<', mostTags) > mostTags) return problem('import/too-big', { limit: '400 000 <…>' });
	const valid = XMLValidator.validate(text, { allowBooleanAttributes: true });
	if (valid !== true) return problem('import/xml-not-valid', { line: String(valid.err.line) });
	let parsed: Parsed[];
	try {
		parsed = new XMLParser({
			preserveOrder: true,
			ignoreAttributes: false,
			attributeNamePrefix: '',
			parseTagValue: false,
			parseAttributeValue: false,
			trimValues: false,
			processEntities: false,
			ignoreDeclaration: true,
			ignorePiTags: true,
			cdataPropName: '#cdata',
			captureMetaData: true
		}).parse(text) as Parsed[];
	} catch {
		// Deeper than it reads, or a name that is no name: the validator has let it pass.
		return problem('import/xml-not-valid', { line: '1' });
	}
	const root = parsed.map(toNode).find((node) => typeof node !== 'string');
	return root ?? problem('import/xml-not-valid', { line: '1' });
}

function signsOf(text: string, sign: string, most: number): number {
	let count = 0;
	for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + 1)) count += 1;
	return count;
}

function toNode(parsed: Parsed): XmlElement | string {
	if (typeof parsed['#text'] === 'string') return decodeEntities(parsed['#text']);
	const [name = ''] = Object.keys(parsed).filter((key) => key !== ':@');
	const inside = (parsed[name] ?? []) as Parsed[];
	if (name === '#cdata') return inside.map((part) => String(part['#text'] ?? '')).join('');
	const attributes = (parsed[':@'] ?? {}) as Record<string, string>;
	return {
		name,
		attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, decodeEntities(value)])),
		children: inside.map(toNode),
		at: (parsed as Record<symbol, { startIndex?: number } | undefined>)[place]?.startIndex ?? 0
	};
}

export function elementsOf({ children }: XmlElement, name?: string): XmlElement[] {
	const elements = children.filter((child) => typeof child !== 'string');
	return name === undefined ? elements : elements.filter((child) => child.name === name);
}

export function elementOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
	return element && elementsOf(element, name)[0];
}

/** The text of the element itself. */
export function textOf(element: XmlElement | undefined): string {
	return (element?.children ?? []).filter((child) => typeof child === 'string').join('');
}

export function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
