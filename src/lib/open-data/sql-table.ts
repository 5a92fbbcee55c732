/** The question that a table's page opens the console with. */
export const questionOfTable = (table: string): string => `SELECT *\nFROM ${table}\nLIMIT 100`;
