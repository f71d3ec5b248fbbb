// The shape of a drawing of lots in a contest file, and of the frozen list it is drawn from; it must not draw.
import type { FrozenList } from '../../contest/drawing.ts';
import type { Draw } from '../../contest/record/draw.ts';
import { code, count, listOf, object, oneOf, text, yesNo } from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';

const frozenFields = {
	title: text,
	kind: oneOf(['order', 'tickets']),
	session: code.nullable(),
	items: listOf(object('What is drawn', { id: code, unit: code.nullable(), slot: count.nullable() }), 10_000).describe(
		'The frozen list'
	),
	tickets: listOf(code, 10_000),
	constraints: object('What the draw keeps to', { unitsApart: yesNo })
};

export const frozenListSchema = schemaOf<FrozenList>('FrozenList')(object('A frozen list', frozenFields));

export const drawSchema = schemaOf<Draw>('Draw')(
	object('A drawing of lots', {
		...frozenFields,
		commitment: text.describe('SHA-256 of the frozen list'),
		witnesses: listOf(object('A witness', { name: text, said: text }), 100),
		seed: text,
		result: listOf(object('What came out', { id: code, ticket: code.nullable() }), 10_000).describe('In order'),
		redrawReason: text.nullable().describe('Null for the first drawing')
	})
);
