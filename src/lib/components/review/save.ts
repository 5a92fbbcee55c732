/** Offers bytes made in the page as a file to save; nothing leaves the computer. */
export function save(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([bytes], { type }));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const MEDIA = {
	zip: 'application/zip',
	json: 'application/json',
	csv: 'text/csv',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;
