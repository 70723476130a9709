import { createElement, type ReactNode } from "react"
import { createRoot } from "react-dom/client"
import type { Element as RowElement } from "../snapshot"

/*
 * A popup as anybody would write it: it reads its rows from IndexedDB and renders them with React. What each row shows it is given
 * ready, with nothing to compute.
 */

const BOOLEAN = /^(hidden|open|disabled|checked|required|multiple|readonly)$/

function rowsStored(): Promise<RowElement[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("rows")
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const asking = opening.result.transaction("rows").objectStore("rows").getAll()
      asking.onerror = () => reject(asking.error)
      asking.onsuccess = () => resolve(asking.result.map(({ row }: { row: RowElement }) => row))
    }
  })
}

function Row({ row }: { row: RowElement }): ReactNode {
  const children = row.children.map((child, index) =>
    typeof child === "string" ? child : createElement(Row, { key: index, row: child }),
  )
  return createElement(row.tag, propertiesOf(row.attributes), ...children)
}

function propertiesOf(attributes: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (name === "class") return ["className", value]
      if (name === "for") return ["htmlFor", value]
      if (name === "value") return ["defaultValue", value]
      if (name === "style") return ["style", {}]
      return [name, BOOLEAN.test(name) || value]
    }),
  )
}

const root = document.getElementById("root")
if (!root) throw new Error("no root")
rowsStored().then((rows) => {
  createRoot(root).render(rows.map((row, index) => createElement(Row, { key: index, row })))
}, console.error)
