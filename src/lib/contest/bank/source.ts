// Where a question comes from, document, article and page, kept as the one line that every file format has room for (R283).

export interface Source {
	document: string;
	/** «Điều 3», «khoản 2 Điều 5». */
	article: string;
	/** As it is printed: «12», «12–14». */
	page: string;
}

const pageWords = /^(?:trang|tr\.|pages?|pp?\.)\s*(?=\d|[ivxlc]+\b)/iu;
const articleWords = /^(?:điều|khoản|điểm|mục|chương|phần|tiểu mục|article|section|chapter)(?=\s|$)/iu;

/** R283: «Luật Bảo hiểm xã hội; Điều 3; trang 12» is three pieces; what is written otherwise is all document. */
export function readSource(text: string): Source {
	const pieces = text
		.split(';')
		.map((piece) => piece.trim())
		.filter(Boolean);
	const last = pieces.at(-1) ?? '';
	const page = pageWords.test(last) ? last.replace(pageWords, '') : '';
	if (page !== '') pieces.pop();
	// The first piece is the document, also «Điều lệ Đảng».
	const article = pieces.length > 1 && articleWords.test(pieces.at(-1) ?? '') ? (pieces.pop() ?? '') : '';
	return { document: pieces.join('; '), article, page };
}

/** An article that is only a number gets its word, so that it is read back as one; lines of the document become one. */
export function sourceText({ document, article, page }: Source): string {
	const named = article === '' || articleWords.test(article) ? article : `Điều ${article}`;
	const onPage = page.replace(pageWords, '');
	return [oneLine(document), named, onPage && `trang ${onPage}`].filter(Boolean).join('; ');
}

function oneLine(text: string): string {
	return text.trim().replace(/\s*[\r\n]\s*/g, ' ');
}
