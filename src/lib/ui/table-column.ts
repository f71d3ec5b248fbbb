// What a column of a table is called and how it is set; it must not know its rows.
export interface Column {
	id: string;
	label: string;
	/** Right-aligned tabular figures. */
	numeric?: boolean;
	/** This column names the row. */
	heading?: boolean;
	/** Label only for screen readers, for columns of buttons. */
	silent?: boolean;
}
