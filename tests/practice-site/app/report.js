import { grow } from "./from-shape.js"

/* /laporan.html?berkas=<name>: the page of which reports/<name>.json tells. */
const name = new URLSearchParams(location.search).get("berkas") ?? ""
if (!/^[a-z0-9-]+$/.test(name)) throw new Error("no report is named")
const answer = await fetch(`/reports/${name}.json`)
grow(document, await answer.json())
