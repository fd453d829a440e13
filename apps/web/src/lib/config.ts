/** What the server says before anybody is signed in (`/config.json`). */
export interface WebConfig {
  identity: { url: string; realm: string; clientId: string };
  land: string;
  /** The start page lists the demonstration sign-ins. */
  demo: boolean;
  /** The server answers hashes only; `npm run dev` sends texts. */
  trustedDocuments: boolean;
}

export async function loadConfig(): Promise<WebConfig> {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as WebConfig;
}
