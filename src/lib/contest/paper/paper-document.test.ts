// R353: which end of a document is signed on one page with its signatures.
import { expect, test } from 'vitest';
import { said, splitClosing, type PaperBlock } from './paper-document.ts';

const table: PaperBlock = { kind: 'table', label: 'Danh sách', columns: [{ title: 'TT' }], rows: [{ cells: ['1'] }] };
const items: PaperBlock = { kind: 'items', items: ['Một'] };
const heading: PaperBlock = { kind: 'heading', text: 'IV. Kết luận' };
const line = said('Dòng');

/** How many blocks at the end. */
const closing = (blocks: PaperBlock[]) => {
	const parted = splitClosing(blocks);
	expect([...parted.body, ...parted.closing]).toEqual(blocks);
	return parted.closing.length;
};

test('R353: a sentence or a few under the last table are signed with its rows', () => {
	expect(closing([table, line, table, line, line])).toBe(2);
	expect(closing([line, table])).toBe(0);
});

test('R353: where more comes behind the table, the last heading with its words, the words behind the last list, or the last two blocks', () => {
	expect(closing([table, heading, line, heading, line, line, line])).toBe(4);
	expect(closing([table, heading, items, line, line, line])).toBe(3);
	expect(closing([table, ...Array.from({ length: 9 }, () => line)])).toBe(2);
	expect(closing([line, line, line])).toBe(2);
	expect(closing([table, items])).toBe(1);
});
