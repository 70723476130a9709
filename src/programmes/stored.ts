import deadlines from "./prakerja-2024/deadlines.json"
import hints from "./prakerja-2024/hints.json"
import language from "./prakerja-2024/language.json"
import people from "./prakerja-2024/people.json"
import programme from "./prakerja-2024/programme.json"
import bukalapak from "./prakerja-2024/sites/bukalapak.json"
import dashboard from "./prakerja-2024/sites/dashboard.json"
import karier from "./prakerja-2024/sites/karier.json"
import pijarMahir from "./prakerja-2024/sites/pijar-mahir.json"
import pintar from "./prakerja-2024/sites/pintar.json"
import siapkerja from "./prakerja-2024/sites/siapkerja.json"
import tokopedia from "./prakerja-2024/sites/tokopedia.json"
import watched from "./prakerja-2024/sites/watched.json"
import warnings from "./prakerja-2024/warnings.json"

/** The pages of all sites share one language; a site that has words of its own for something names them itself. */
const SITES = [dashboard, pintar, karier, siapkerja, pijarMahir, tokopedia, bukalapak]

/** Every pack as stored, put together from its files. */
export const storedPacks = [
  {
    ...programme,
    ...people,
    deadlines,
    warnings,
    hints,
    sites: SITES.map((site) => ({ ...language, ...site })),
    watching: { ...language, ...watched },
  },
]
