// HTML as it stands in question banks → plain text with line ends; nothing of it is ever rendered.

const known =
	/<\/?(?:p|br|div|span|b|i|u|s|em|strong|small|sub|sup|font|ul|ol|li|h[1-6]|table|tbody|thead|tr|td|th|img|a|pre|code|blockquote|audio|video|source|object|embed|iframe|script|style)\b[^<>]*>/iu;

export interface PlainMarkup {
	text: string;
	/** A picture, sound or film stood in it. */
	hasPicture: boolean;
}

/** `isHtml` false: only text that has a tag of HTML in it is taken for HTML. */
export function markupToText(markup: string, isHtml: boolean): PlainMarkup {
	if (!isHtml && !known.test(markup)) return { text: markup.trim(), hasPicture: false };
	const hasPicture = /<(?:img|audio|video|object|embed|iframe)\b|@@PLUGINFILE@@/iu.test(markup);
	const text = withoutBlocks(markup)
		.replace(/\s+/gu, ' ')
		.replace(/<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|pre|blockquote)\s*>/giu, '\n')
		.replace(/<\/t[dh]\s*>/giu, ' ')
		.replace(/<\/?[a-z][^<>]*>/giu, '');
	return {
		text: decodeEntities(text)
			.replace(/\n\s*\n+/gu, '\n')
			.trim(),
		hasPicture
	};
}

/** Without comments, scripts and styles; one that is never closed takes the rest. */
function withoutBlocks(markup: string): string {
	const lower = markup.toLowerCase();
	let [kept, from] = ['', 0];
	for (const match of lower.matchAll(/<!--|<(?:script|style)\b/g)) {
		if (match.index < from) continue;
		kept += markup.slice(from, match.index);
		const end = match[0] === '<!--' ? '-->' : `</${match[0].slice(1)}`;
		const at = lower.indexOf(end, match.index);
		if (at < 0) return kept;
		const close = end === '-->' ? at + 2 : lower.indexOf('>', at);
		if (close < 0) return kept;
		from = close + 1;
	}
	return kept + markup.slice(from);
}

const named: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	ndash: '–',
	mdash: '—',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	hellip: '…',
	bull: '•',
	rarr: '→',
	larr: '←',
	times: '×',
	le: '≤',
	ge: '≥',
	ne: '≠',
	Scaron: 'Š',
	scaron: 'š'
};

/** The names of U+00A0 to U+00FF in order: what older editors wrote for «à» and its like. */
const latin =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
		' '
	);

export function decodeEntities(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]\w{1,9}));/giu, (whole, decimal, hex, name) => {
		if (name) {
			const at = latin.indexOf(String(name));
			return named[String(name)] ?? (at >= 0 ? String.fromCharCode(160 + at) : whole);
		}
		const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
