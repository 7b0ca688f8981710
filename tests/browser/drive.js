// Opens one page in headless Chromium and prints its console until the program there exits or the time is up.
// node drive.js URL SECONDS, with playwright-core beside it (NODE_PATH).
const { chromium } = require('playwright-core');

const [url, seconds] = process.argv.slice(2);

(async () => {
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
		args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
	});
	const page = await browser.newPage();
	const done = new Promise((resolve) => {
		page.on('console', (message) => {
			console.log(message.text());
			if (message.text().startsWith('exit: ')) {
				resolve();
			}
		});
		page.on('pageerror', (error) => {
			console.log('page error: ' + error.message);
			resolve();
		});
		setTimeout(resolve, 1000 * Number(seconds));
	});
	await page.goto(url);
	await done;
	await browser.close();
	process.exit(0); // Or the timer would keep us.
})().catch((error) => {
	console.error(String(error));
	process.exit(1);
});
