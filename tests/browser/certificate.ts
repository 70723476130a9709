import { generate } from "selfsigned"

export interface Certificate {
  key: string
  cert: string
}

/**
 * Makes a throw-away certificate for the practised hosts. It lives in memory only; the browsers of the harness are
 * told to accept it.
 */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const pems = await generate([{ name: "commonName", value: "Jejak practice (SIMULASI)" }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [
      {
        name: "subjectAltName",
        altNames: hosts.map((host) => ({ type: 2 as const, value: host })),
      },
    ],
  })
  return { key: pems.private, cert: pems.cert }
}
