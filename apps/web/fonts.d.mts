export function cutFonts(target: string): Promise<void>;
