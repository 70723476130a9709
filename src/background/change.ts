import type { Fact } from "../journey/facts"
import { trainingNamed } from "../journey/identify"
import { factsThatCount, trainingOf } from "../journey/identities"
import { type Known, knownTrainings } from "../journey/known"
import { seenOn } from "../journey/seen-on"
import { FIRST_TRAINING } from "../journey/trainings"
import type { OwnMessage } from "../messages/messages"
import { programmeById, programmes } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import type { JejakDatabase, Participant } from "../storage/database"
import { appendSaid, factOf, factsOf } from "../storage/facts"
import { saveParticipant } from "../storage/participants"
import { Refusal } from "./refusal"

type MessageOf<Type extends OwnMessage["type"]> = Extract<OwnMessage, { type: Type }>

/** The clock (instants in UTC) and the source of ids, so that tests can hold both. */
export interface Circumstances {
  now: () => string
  newId: () => string
}

/** Everything that the person can change, each stored as one more fact. All throw a `Refusal` or Dexie errors. */
export function changesTo(database: JejakDatabase, { now, newId }: Circumstances) {
  const known = async (id: string): Promise<Participant> => {
    const participant = await database.participants.get(id)
    if (!participant) throw new Refusal("unknown-participant")
    return participant
  }
  const say = async (participant: string, said: SaidDraft): Promise<void> => {
    await known(participant)
    await appendSaid(database, { ...said, id: newId(), participant, at: now(), by: "person" })
  }
  const trainings = async (participant: string): Promise<Known> => {
    const { programme } = await known(participant)
    return knownTrainings(await factsOf(database, participant), programmeById(programme))
  }
  const announced = (participant: string, on: string): Fact => ({
    id: newId(),
    participant,
    at: now(),
    by: "person",
    kind: "step",
    step: "accepted",
    state: "done",
    on,
  })

  return {
    /** @returns the new participant's id */
    async addParticipant({ displayName, wave, announcedOn }: MessageOf<"add-participant">): Promise<string> {
      const [programme] = programmes
      if (!programme) throw new Refusal("internal")
      const participant = { id: newId(), programme: programme.id, displayName, wave, createdAt: now() }
      await saveParticipant(database, participant, [announced(participant.id, announcedOn)])
      return participant.id
    },

    async changeParticipant(message: MessageOf<"change-participant">): Promise<void> {
      const { participant: id, displayName, wave, announcedOn } = message
      const participant = await known(id)
      await saveParticipant(database, { ...participant, displayName, wave }, [announced(id, announcedOn)])
    },

    async sayStep({ participant, step, training, state, on }: MessageOf<"say-step">): Promise<void> {
      const { programme } = await known(participant)
      const personal = programmeById(programme).steps.some(
        ({ id, scope }) => id === step && scope === "person",
      )
      const subject = personal ? {} : { training: training ?? FIRST_TRAINING }
      await say(participant, { kind: "step", step, state, ...subject, ...(on && { on }) })
    },

    async answer({ participant, fact, step, yes }: MessageOf<"answer">): Promise<void> {
      await known(participant)
      const asked = await factOf(database, participant, fact)
      if (asked?.by !== "page") throw new Refusal("not-understood")
      await say(participant, { kind: "answer", fact, yes, ...(step && { step }) })
    },

    async retract({ participant, fact }: MessageOf<"retract">): Promise<void> {
      await known(participant)
      const said = await factOf(database, participant, fact)
      if (said?.by !== "person") throw new Refusal("not-understood")
      await say(participant, { kind: "retract", fact })
    },

    async reject({ participant, fact }: MessageOf<"reject">): Promise<void> {
      await known(participant)
      const seen = await factOf(database, participant, fact)
      if (seen?.by !== "page") throw new Refusal("not-understood")
      const { identities } = await trainings(participant)
      if (!identities.rejected.has(fact)) await say(participant, { kind: "reject", fact })
    },

    async splitTraining({ participant, training, facts, sites }: MessageOf<"split-training">): Promise<void> {
      const { programme } = await known(participant)
      const parts = partsOf(await trainings(participant), programmeById(programme), training, {
        facts,
        sites,
      })
      if (!parts) throw new Refusal("not-understood")
      await say(participant, { kind: "split", into: newId(), ...parts })
    },

    async saySame({ participant, training, as, yes }: MessageOf<"say-same">): Promise<void> {
      const { identities, shown } = await trainings(participant)
      const [one, other] = [identities.idOf(training), identities.idOf(as)]
      const known = [one, other].every((wanted) => shown.some(({ id }) => id === wanted))
      if (!known || one === other) throw new Refusal("not-understood")
      await say(participant, { kind: "same", training, as, yes })
    },

    async notMine({ participant, training }: MessageOf<"not-mine">): Promise<void> {
      const { identities, shown } = await trainings(participant)
      if (!shown.some(({ id }) => id === identities.idOf(training))) throw new Refusal("not-understood")
      await say(participant, { kind: "not-mine", training })
    },

    async check({ participant, prerequisite, provider, met }: MessageOf<"check">): Promise<void> {
      await say(participant, { kind: "check", prerequisite, met, ...(provider && { provider }) })
    },

    async wrongCodes({ participant }: MessageOf<"wrong-codes">): Promise<void> {
      await say(participant, { kind: "wrong-codes" })
    },

    async describeTraining({
      participant,
      training,
      particulars,
    }: MessageOf<"describe-training">): Promise<void> {
      const { title, provider } = particulars
      const card = title === undefined ? undefined : { title, ...(provider && { provider }) }
      const match = card && trainingNamed(card, (await trainings(participant)).shown)?.id
      await say(participant, { kind: "training", training: training ?? match ?? newId(), particulars })
    },
  }
}

/** What a split takes and from what; undefined where nothing would be taken, or nothing left. */
function partsOf(
  { identities, shown }: Known,
  programme: Programme,
  named: string,
  { facts, sites }: Pick<MessageOf<"split-training">, "facts" | "sites">,
): Pick<Extract<Fact, { kind: "split" }>, "training" | "facts" | "sites"> | undefined {
  const training = identities.idOf(named)
  if (!shown.some(({ id }) => id === training)) return undefined
  const own = factsThatCount(identities).filter((fact) => trainingOf(fact) === training)
  const isTaken = (fact: Fact) =>
    facts.includes(fact.id) || (fact.by === "page" && sites.includes(seenOn(fact, programme).key))
  const taken = own.filter(isTaken)
  if (taken.length === 0 || taken.length === own.length) return undefined
  return { training, facts: taken.flatMap(({ id }) => (facts.includes(id) ? [id] : [])), sites }
}

type Drafted<Said> = Said extends unknown ? Omit<Said, "id" | "participant" | "at" | "by"> : never
type SaidDraft = Drafted<Extract<Fact, { by: "person" }>>
