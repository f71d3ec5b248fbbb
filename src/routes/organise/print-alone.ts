// Marks the way from a sheet to the page's root, so that on paper the sheet stands alone; it must not know what is printed.

/** A Svelte attachment; the marks mean something only in print (see PrintSheet.svelte). */
export function printAlone(sheet: Element): () => void {
	const marked: [Element, string][] = [];
	const mark = (element: Element, name: string) => {
		element.setAttribute(name, '');
		marked.push([element, name]);
	};
	for (let node = sheet; node !== document.body && node.parentElement; node = node.parentElement) {
		for (const sibling of node.parentElement.children) if (sibling !== node) mark(sibling, 'data-not-on-paper');
		if (node.parentElement !== document.body) mark(node.parentElement, 'data-way-to-paper');
	}
	return () => {
		for (const [element, name] of marked) element.removeAttribute(name);
	};
}
