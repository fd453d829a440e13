/** "AG 4 Kommunikation": how a group is called in sentences and mails. */
export const groupLabel = ({ number, name }: { number: number | null; name: string }): string => (number ? `AG ${number} ${name}` : name);
