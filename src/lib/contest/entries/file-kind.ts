// The kinds of file people hand in, as they are named and served; it must not know how a kind is recognised.

export const fileKinds = ['pdf', 'docx', 'pptx', 'jpeg', 'png', 'webp'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Word and slides: no browser shows them by itself. */
export const officeKinds = ['docx', 'pptx'] as const satisfies readonly FileKind[];
export const pictureKinds = ['jpeg', 'png', 'webp'] as const satisfies readonly FileKind[];
export type PictureKind = (typeof pictureKinds)[number];

const office = 'application/vnd.openxmlformats-officedocument';
const served: Record<FileKind, { ending: string; mediaType: string }> = {
	pdf: { ending: 'pdf', mediaType: 'application/pdf' },
	docx: { ending: 'docx', mediaType: `${office}.wordprocessingml.document` },
	pptx: { ending: 'pptx', mediaType: `${office}.presentationml.presentation` },
	jpeg: { ending: 'jpg', mediaType: 'image/jpeg' },
	png: { ending: 'png', mediaType: 'image/png' },
	webp: { ending: 'webp', mediaType: 'image/webp' }
};

/** Without the dot. */
export const endingOf = (kind: FileKind): string => served[kind].ending;
export const mediaTypeOf = (kind: FileKind): string => served[kind].mediaType;

export function isPicture(kind: FileKind): kind is PictureKind {
	return (pictureKinds as readonly FileKind[]).includes(kind);
}
