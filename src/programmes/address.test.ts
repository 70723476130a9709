import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { judgeAddress } from "./address"
import { officialHosts } from "./look-alike"
import { programmes } from "./registry"

describe("judging an address", () => {
  it.each([
    ["https://dashboard.prakerja.go.id/insentif", "official"],
    ["https://www.prakerja.go.id/", "official"],
    ["https://skills.pintar.co/id/prakerja", "official"],
    ["https://DASHBOARD.prakerja.go.id./", "official"],
    ["http://dashboard.prakerja.go.id/", "insecure"],
    ["https://prakerja.vip/", "fake"],
    ["https://daftar.prakerja.vip/akun", "fake"],
    ["https://dashboard.prakerja12.info/", "fake"],
    ["https://prakerja.go.id@contoh.example/", "unknown"],
    ["about:addons", "own"],
    ["", "own"],
  ])("%s is %s", (address, kind) => {
    expect(judgeAddress(address).kind).toBe(kind)
  })

  it("gives a described site its own name", () => {
    expect(judgeAddress("https://dashboard.prakerja.go.id/")).toMatchObject({ name: "Dashboard Prakerja" })
  })

  it.each([
    ["prakerja-bantuan.example"],
    ["info-prakerja-2024.blogspot.example"],
    ["dashboardprakerja.example"],
    ["kartuprakerja.example"],
    ["dåftar-prakerja-baru.example"],
  ])("%s borrows the name", (host) => {
    expect(judgeAddress(`https://${host}/`)).toEqual({
      kind: "borrowed-name",
      host: new URL(`https://${host}/`).hostname,
    })
  })
})

describe("a host that only looks like an official one", () => {
  const PRAKERJA = "www.prakerja.go.id"
  const DASHBOARD = "dashboard.prakerja.go.id"
  it.each([
    ["prakerjaa.go.id", "spelling", PRAKERJA],
    ["xprakerja.go.id", "spelling", PRAKERJA],
    ["dashboard.parkerja.go.id", "spelling", PRAKERJA],
    ["prakreja.example", "spelling", PRAKERJA],
    ["pra-kerja.go.id", "spelling", PRAKERJA],
    ["login-prakerj.example", "spelling", PRAKERJA],
    ["account.kemmaker.go.id", "spelling", "account.kemnaker.go.id"],
    ["kernnaker.example", "spelling", "account.kemnaker.go.id"],
    ["www.tokopedla.com", "spelling", "www.tokopedia.com"],
    ["tokopeclia.com", "spelling", "www.tokopedia.com"],
    ["m.bukalapk.com", "spelling", "m.bukalapak.com"],
    ["pijarmahirr.id", "spelling", "pijarmahir.id"],
    ["pijar-mahri.id", "spelling", "pijarmahir.id"],
    ["app.karrier.mu", "spelling", "app.karier.mu"],
    ["skills.pintarr.co", "spelling", "skills.pintar.co"],
    ["prakerja13.com", "digits", PRAKERJA],
    ["dashboard.prakerja2024.example", "digits", PRAKERJA],
    ["prakerja-2024.example", "digits", PRAKERJA],
    ["pr4kerja.go.id", "digits", PRAKERJA],
    ["pr4k3rj4.example", "digits", PRAKERJA],
    ["t0kopedia.com", "digits", "www.tokopedia.com"],
    ["tokoped1a.com", "digits", "www.tokopedia.com"],
    ["bukalapak88.com", "digits", "m.bukalapak.com"],
    ["siapkerja1.example", "digits", "siapkerja.kemnaker.go.id"],
    ["skills.p1ntar.co", "digits", "skills.pintar.co"],
    ["app.kar1er.mu", "digits", "app.karier.mu"],
    ["www.sek0lah.mu", "digits", "www.sekolah.mu"],
    ["prakerja.com", "ending", PRAKERJA],
    ["www.prakerja.id", "ending", PRAKERJA],
    ["prakerja.or.id", "ending", PRAKERJA],
    ["prakerja.go.id.co", "ending", PRAKERJA],
    ["dashboard.prakerja.go.id.co", "ending", DASHBOARD],
    ["tokopedia.xyz", "ending", "www.tokopedia.com"],
    ["kemnaker.com", "ending", "account.kemnaker.go.id"],
    ["pijarmahir.com", "ending", "pijarmahir.id"],
    ["siapkerja.com", "ending", "siapkerja.kemnaker.go.id"],
    ["prаkerja.go.id", "script", PRAKERJA],
    ["dashboard.ргакегја.com", "script", PRAKERJA],
    ["prakerjá.go.id", "script", PRAKERJA],
    ["prakeꭆja.go.id", "script", PRAKERJA],
    ["skills.pintаr.co", "script", "skills.pintar.co"],
    ["sekоlah.mu", "script", "sekolah.mu"],
    ["tоkоpediа.com", "script", "www.tokopedia.com"],
    ["dashboard.prakerja.go.id.evil.example", "inside", DASHBOARD],
    ["dashboard.prakerja.go.id.masuk.example", "inside", DASHBOARD],
    ["prakerja.go.id-login.xyz", "inside", "prakerja.go.id"],
    ["dashboard-prakerja-go-id.masuk.example", "inside", DASHBOARD],
    ["skills.pintar.co.masuk.example", "inside", "skills.pintar.co"],
    ["login-app-karier-mu.example", "inside", "app.karier.mu"],
    ["pijarmahir.id.masuk.example", "inside", "pijarmahir.id"],
    ["kemnaker.go.id.masuk.example", "inside", "account.kemnaker.go.id"],
  ])("%s: %s of %s", (host, by, real) => {
    const verdict = judgeAddress(`https://${host}/masuk`)
    expect(verdict).toMatchObject({ kind: "look-alike", like: { by } })
    const like = verdict.like?.host ?? ""
    // The shortest official host of a name stands for the others.
    expect([real, real.replace(/^www\./, "")]).toContain(like)
    expect(judgeAddress(`https://${like}/`).kind).toBe("official")
  })
})

describe("a wallet's name joined with a lure", () => {
  it.each([
    "danakaget.vip",
    "dana-kaget.example",
    "claim-dana-kaget.my.id",
    "klaimsaldodanagratis2024.example",
    "saldo-dana-gratis.web.app",
    "link.dana.id-kaget.example",
    "dana.kaget.example",
    "gopay-bonus.example",
    "bansos-linkaja.example",
    "ovogratis.example",
    "hadiahgopay.example",
    "dana-hadiah.xn--p1ai",
  ])("%s is bait", (host) => {
    expect(judgeAddress(`https://${host}/`)).toEqual({ kind: "bait", host })
  })
})

describe("hosts of which nothing may be said", () => {
  it.each([
    // The owners' other hosts, and the wallets' own
    ...[
      "tokopedia.com",
      "seller.tokopedia.com",
      "tokopedia.link",
      "images.tokopedia.net",
      "www.bukalapak.com",
    ],
    ...["kemnaker.go.id", "bantuan.kemnaker.go.id", "prakerja.kemnaker.go.id", "www.pijarmahir.id"],
    ...["karier.mu", "pintar.co", "kelas.pintar.co", "prakerja.pintar.co", "guru.sekolah.mu"],
    ...[
      "link.dana.id",
      "www.dana.id",
      "hadiah.dana.id",
      "www.ovo.id",
      "bonus.gopay.co.id",
      "klaim.linkaja.id",
    ],
    // Ordinary words
    ...[
      "dana-desa.go.id",
      "dana-desa.example",
      "klaim-dana-desa.example",
      "dana-bansos.example",
      "danasyariah.id",
    ],
    ...["bonusperdana.example", "klaim-pradana.example", "adanaclaims.com", "innovosaldo.example"],
    ...["gratisnovotel.example", "dana.go.id", "reksadana-gratis.example", "dana.org", "gratis.example"],
    ...["pintar.kemdikbud.go.id", "pintar.id", "orangpintar.com", "rumahpintar2.org", "skills.pintar.id"],
    ...["sekolah.sch.id", "sekolah.me", "sekolahku.id", "sekolahmu.sch.id", "buku-sekolah-mu.com"],
    ...["karier.id", "karir.com", "app.karier.com", "karier.kompas.com", "skillhub.com", "skillshub.io"],
    ...["prakerin.example", "prakarya.sch.id", "pekerja.id", "perkerja.com", "kerja.id", "siapbekerja.id"],
    ...["siap-bekerja.example", "perpustakaan.example", "kemenkeu.go.id", "kemendag.go.id", "naker.go.id"],
    ...["disnaker.jakarta.go.id", "prakerja.disnaker.kota.go.id", "ortopedia.com", "logopedia.com"],
    ...["wikipedia.org", "otopedia.id", "ensiklopedia.co.id", "tokopedia.sirclo.example", "lapak.id"],
    ...["tips-tokopedia.blogspot.com", "pijarbelajar.id", "mahir.id"],
    // Other scripts
    ...["компания.рф", "пример.испытание", "例え.jp", "παράδειγμα.gr", "bücher.example", "münchen.de"],
    ...["localhost", "127.0.0.1", "[::1]", "a.b", "x.co", "1.2.example", "2024.example"],
  ])("%s", (host) => {
    expect(judgeAddress(`https://${host}/`).kind).toBe("unknown")
  })
})

describe("whatever is done to an official host", () => {
  const official = programmes.flatMap(officialHosts)
  const suffixes = programmes.flatMap(({ hosts }) => hosts.officialSuffixes)
  const isOne = (host: string) => official.includes(host) || suffixes.some((suffix) => host.endsWith(suffix))
  const character = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789-.аеорс")

  it("makes it official no more", () => {
    const mutated = fc
      .tuple(fc.constantFrom(...official), fc.nat(40), fc.constantFrom(0, 1), character)
      .map(([host, at, drop, letter]) => host.slice(0, at) + letter + host.slice(at + drop))
    fc.assert(
      fc.property(mutated, (host) => {
        fc.pre(URL.canParse(`https://${host}/`))
        fc.pre(!isOne(new URL(`https://${host}/`).hostname.replace(/\.$/, "")))
        expect(judgeAddress(`https://${host}/`).kind).not.toMatch(/official|insecure/)
      }),
      { numRuns: 3000 },
    )
  })

  it("and an ending put behind it makes it a look-alike, or another's", () => {
    const label = fc.stringMatching(/^[a-z]{2,9}$/)
    fc.assert(
      fc.property(
        fc.constantFrom(...official),
        fc.array(label, { minLength: 1, maxLength: 3 }),
        (host, rest) => {
          const { kind } = judgeAddress(`https://${[host, ...rest].join(".")}/`)
          expect(kind).not.toMatch(/official|insecure/)
          if (host.split(".").length > 2) expect(kind).toBe("look-alike")
        },
      ),
      { numRuns: 1000 },
    )
  })

  it("and no address breaks the judging", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        expect(["unknown", "bait", "look-alike"]).toContain(judgeAddress(url).kind)
      }),
    )
  })
})
