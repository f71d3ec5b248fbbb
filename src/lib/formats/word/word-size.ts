// Sizes of letters as a Word file writes them; it must not know whose.

export const points = (size: number): `${number}pt` => `${size}pt`;
