import { textRow } from './workbook.ts'

/** A small table of somebody's own, made up, with cells in quotation marks and one over two lines. */
export const OWN = [
  'Day,Who,To whom,What,Note,Id',
  '13/01/2020,Norland,Sudland,Sanctions,"a, b",n-1',
  '14/01/2020,"Berg, Ursula",Norland,State visit,"two',
  'lines",n-2',
  '15/01/2020,Sudland,Norland,Talks,"he said ""no""",n-3',
]

/** The same as rows of a sheet. */
export const OWN_SHEET = OWN.slice(0, 2)
  .map((line, at) => textRow(at + 1, line.replace('"a, b"', 'a').split(',')))
  .join('')

export const OWN_MAPPING = {
  columns: { date: 'Day', actor: 'Who', target: 'To whom', act: 'What', summary: 'Note', id: 'Id' },
  dates: 'day-month-year',
  acts: { Sanctions: 'SUSPENSION sanctions', 'State visit': 'COOPERATION contact', Talks: 'COOPERATION negotiation' },
}

export const OWN_GRAPHML = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="edge" attr.name="type" attr.type="string"><default>visit</default></key>
  <key id="d2" for="edge" attr.name="date" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="n0"><data key="d0"><![CDATA[Norland & Isles]]></data></node>
    <edge id="e0" source="n0" target="n1"><data key="d1">sanctions</data><data key="d2">2020-01-13</data></edge>
    <edge id="e1" source="n1" target="n0"><data key="d2">2020-01-14</data></edge>
    <node id="n1"><data key="d0">Sudland</data></node>
  </graph>
</graphml>
`

export const OWN_GRAPHML_MAPPING = {
  columns: { date: 'date', actor: 'source label', target: 'target label', act: 'type', id: 'edge id' },
  acts: { sanctions: 'SUSPENSION sanctions', visit: 'COOPERATION contact' },
}

/** The columns of the public codebooks, with made-up rows. */
export const POLECAT = [
  'Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tRecipient Name\tRecipient Country\tRecipient Sectors\tSource\tPublication Date',
  'P1\t2024-01-02\tSANCTION\tdiscontinue\t-6\tMATERIAL CONFLICT\tdiplomatic\tNorland\tNorland\t1\tGOV\tGovernment; Military\tSudland\tSudland\tGovernment\tThe Daily\t2024-01-03',
  'P2\t2024-01-02\tCONSULT\tvisit\t1\tVERBAL COOPERATION\tNone\tNorland\tNorland\t1\tGOV\tNone\tNone\tNone\tNone\tThe Daily\t2024-01-03',
]

export const ACLED = [
  'event_id_cnty,event_date,year,event_type,sub_event_type,actor1,assoc_actor_1,actor2,source,notes',
  'NOR1,02 January 2024,2024,Battles,Armed clash,Military Forces of Norland (2019-),,Northern Rebels,The Daily; Other,"They fought, and left"',
  'NOR2,03 January 2024,2024,Strategic developments,Looting/property destruction,A Militia,,Villagers,The Daily,x',
  'NOR3,03 January 2024,2024,Protests,Peaceful protest,Protesters (Norland),,,The Daily,x',
]
