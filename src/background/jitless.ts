import * as z from "zod/mini"

// Zod tries whether it may compile code, which our content security policy refuses and reports: tell it not to try.
z.config({ jitless: true })
