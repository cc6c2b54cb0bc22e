import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const list = process.argv.slice(2);
for (const one of list) { const [path, w, scheme] = one.split("@"); const p = await b.newPage({ viewport: { width: Number(w), height: 900 }, colorScheme: scheme ?? "light" }); await p.goto("http://localhost:8099" + path); await p.screenshot({ path: `/tmp/shot-${path.replace(/\W+/g,"_")}-${w}.png`, fullPage: true }); await p.close(); }
await b.close();
