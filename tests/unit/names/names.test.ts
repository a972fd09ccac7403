import { describe, expect, test } from 'vitest'
import { BY_ID } from '../../../server/ingest/names/world.ts'
import { told, who } from './who.ts'

const means = (cases: Readonly<Record<string, string>>) => {
  for (const [name, expected] of Object.entries(cases)) expect.soft(told(who(name)), name).toBe(expected)
}

describe('states', () => {
  test('go by short, long, older and other names, by nationality and by their capital', () => {
    means({
      'United Kingdom': 'known uk',
      'U.K.': 'known uk',
      Britain: 'known uk',
      ENGLAND: 'known uk',
      BRITISH: 'known uk',
      LONDON: 'known uk',
      'the US': 'known us',
      'U.S.': 'known us',
      America: 'known us',
      'United States of America': 'known us',
      'Russian Federation': 'known russia',
      "Côte d'Ivoire": 'known ivory-coast',
      'Cote d’Ivoire': 'known ivory-coast',
      Burma: 'known myanmar',
      Swaziland: 'known eswatini',
      Macedonia: 'known north-macedonia',
      TÜRKIYE: 'known turkey',
      'Korea, Republic of': 'known south-korea',
      'Congo - Kinshasa': 'known democratic-republic-of-the-congo',
      Holland: 'known netherlands',
      'Palestinian Territory, Occupied': 'known palestine',
      'Occupied Palestinian Territory': 'known palestine',
      'Holy See (Vatican City State)': 'known holy-see',
      Kosovo: 'known kosovo',
      Taiwan: 'known taiwan',
      USSR: 'known soviet-union',
      Bavaria: 'known bavaria BASED_IN germany',
      GBR: 'known uk',
    })
  })

  test('are not their territories, which are based in them and do not roll up', () => {
    means({ 'Hong Kong': 'known hong-kong BASED_IN china', Greenland: 'known greenland BASED_IN denmark' })
  })

  test('are not their people', () => {
    means({ Syrian: 'known syria', Syrians: 'known syria-citizen BASED_IN syria' })
  })
})

describe('roles', () => {
  test('of the state are part of it', () => {
    means({
      'Military (United States)': 'known us-military PART_OF us',
      'Police (India)': 'known india-police PART_OF india',
      'Government (Venezuela)': 'known government-of-venezuela PART_OF venezuela',
      'Member of Legislative (Govt) (Nigeria)': 'known nigeria-member-of-legislative-govt PART_OF nigeria',
      'Foreign Affairs (Russia)': 'known russia-foreign-affairs PART_OF russia',
      'Secret Agent (Iran)': 'known iran-secret-agent PART_OF iran',
      'Constitutional Court (Germany)': 'known germany-constitutional-court PART_OF germany',
      'Envoy (North Korea)': 'known north-korea-envoy PART_OF north-korea',
      'Police (Hong Kong)': 'known hong-kong-police PART_OF hong-kong',
      'Ministry of Fisheries (India)': 'known india-ministry-of-fisheries PART_OF india',
      'Military (North Atlantic Treaty Organization)': 'known nato-military PART_OF nato',
    })
  })

  test('of society are based in it', () => {
    means({
      'Citizen (Nigeria)': 'known nigeria-citizen BASED_IN nigeria',
      'Media (India)': 'known india-media BASED_IN india',
      'State Media (North Korea)': 'known north-korea-state-media BASED_IN north-korea',
      'Business (Germany)': 'known germany-business BASED_IN germany',
      'Armed Rebel (Syria)': 'known syria-armed-rebel BASED_IN syria',
      'Ruling Party (Japan)': 'known japan-ruling-party BASED_IN japan',
      'Green Party (Germany)': 'known germany-green-party BASED_IN germany',
      'Criminal (Libya)': 'known libya-criminal BASED_IN libya',
      'Lawyer/Attorney (Kenya)': 'known kenya-lawyer-attorney BASED_IN kenya',
      'Activist (Holy See (Vatican City State))': 'known holy-see-activist BASED_IN holy-see',
      'Citizen (Palestinian Territory, Occupied)': 'known palestine-citizen BASED_IN palestine',
    })
  })

  test('in a part of the world are based there, for nobody speaks for it', () => {
    means({ 'Military (Africa)': 'known africa-military BASED_IN africa' })
  })

  test('in an organisation are members of it', () => {
    means({
      'Combatant (Taliban)': 'known taliban-combatant MEMBER_OF taliban',
      'Combatant (Blue Falcons)': 'new blue-falcons-combatant MEMBER_OF blue-falcons',
    })
  })

  test('that no table has never roll up', () => {
    means({ 'Fishmonger (India)': 'new india-fishmonger BASED_IN india' })
  })

  test('are read before and behind their state', () => {
    means({
      'Canadian Armed Forces': 'known canada-military PART_OF canada',
      'Israeli Defense Forces': 'known israel-military PART_OF israel',
      "Iran's parliament": 'known iran-legislature PART_OF iran',
      "Uganda People's Defence Force": 'known uganda-military PART_OF uganda',
      'Royal Thai Police': 'known thailand-police PART_OF thailand',
      'EU officials': 'known eu-officials PART_OF eu',
      'UK officials': 'known uk-officials PART_OF uk',
      'Venezuelan government': 'known government-of-venezuela PART_OF venezuela',
      'Government of Colombia': 'known government-of-colombia PART_OF colombia',
      'the Prime Minister of the United Kingdom': 'known uk-prime-minister PART_OF uk',
      'Armed Forces of the Republic of Armenia': 'known armenia-military PART_OF armenia',
      'Military Forces of India (2014-)': 'known india-military PART_OF india',
    })
  })

  test('are not read into names of their own', () => {
    means({
      'Church of England': 'new church-of-england',
      'Bank of China': 'new bank-of-china',
      'Kiev police': 'new kiev-police',
      'Police (Rome)': 'new police-rome',
      'Indian Mujahideen': 'known indian-mujahideen BASED_IN india',
      'Mujahideen (India)': 'known india-mujahideen BASED_IN india',
    })
  })
})

describe('organisations', () => {
  test('go by their names, and their bodies are part of them', () => {
    means({
      EU: 'known eu',
      'THE EU': 'known eu',
      NATO: 'known nato',
      'North Atlantic Treaty Organization': 'known nato',
      'European Parliament': 'known european-parliament PART_OF eu',
      'UN Security Council': 'known un-security-council PART_OF un',
      'Office of the United Nations High Commissioner for Human Rights': 'known ohchr PART_OF un',
      Kremlin: 'known kremlin PART_OF russia',
      'the White House': 'known white-house PART_OF us',
      Pentagon: 'known department-of-defense PART_OF us',
      'Downing Street': 'known downing-street PART_OF uk',
      Hamas: 'known hamas BASED_IN palestine',
    })
  })
})

describe('offices', () => {
  test('have their terms, so that who held one rolls up while he did', () => {
    expect(who('Theresa May').actor.affiliations).toEqual([
      { type: 'LEADS', to: who('uk').actor, role: 'Prime Minister', since: '2016-07-13', until: '2019-07-24' },
    ])
    expect(who('Sergey Viktorovich Lavrov').actor.affiliations).toEqual([
      { type: 'REPRESENTS', to: who('russia').actor, role: 'Foreign Minister', since: '2004-03-09' },
    ])
    means({
      'Abe Shinzo': 'known shinzo-abe LEADS japan LEADS japan',
      'VLADIMIR PUTIN': 'known vladimir-putin LEADS russia',
      'President Vladimir Putin': 'known vladimir-putin LEADS russia',
      'President Nobody Atall': 'new president-nobody-atall',
      'Donald Tusk': 'known donald-tusk LEADS poland LEADS european-council LEADS poland',
    })
  })

  test('of one person never overlap where they lead up to different tops', () => {
    const people = [...BY_ID.values()].filter(({ kind }) => kind === 'PERSON')
    expect(people.length).toBeGreaterThan(150)
    for (const { name, affiliations } of people) {
      const terms = affiliations.map(({ to, since, until }) => ({
        to,
        since: since ?? '',
        until: until ?? '9999-12-31',
      }))
      for (const one of terms) {
        expect(one.since, name).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(one.since <= one.until, name).toBe(true)
        for (const other of terms) {
          if (one.to !== other.to) expect(one.until < other.since || other.until < one.since, name).toBe(true)
        }
      }
    }
  })
})

describe('nobody in particular', () => {
  test('is unspecified', () => {
    for (const name of [
      'Unspecified Actor',
      'Unidentified State Actor',
      'Citizen (Unidentified State Actor)',
      'Citizen (International)',
      'Unidentified Armed Group (Nigeria)',
      'International',
      'Police',
      'Protester',
    ]) {
      expect.soft(who(name).actor.unspecified, name).toBe(true)
      expect.soft(who(name).how, name).toBe('known')
    }
    for (const name of ['Police (India)', 'Volker Türk', 'Africa']) expect(who(name).actor.unspecified).toBe(false)
  })

  test('is a role without an owner, unless a country stands beside it', () => {
    expect(told(who('Police', { country: 'Kenya' }))).toBe('known kenya-police PART_OF kenya')
    expect(told(who('Police', { country: 'KEN' }))).toBe('known kenya-police PART_OF kenya')
    expect(who('Police', { country: 'Atlantis' }).actor.unspecified).toBe(true)
  })
})

describe('somebody new', () => {
  test('has the id of his folded name', () => {
    means({
      'Volker Türk': 'new volker-turk',
      'VOLKER TURK': 'new volker-turk',
      'Oluṣẹgun Ọbasanjọ': 'new olusegun-obasanjo',
      'Børge Brende': 'new borge-brende',
    })
  })

  test('has a digest where letters would be lost', () => {
    expect(who('李克强').actor.id).toMatch(/^name-[0-9a-f]{8}$/)
    expect(who('Ministry Ж').actor.id).toMatch(/^ministry-[0-9a-f]{8}$/)
    expect(who('李克强').actor.id).not.toBe(who('习近平').actor.id)
    expect(who('x'.repeat(300)).actor.id).toMatch(/^x{91}-[0-9a-f]{8}$/)
    expect(who('x'.repeat(300)).actor.id).not.toBe(who('x'.repeat(301)).actor.id)
  })

  test('is of a kind that the words tell', () => {
    expect(who('Volker Türk').actor.kind).toBe('PERSON')
    expect(who('Saud bin Faisal bin Abdul-Aziz').actor.kind).toBe('PERSON')
    expect(who('Daily Trust').actor.kind).toBe('MEDIA')
    expect(who('Economic and Financial Crimes Commission').actor.kind).toBe('GOVERNMENT_BODY')
    expect(who('New Democracy Party').actor.kind).toBe('ORGANISATION')
    expect(who('Ogaden Liberation Army').actor.kind).toBe('ORGANISATION')
    expect(who('Somaliland National Army').actor.kind).toBe('MILITARY_COMMAND')
  })

  test('is written with capitals in front where a data set writes in capitals alone', () => {
    expect(who('JANE DOE-SMITH').actor.name).toBe('Jane Doe-Smith')
    expect(who("PETER O'NEILL").actor.name).toBe("Peter O'neill")
    expect(who('PDEA').actor.name).toBe('PDEA')
  })

  test('gets nothing from the country and the sectors beside his name', () => {
    const plain = who('Wilbur Ross').actor
    expect(who('Wilbur Ross', { country: 'United States', sectors: ['Government'] }).actor).toEqual(plain)
  })
})

test('a sector beside a state alone is its role', () => {
  expect(told(who('Kenya', { sectors: ['Military'] }))).toBe('known kenya-military PART_OF kenya')
  expect(told(who('Kenya', { sectors: ['GOV'] }))).toBe('known government-of-kenya PART_OF kenya')
  expect(told(who('Kenya', { sectors: ['Nonsense'] }))).toBe('known kenya')
})
