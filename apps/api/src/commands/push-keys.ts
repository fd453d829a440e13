import webPush from 'web-push';

/** Prints new keys for messages to browsers, as they stand in `.env`. Nothing is stored. */
const { publicKey, privateKey } = webPush.generateVAPIDKeys();
process.stdout.write(`VAPID_PUBLIC_KEY=${publicKey}\nVAPID_PRIVATE_KEY=${privateKey}\n`);
